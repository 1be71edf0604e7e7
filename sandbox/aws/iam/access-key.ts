import { accessKeyId, hexadecimal } from "../id.ts";
import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { AccessKey } from "./iam-document.ts";
import { listed, type Paging } from "./list.ts";
import { quotas } from "./quotas.ts";
import { user, type MaybeNamed } from "./user.ts";

type OfKey = MaybeNamed & { AccessKeyId: string };

function accessKey({ UserName, AccessKeyId }: OfKey, world: World): AccessKey {
  const found = user(world, UserName).accessKeys.find((key) => key.AccessKeyId === AccessKeyId);
  if (found === undefined) throw noSuchEntity(`The Access Key with id ${AccessKeyId} cannot be found.`);
  return found;
}

export function createAccessKey({ UserName }: MaybeNamed, world: World) {
  const found = user(world, UserName);
  if (found.accessKeys.length >= quotas.accessKeysPerUser) {
    throw iamError("LimitExceeded", `Cannot exceed quota for AccessKeysPerUser: ${quotas.accessKeysPerUser}`);
  }
  const key: AccessKey = {
    AccessKeyId: accessKeyId("AKIA"),
    SecretAccessKey: hexadecimal(40),
    Status: "Active",
    CreateDate: world.now,
  };
  found.accessKeys.push(key);
  return { AccessKey: { UserName: found.UserName, ...key } };
}

export function listAccessKeys(input: MaybeNamed & Paging, world: World) {
  const { UserName, accessKeys } = user(world, input.UserName);
  const keys = accessKeys.map(({ AccessKeyId, Status, CreateDate }) => ({
    UserName,
    AccessKeyId,
    Status,
    CreateDate,
  }));
  return listed("AccessKeyMetadata", keys, input);
}

export function updateAccessKey(input: OfKey & { Status: AccessKey["Status"] }, world: World) {
  accessKey(input, world).Status = input.Status;
  return {};
}

export function deleteAccessKey(input: OfKey, world: World) {
  const found = user(world, input.UserName);
  const gone = accessKey(input, world);
  found.accessKeys = found.accessKeys.filter((key) => key !== gone);
  return {};
}
