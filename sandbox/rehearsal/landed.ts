/** AWS as one account's deploy role: service, operation, input. Undefined where AWS says that there is no such thing. */
export type Ask = (
  service: string,
  operation: string,
  input: Record<string, unknown>,
) => Promise<Record<string, unknown> | undefined>;

/** A creation of which the engine does not know whether it came about. */
export interface Creation {
  type: string;
  inputs: Record<string, unknown>;
  accountId: string;
  partition: string;
}

type Find = (inputs: Record<string, string>, ask: Ask, creation: Creation) => Promise<string | undefined>;

/**
 * How to find what has come about, by the names that AWS allows only once, and the id by which Pulumi imports it. What
 * is not listed can be created over again without harm.
 */
const finders: Record<string, Find> = {
  "aws:iam/role:Role": async ({ name }, ask) => (await ask("iam", "GetRole", { RoleName: name })) && name,
  "aws:iam/instanceProfile:InstanceProfile": async ({ name }, ask) =>
    (await ask("iam", "GetInstanceProfile", { InstanceProfileName: name })) && name,
  "aws:iam/policy:Policy": async ({ name = "", path = "/" }, ask, { accountId, partition }) => {
    const arn = `arn:${partition}:iam::${accountId}:policy${path}${name}`;
    return (await ask("iam", "GetPolicy", { PolicyArn: arn })) && arn;
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": async ({ url = "" }, ask, { accountId, partition }) => {
    const arn = `arn:${partition}:iam::${accountId}:oidc-provider/${url.replace("https://", "")}`;
    return (await ask("iam", "GetOpenIDConnectProvider", { OpenIDConnectProviderArn: arn })) && arn;
  },
  "aws:ssoadmin/permissionSet:PermissionSet": async ({ name, instanceArn: InstanceArn }, ask) => {
    const listed = await all(ask, "sso-admin", "ListPermissionSets", { InstanceArn }, "PermissionSets");
    for (const PermissionSetArn of listed as string[]) {
      const found = await ask("sso-admin", "DescribePermissionSet", { InstanceArn, PermissionSetArn });
      const set = found?.["PermissionSet"] as { Name?: string } | undefined;
      if (set?.Name === name) return `${PermissionSetArn},${InstanceArn ?? ""}`;
    }
    return undefined;
  },
  "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes": async ({ instanceArn }, ask) => {
    const operation = "DescribeInstanceAccessControlAttributeConfiguration";
    return (await ask("sso-admin", operation, { InstanceArn: instanceArn })) && instanceArn;
  },
  "aws:identitystore/group:Group": async ({ displayName, identityStoreId }, ask) => {
    const groups = await all(ask, "identitystore", "ListGroups", { IdentityStoreId: identityStoreId }, "Groups");
    const found = (groups as { DisplayName: string; GroupId: string }[]).find((one) => one.DisplayName === displayName);
    return found && `${identityStoreId ?? ""}/${found.GroupId}`;
  },
  "aws:identitystore/user:User": async ({ userName, identityStoreId }, ask) => {
    const users = await all(ask, "identitystore", "ListUsers", { IdentityStoreId: identityStoreId }, "Users");
    const found = (users as { UserName: string; UserId: string }[]).find((one) => one.UserName === userName);
    return found && `${identityStoreId ?? ""}/${found.UserId}`;
  },
  "aws:identitystore/groupMembership:GroupMembership": async ({ groupId, memberId, identityStoreId }, ask) => {
    const input = { IdentityStoreId: identityStoreId, GroupId: groupId };
    const members = await all(ask, "identitystore", "ListGroupMemberships", input, "GroupMemberships");
    const found = (members as { MemberId: { UserId: string }; MembershipId: string }[]).find(
      ({ MemberId }) => MemberId.UserId === memberId,
    );
    return found && `${identityStoreId ?? ""}/${found.MembershipId}`;
  },
};

/** The id by which Pulumi imports what a creation made; undefined where it made nothing or may be repeated. */
export async function landedId(creation: Creation, ask: Ask): Promise<string | undefined> {
  return finders[creation.type]?.(creation.inputs as Record<string, string>, ask, creation);
}

async function all(
  ask: Ask,
  service: string,
  operation: string,
  input: Record<string, unknown>,
  items: string,
): Promise<unknown[]> {
  const found: unknown[] = [];
  let next: unknown;
  do {
    const page = await ask(service, operation, next === undefined ? input : { ...input, NextToken: next });
    found.push(...((page?.[items] ?? []) as unknown[]));
    next = page?.["NextToken"];
  } while (next !== undefined);
  return found;
}
