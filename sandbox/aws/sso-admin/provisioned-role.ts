import { AwsError } from "../call.ts";
import { hexadecimal, uniqueId } from "../id.ts";
import { checkAttachable, checkBoundary } from "../iam/attachable-policy.ts";
import type { IamDocument, Role } from "../iam/iam-document.ts";
import { checkIdentityPolicy } from "../iam/policy-grammar.ts";
import { quotas } from "../iam/quotas.ts";
import type { World } from "../world.ts";
import type { CustomerManagedPolicyReference, PermissionSet } from "./identity-center-document.ts";
import { quotas as centerQuotas } from "./quotas.ts";

/** Outside us-east-1 the path names the home region. */
function path({ organization }: World): string {
  const { homeRegion } = organization;
  return `/aws-reserved/sso.amazonaws.com/${homeRegion === "us-east-1" ? "" : `${homeRegion}/`}`;
}

/**
 * Makes the permission set's role in an account, or brings it up to date, as Identity Center does. Gives the reason
 * where that fails; then the account is as it was.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
 */
export function provision(world: World, set: PermissionSet, accountId: string): string | undefined {
  const iam = world.iamOf(accountId);
  if (iam === undefined) return "Received a 404 status error: the account does not exist.";
  try {
    const existing = roleOf(iam, set);
    const holds = policies(world, set, accountId, iam);
    const role = existing ?? newRole(world, set, accountId, iam);
    Object.assign(role, holds);
    if (set.Description === undefined) delete role.Description;
    else role.Description = set.Description;
    if (holds.permissionsBoundary === undefined) delete role.permissionsBoundary;
    iam.roles[role.RoleName] = role;
    set.provisioned[accountId] = { roleName: role.RoleName, revision: set.revision };
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return `Received a ${error.status} status error: ${error.message}`;
    throw error;
  }
}

/** Takes the permission set's role out of the account. */
export function unprovision(world: World, set: PermissionSet, accountId: string): void {
  const iam = world.iamOf(accountId);
  const role = iam && roleOf(iam, set);
  if (role !== undefined) Reflect.deleteProperty(iam?.roles ?? {}, role.RoleName);
  Reflect.deleteProperty(set.provisioned, accountId);
}

/** Found by the set that it was made for, so that making it twice makes it once. */
function roleOf({ roles }: IamDocument, { PermissionSetArn }: PermissionSet): Role | undefined {
  return Object.values(roles).find(({ permissionSetArn }) => permissionSetArn === PermissionSetArn);
}

function policies(world: World, set: PermissionSet, accountId: string, iam: IamDocument) {
  const there = { iam, partition: world.partition };
  const customer = ({ Name, Path }: CustomerManagedPolicyReference) =>
    `arn:${world.partition}:iam::${accountId}:policy${Path}${Name}`;
  const attachedPolicies = [...set.managedPolicies, ...set.customerManagedPolicies.map(customer)];
  for (const arn of attachedPolicies) checkAttachable(there, arn);
  if (attachedPolicies.length > quotas.managedPoliciesPerRole) {
    const message = `Cannot exceed quota for PoliciesPerRole: ${quotas.managedPoliciesPerRole}`;
    throw new AwsError("LimitExceeded", message, 409);
  }
  if (set.inlinePolicy !== undefined) checkIdentityPolicy(set.inlinePolicy);
  const { ManagedPolicyArn, CustomerManagedPolicyReference: reference } = set.permissionsBoundary ?? {};
  const boundary = reference === undefined ? ManagedPolicyArn : customer(reference);
  if (boundary !== undefined) checkBoundary(there, boundary);
  return {
    attachedPolicies,
    inlinePolicies: set.inlinePolicy === undefined ? {} : { AwsSSOInlinePolicy: set.inlinePolicy },
    ...(boundary !== undefined && { permissionsBoundary: boundary }),
  };
}

function newRole(world: World, set: PermissionSet, accountId: string, iam: IamDocument): Role {
  const reserved = Object.values(iam.roles).filter(({ permissionSetArn }) => permissionSetArn !== undefined);
  if (reserved.length >= centerQuotas.permissionSetsPerAccount) {
    const message = `At most ${centerQuotas.permissionSetsPerAccount} permission sets in an account.`;
    throw new AwsError("LimitExceeded", message, 409);
  }
  const { partition, identityCenter, now } = world;
  const RoleName = `AWSReservedSSO_${set.Name}_${hexadecimal(16)}`;
  const provider = `AWSSSO_${identityCenter.instanceArn.slice(-16)}_DO_NOT_DELETE`;
  const trust = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: `arn:${partition}:iam::${accountId}:saml-provider/${provider}` },
        Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
      },
    ],
  };
  return {
    Path: path(world),
    RoleName,
    RoleId: uniqueId("AROA"),
    Arn: `arn:${partition}:iam::${accountId}:role${path(world)}${RoleName}`,
    CreateDate: now,
    MaxSessionDuration: 43_200,
    AssumeRolePolicyDocument: JSON.stringify(trust),
    pinnedPrincipals: {},
    Tags: [],
    inlinePolicies: {},
    attachedPolicies: [],
    permissionSetArn: set.PermissionSetArn,
  };
}
