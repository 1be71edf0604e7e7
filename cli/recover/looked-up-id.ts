import type { GetGroupMembershipsResult, GetGroupsResult, GetUsersResult } from "@pulumi/aws/identitystore/index.js";
import type { GetPermissionSetsResult } from "@pulumi/aws/ssoadmin/index.js";

/** A lookup of the AWS provider that lists: what is missing is not in its answer, and every error is one. */
export interface Lookup {
  token: string;
  args: Record<string, string>;
}

interface LookedUp {
  /** Inputs that the lookup needs, beside `region`. */
  needs: string[];
  token: string;
  /** Import ids of what the answer lists, such as can be what the inputs describe. */
  ids: (answer: unknown, inputs: Record<string, string>) => string[];
}

/** Types whose ids AWS makes up, and the names that it allows only once. */
const lookedUp: Record<string, LookedUp> = {
  // The names of permission sets are not listed: whoever asks has to read each of them.
  "aws:ssoadmin/permissionSet:PermissionSet": {
    token: "aws:ssoadmin/getPermissionSets:getPermissionSets",
    needs: ["instanceArn"],
    ids: (answer, { instanceArn }) =>
      (answer as GetPermissionSetsResult).arns.map((arn) => `${arn},${instanceArn ?? ""}`),
  },
  "aws:identitystore/group:Group": {
    token: "aws:identitystore/getGroups:getGroups",
    needs: ["identityStoreId"],
    ids: (answer, { identityStoreId, displayName }) =>
      (answer as GetGroupsResult).groups
        .filter((group) => group.displayName === displayName)
        .map(({ groupId }) => `${identityStoreId ?? ""}/${groupId}`),
  },
  "aws:identitystore/user:User": {
    token: "aws:identitystore/getUsers:getUsers",
    needs: ["identityStoreId"],
    ids: (answer, { identityStoreId, userName }) =>
      (answer as GetUsersResult).users
        .filter((user) => user.userName === userName)
        .map(({ userId }) => `${identityStoreId ?? ""}/${userId}`),
  },
  "aws:identitystore/groupMembership:GroupMembership": {
    token: "aws:identitystore/getGroupMemberships:getGroupMemberships",
    needs: ["identityStoreId", "groupId"],
    ids: (answer, { identityStoreId, memberId }) =>
      (answer as GetGroupMembershipsResult).groupMemberships
        .filter((membership) => membership.memberId.userId === memberId)
        .map(({ membershipId }) => `${identityStoreId ?? ""}/${membershipId}`),
  },
};

/** What to look up to learn the ids of a creation; undefined where its type needs none, or its inputs are not known. */
export function lookupFor(type: string, inputs: Record<string, unknown>): Lookup | undefined {
  const found = lookedUp[type];
  if (found === undefined || !found.needs.every((name) => typeof inputs[name] === "string")) return undefined;
  const names = [...found.needs, ...(typeof inputs["region"] === "string" ? ["region"] : [])];
  return { token: found.token, args: Object.fromEntries(names.map((name) => [name, inputs[name] as string])) };
}

/** The import ids that the answer to {@link lookupFor} leaves open for a creation. */
export function lookedUpIds(type: string, inputs: Record<string, unknown>, answer: unknown): string[] {
  return lookedUp[type]?.ids(answer, inputs as Record<string, string>) ?? [];
}
