import type { Call } from "../../aws/call.ts";
import type { IdentityStoreDocument } from "../../aws/identitystore/identity-store-document.ts";
import type { IdentityCenterDocument } from "../../aws/sso-admin/identity-center-document.ts";
import { openStore } from "../../aws/store/store.ts";
import { documents } from "../../aws/world.ts";

/** Members of an input that tell what it is about; the instance and the directory are always the same. */
const telling = /(Name|Arn|ARN|Id|Key|Url|Path)$/;
const always = /^(InstanceArn|IdentityStoreId)$/;

/**
 * A call of a virtual AWS, such as `CreateRole image-resizer`: the same in every run of the same update, whatever ids
 * chance chooses.
 */
export function callName({ operation, input }: Call, directory: string): string {
  const store = openStore(directory);
  const { permissionSets } = store.read(documents.identityCenter) as IdentityCenterDocument;
  const { groups, users } = store.read(documents.identityStore) as IdentityStoreDocument;
  const named = (id: string) =>
    permissionSets[id]?.Name ?? groups[id]?.DisplayName ?? users[id]?.attributes.UserName ?? withoutChance(id);
  return [operation, ...texts(input).map(named)].join(" ");
}

/** Of the input and of what stands in it, in the order of their names. */
function texts(input: Record<string, unknown>): string[] {
  return Object.keys(input)
    .sort()
    .flatMap((member) => {
      const value = input[member];
      if (typeof value === "string") return telling.test(member) && !always.test(member) ? [value] : [];
      const nested = typeof value === "object" && value !== null && !Array.isArray(value);
      return nested ? texts(value as Record<string, unknown>) : [];
    });
}

function withoutChance(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/(?<=AWSReservedSSO_\w+_)[0-9a-f]{16}/g, "ID");
}
