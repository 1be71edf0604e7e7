import { managedPolicy } from "../../iam/catalogue/managed-policies.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import type { CustomerManagedPolicyReference, Deployment, PermissionSet, Role } from "../../model/deployment.ts";
import { plan } from "../../model/plan.ts";
import { today } from "../components/program.ts";

/** Who acts, with every document that decides what it may do. */
export interface Bearer {
  /** Such as `permission-set ReadOnly in Production` or `pipeline release to Production`. */
  name: string;
  /** Name of the account in which it acts. */
  account: string;
  accountId: string;
  roleArn: string;
  /** Of who is an IAM user; then there is no role. */
  userArn?: string;
  /** By name: `permissions` is the inline policy, `AWS:NAME` a policy that AWS manages, others are customer managed. */
  identity: Record<string, PolicyDocument>;
  boundary?: PolicyDocument;
  /** The boundary is the account's ceiling: it holds nothing back of what is granted, only what might be some day. */
  underCeiling?: true;
  trust?: PolicyDocument;
}

export const stacks: Record<string, Deployment> = {
  dev: plan("config/dev.yaml", { today }).deployment!,
  prod: plan("config/prod.yaml", { today }).deployment!,
};

/** Name → id, over both stacks. */
export const accountIds: Record<string, string> = Object.fromEntries(
  Object.values(stacks).flatMap(({ accounts }) => accounts.map(({ name, id }) => [name, id])),
);

/** Every bearer of a stack, its customer managed policies among them, as if somebody held that policy alone. */
export function bearersOf(deployment: Deployment): Bearer[] {
  const { policies, permissionSets, access, workloads, pipelines, breakGlass, audit } = deployment;
  const cells = access.flatMap((line) => line.cells);
  return [
    ...policies.map(({ policyName, account, path, document }) => {
      const held = bearer(`policy ${policyName}`, "in", account, `holder-of/${policyName}`, { permissions: document });
      return path === "/break-glass/" ? { ...held, userArn: userArn(account, "holder") } : held;
    }),
    ...(breakGlass?.users ?? []).map(({ userName, account, policyArns }) => {
      const policy = (arn: string) => [
        lastPart(arn),
        customerPolicy({ name: lastPart(arn), path: "/break-glass/" }, account),
      ];
      const identity = Object.fromEntries(policyArns.map(policy)) as Bearer["identity"];
      return { ...bearer(`user ${userName}`, "in", account, "", identity), userArn: userArn(account, userName) };
    }),
    ...(breakGlass?.roles ?? []).map((role) => ofRole(`role ${role.roleName}`, "in", role)),
    ...permissionSets.flatMap((set) => {
      const accounts = cells.filter(({ permissionSet }) => permissionSet === set.name).map(({ account }) => account);
      return [...new Set(accounts)].sort().map((account) => ofSet(set, account));
    }),
    ...workloads.flatMap(({ role, executionRole }) => [
      ofRole(`workload ${role.roleName}`, "in", role),
      ...(executionRole ? [ofRole(`execution-role ${executionRole.roleName}`, "in", executionRole)] : []),
    ]),
    ...pipelines.flatMap(({ name, source, targets }) => [
      ...(source ? [ofRole(`pipeline ${name}`, "from", source)] : []),
      ...targets.map((target) => ofRole(`pipeline ${name}`, "to", target)),
    ]),
    ...(audit?.trail === undefined ? [] : [ofRole("audit log-delivery", "in", audit.trail.logGroup.role)]),
  ];
}

/** Of either stack. */
export function bearerNamed(name: string): Bearer {
  const found = Object.values(stacks)
    .flatMap(bearersOf)
    .find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}

function bearer(
  name: string,
  preposition: string,
  account: string,
  role: string,
  identity: Bearer["identity"],
  more: { boundary?: PolicyDocument | undefined; underCeiling?: boolean; trust?: PolicyDocument } = {},
): Bearer {
  const accountId = accountIds[account]!;
  const { boundary, underCeiling = false, trust } = more;
  return {
    name: `${name} ${preposition} ${account}`,
    account,
    accountId,
    roleArn: `arn:aws:iam::${accountId}:role/${role}`,
    identity,
    ...(boundary && { boundary }),
    ...(underCeiling && { underCeiling }),
    ...(trust && { trust }),
  };
}

function ofSet(set: PermissionSet, account: string): Bearer {
  const { permissionSetName, awsManagedPolicyArns, customerManagedPolicies, inlinePolicy, permissionsBoundary } = set;
  const role = `aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${permissionSetName}_0123456789abcdef`;
  const boundary =
    permissionsBoundary === undefined
      ? undefined
      : "awsManagedPolicyArn" in permissionsBoundary
        ? awsPolicy(permissionsBoundary.awsManagedPolicyArn)
        : customerPolicy(permissionsBoundary.customerManagedPolicy, account);
  const identity = {
    ...Object.fromEntries(awsManagedPolicyArns.map((arn) => [`AWS:${lastPart(arn)}`, awsPolicy(arn)])),
    ...Object.fromEntries(customerManagedPolicies.map((policy) => [policy.name, customerPolicy(policy, account)])),
    ...(inlinePolicy && { permissions: inlinePolicy }),
  };
  return bearer(`permission-set ${permissionSetName}`, "in", account, role, identity, { boundary });
}

function ofRole(name: string, preposition: string, role: Role): Bearer {
  const { account, awsManagedPolicyArns, customerManagedPolicyArns, inlinePolicy, permissionsBoundaryArn, trust } =
    role;
  const byArn = (arn: string): PolicyDocument =>
    arn.includes(":aws:policy/")
      ? awsPolicy(arn)
      : (ceiling(arn) ?? customerPolicy({ name: lastPart(arn), path: "/" }, account));
  const identity = {
    ...Object.fromEntries(awsManagedPolicyArns.map((arn) => [`AWS:${lastPart(arn)}`, byArn(arn)])),
    ...Object.fromEntries(customerManagedPolicyArns.map((arn) => [lastPart(arn), byArn(arn)])),
    ...(inlinePolicy && { permissions: inlinePolicy }),
  };
  return bearer(name, preposition, account, role.arn.slice(role.arn.indexOf("role/") + 5), identity, {
    boundary: permissionsBoundaryArn === undefined ? undefined : byArn(permissionsBoundaryArn),
    underCeiling: ceiling(permissionsBoundaryArn) !== undefined,
    trust,
  });
}

const userArn = (account: string, name: string): string =>
  `arn:aws:iam::${accountIds[account]!}:user/break-glass/${name}`;

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

function awsPolicy(arn: string): PolicyDocument {
  const found = managedPolicy(lastPart(arn));
  if (found?.arn("aws") !== arn) throw new Error(`AWS has no policy ${arn}`);
  return found.document;
}

function ceiling(arn: string | undefined): PolicyDocument | undefined {
  const accounts = Object.values(stacks).flatMap((stack) => stack.accounts);
  return accounts.find((account) => account.ceiling.arn === arn)?.ceiling.document;
}

/** As it is made in the account, by whichever stack. */
function customerPolicy({ name, path }: CustomerManagedPolicyReference, account: string): PolicyDocument {
  const found = Object.values(stacks)
    .flatMap(({ policies }) => policies)
    .find((policy) => policy.policyName === name && policy.path === path && policy.account === account);
  if (found === undefined) throw new Error(`No policy ${path}${name} is made in ${account}`);
  return found.document;
}
