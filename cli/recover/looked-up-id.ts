import type { GetGroupMembershipsResult, GetGroupsResult, GetUsersResult } from "@pulumi/aws/identitystore/index.js";
import type { GetPoliciesResult } from "@pulumi/aws/organizations/index.js";
import type { GetPermissionSetsResult } from "@pulumi/aws/ssoadmin/index.js";

/** A lookup of the AWS provider that lists: what is missing is not in its answer, and every error is one. */
export interface Lookup {
  token: string;
  args: Record<string, string>;
}

interface LookedUp {
  /** Arguments that the lookup needs, beside `region`, and the inputs that they are. */
  needs: Record<string, string>;
  token: string;
  /** Import ids of what the answer lists, such as can be what the inputs describe. */
  ids: (answer: unknown, inputs: Record<string, string>) => string[];
}

/** Types whose ids AWS makes up, and the names that it allows only once. */
const lookedUp: Record<string, LookedUp> = {
  // The names of permission sets are not listed: whoever asks has to read each of them.
  "aws:ssoadmin/permissionSet:PermissionSet": {
    token: "aws:ssoadmin/getPermissionSets:getPermissionSets",
    needs: { instanceArn: "instanceArn" },
    ids: (answer, { instanceArn }) =>
      (answer as GetPermissionSetsResult).arns.map((arn) => `${arn},${instanceArn ?? ""}`),
  },
  "aws:identitystore/group:Group": {
    token: "aws:identitystore/getGroups:getGroups",
    needs: { identityStoreId: "identityStoreId" },
    ids: (answer, { identityStoreId, displayName }) =>
      (answer as GetGroupsResult).groups
        .filter((group) => group.displayName === displayName)
        .map(({ groupId }) => `${identityStoreId ?? ""}/${groupId}`),
  },
  "aws:identitystore/user:User": {
    token: "aws:identitystore/getUsers:getUsers",
    needs: { identityStoreId: "identityStoreId" },
    ids: (answer, { identityStoreId, userName }) =>
      (answer as GetUsersResult).users
        .filter((user) => user.userName === userName)
        .map(({ userId }) => `${identityStoreId ?? ""}/${userId}`),
  },
  "aws:identitystore/groupMembership:GroupMembership": {
    token: "aws:identitystore/getGroupMemberships:getGroupMemberships",
    needs: { identityStoreId: "identityStoreId", groupId: "groupId" },
    ids: (answer, { identityStoreId, memberId }) =>
      (answer as GetGroupMembershipsResult).groupMemberships
        .filter((membership) => membership.memberId.userId === memberId)
        .map(({ membershipId }) => `${identityStoreId ?? ""}/${membershipId}`),
  },
  // Neither are those of policies. AWS's own, which cannot be imported, have names for ids.
  "aws:organizations/policy:Policy": {
    token: "aws:organizations/getPolicies:getPolicies",
    needs: { filter: "type" },
    ids: (answer) => (answer as GetPoliciesResult).ids.filter((id) => !/^p-(RCP)?FullAWSAccess$/.test(id)),
  },
};

/** What to look up to learn the ids of a creation; undefined where its type needs none, or its inputs are not known. */
export function lookupFor(type: string, inputs: Record<string, unknown>): Lookup | undefined {
  const found = lookedUp[type];
  if (found === undefined) return undefined;
  const { region } = inputs;
  const args = Object.entries(found.needs).map(([argument, input]) => [argument, inputs[input]] as const);
  if (!args.every((argument): argument is [string, string] => typeof argument[1] === "string")) return undefined;
  return { token: found.token, args: { ...Object.fromEntries(args), ...(typeof region === "string" && { region }) } };
}

/** The import ids that the answer to {@link lookupFor} leaves open for a creation. */
export function lookedUpIds(type: string, inputs: Record<string, unknown>, answer: unknown): string[] {
  return lookedUp[type]?.ids(answer, inputs as Record<string, string>) ?? [];
}
