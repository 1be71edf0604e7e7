import { RunError } from "@pulumi/pulumi";
import { getGroups } from "@pulumi/aws/identitystore/index.js";
import { getInstances } from "@pulumi/aws/ssoadmin/index.js";
import { printable } from "../iam/printable.ts";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import type { Named } from "./named.ts";

/** What only AWS knows of Identity Center. */
export interface FoundIdentityCenter {
  instanceArn: string;
  identityStoreId: string;
  /** Ids of the groups that are looked up, by their keys in the YAML. */
  groupIds: ReadonlyMap<string, string>;
}

/**
 * Asks, before anything is declared, for the instance and, in one call for all of them, for the groups. A group that
 * is missing is an error, never "everyone left". Throws RunError.
 */
export async function lookUpIdentityCenter(
  args: model.IdentityCenter,
  accounts: Named<Account>,
): Promise<FoundIdentityCenter> {
  const { region, lookedUp } = args;
  const lookup = { parent: accounts.get(args.administeredFrom) };
  const { arns, identityStoreIds } = await answered(getInstances({ region }, lookup));
  const [instanceArn] = arns;
  const [identityStoreId] = identityStoreIds;
  if (instanceArn === undefined || identityStoreId === undefined || arns.length > 1) {
    throw new RunError(
      `Identity Center answered with ${arns.length} instances in ${region}, where exactly one is expected. ` +
        "Enable it for the organization there, or correct organization.home-region.",
    );
  }
  if (lookedUp.length === 0) return { instanceArn, identityStoreId, groupIds: new Map() };
  const { groups } = await answered(getGroups({ identityStoreId, region }, lookup));
  return { instanceArn, identityStoreId, groupIds: groupIdsOf(lookedUp, groups) };
}

async function answered<Answer>(lookup: Promise<Answer>): Promise<Answer> {
  try {
    return await lookup;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunError(`Identity Center could not be asked: ${printable(reason)}`);
  }
}

function groupIdsOf(
  wanted: readonly model.LookedUpGroup[],
  found: readonly { displayName: string; groupId: string }[],
): Map<string, string> {
  const ids = new Map(found.map(({ displayName, groupId }) => [displayName, groupId]));
  const problems = wanted.flatMap(({ displayName, id, configPath }) => {
    const actual = ids.get(displayName);
    if (actual === undefined) return [`${configPath}: Identity Center has no group called "${displayName}".`];
    return id === undefined || id === actual
      ? []
      : [`${configPath}: the group "${displayName}" has the id ${actual}, not ${id}: it was made anew.`];
  });
  if (problems.length > 0) {
    throw new RunError(
      [
        ...problems.map(printable),
        `Identity Center answered with ${found.length} groups. Nothing is changed: a group that cannot be found keeps ` +
          "what it has. Check the synchronization from the identity provider, or correct display-name.",
      ].join("\n"),
    );
  }
  return new Map(wanted.map(({ name, displayName }) => [name, ids.get(displayName) ?? ""]));
}
