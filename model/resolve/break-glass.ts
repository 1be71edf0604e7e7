import type { PolicyDocument } from "../../iam/document.ts";
import type { Alarms, BreakGlass, BreakGlassUser, IamGroup, ManagedPolicy, Role } from "../deployment.ts";
import { type BreakGlass as Section, breakGlassPath as iamPath } from "../sections/break-glass.ts";
import { iamGroups } from "../sections/iam-groups.ts";
import { selectAccounts } from "../selector.ts";
import { breakGlassTrust } from "../trust.ts";
import { assumeRoleDocument, mfaDocument } from "./break-glass-documents.ts";
import { managedPolicyArn } from "./policy-arn.ts";
import { resolveRole, roleArn } from "./role.ts";
import { type Scope, accountId, accountOf, awsName, holdsManagement, inOrder, isOwn, keysOf, named } from "./scope.ts";

/** Names of the two policies that every user has. */
const policyNames = { mfa: "break-glass-mfa", assumeRole: "break-glass-assume-role" };

/** This stack's share of break-glass; undefined where it has none. */
export function resolveBreakGlass(scope: Scope): BreakGlass | undefined {
  const section = scope.configuration["break-glass"];
  if (section === undefined) return undefined;
  const roles = roleAccounts(scope, section)
    .filter((account) => isOwn(scope, account))
    .map((account) => resolveBreakGlassRole(scope, section, account));
  const users = isOwn(scope, section.account)
    ? inOrder(section.users).map(([key, user]) => resolveUser(scope, section, key, user))
    : [];
  const groups = isOwn(scope, section.account) ? resolveGroups(scope, section) : [];
  if (roles.length + users.length === 0) return undefined;
  return { name: "break-glass", formerly: [], configPath: "break-glass", users, groups, roles };
}

/** The policies of the users, which lie in their account. */
export function resolveBreakGlassPolicies(scope: Scope): ManagedPolicy[] {
  const section = scope.configuration["break-glass"];
  if (section === undefined || !isOwn(scope, section.account)) return [];
  const { account, owner } = section;
  const roleArns = roleAccounts(scope, section).map((name) => roleArn(scope, name, iamPath, section.role.name));
  const policy = (policyName: string, description: string, document: PolicyDocument): ManagedPolicy => ({
    ...named([policyName], keysOf(account, accountOf(scope, account))),
    configPath: "break-glass",
    account,
    policyName,
    path: iamPath,
    description,
    document,
    shortGrants: [],
    isBoundary: false,
    tags: { owner },
  });
  return [
    policy(policyNames.assumeRole, "What a break-glass user may do with MFA", assumeRoleDocument(roleArns)),
    policy(
      policyNames.mfa,
      "Until MFA is present a break-glass user can do nothing but set it up",
      mfaDocument(`arn:${scope.partition}:iam::${accountId(scope, account)}:user${iamPath}\${aws:username}`),
    ),
  ];
}

/** Who hears of a use: only in the stack that holds the management account, where the organization's trail is. */
export function resolveAlarms(scope: Scope): Alarms | undefined {
  const section = scope.configuration["break-glass"];
  if (section === undefined || !holdsManagement(scope)) return undefined;
  return {
    emails: [...section.alarms.email].sort(),
    userNames: inOrder(section.users).map(([key, user]) => awsName(key, user)),
    roleName: section.role.name,
    configPath: "break-glass.alarms",
  };
}

function roleAccounts({ configuration, findings }: Scope, { role }: Section): string[] {
  return selectAccounts(role.accounts, configuration, ["break-glass", "role", "accounts"], findings).sort();
}

function userArn(scope: Scope, { account }: Section, userName: string): string {
  return `arn:${scope.partition}:iam::${accountId(scope, account)}:user${iamPath}${userName}`;
}

function resolveUser(scope: Scope, section: Section, key: string, user: Section["users"][string]): BreakGlassUser {
  const { account } = section;
  const policies = [policyNames.assumeRole, policyNames.mfa];
  const pgpKey = user["pgp-key"];
  return {
    ...named(["break-glass/user"], keysOf(key, user), keysOf(account, accountOf(scope, account))),
    configPath: `break-glass.users.${key}`,
    account,
    userName: awsName(key, user),
    path: iamPath,
    policyArns: policies.map(
      (name) => `arn:${scope.partition}:iam::${accountId(scope, account)}:policy${iamPath}${name}`,
    ),
    needsPolicies: policies.map((name) => `${name}/${account}`),
    ...(pgpKey !== undefined && { pgpKey }),
    tags: { owner: user.owner },
  };
}

function resolveBreakGlassRole(scope: Scope, section: Section, account: string): Role {
  const { owner, role, users } = section;
  const userArns = inOrder(users).map(([key, user]) => userArn(scope, section, awsName(key, user)));
  return resolveRole(
    scope,
    {
      ...named(["break-glass/role"], keysOf(account, accountOf(scope, account))),
      account,
      roleName: role.name,
      path: iamPath,
      description: "Repairs anything on the day on which there is no other way in; every use raises an alarm",
      owner,
      withoutCeiling: true,
      trust: breakGlassTrust(userArns, accountId(scope, section.account), scope.partition),
    },
    { "aws-managed-policies": role["aws-managed-policies"] },
    ["break-glass", "role"],
  );
}

function resolveGroups(scope: Scope, section: Section): IamGroup[] {
  const accountKeys = keysOf(section.account, accountOf(scope, section.account));
  return inOrder(section["iam-groups"] ?? {}).map(([groupName, { members }]) => ({
    ...named(["break-glass/group"], [groupName], accountKeys),
    configPath: `break-glass.iam-groups.${groupName}`,
    account: section.account,
    groupName,
    path: iamPath,
    members: [...members].sort().map((member) => `break-glass/user/${member}/${section.account}`),
    awsManagedPolicyArns: (iamGroups[groupName] ?? []).flatMap((policy) => managedPolicyArn(scope, policy) ?? []),
  }));
}
