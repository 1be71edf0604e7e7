import type { World } from "../world.ts";
import { checkAttachable } from "./attachable-policy.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import { encoded, listed, type Paging } from "./list.ts";
import { checkIdentityPolicy } from "./policy-grammar.ts";
import { policySize, quotas } from "./quotas.ts";
import { changeableRole, role } from "./role.ts";

interface Named {
  RoleName: string;
}

interface Inline extends Named {
  PolicyName: string;
}

interface Attached extends Named {
  PolicyArn: string;
}

export function putRolePolicy(input: Inline & { PolicyDocument: string }, world: World) {
  const found = changeableRole(world, input.RoleName);
  checkIdentityPolicy(input.PolicyDocument);
  const all = { ...found.inlinePolicies, [input.PolicyName]: input.PolicyDocument };
  const size = Object.values(all).reduce((sum, document) => sum + policySize(document), 0);
  const limit = quotas.roleInlinePoliciesSize;
  if (size > limit) {
    throw iamError("LimitExceeded", `Maximum policy size of ${limit} bytes exceeded for role ${input.RoleName}`);
  }
  found.inlinePolicies = all;
  return {};
}

function inlinePolicy(world: World, { RoleName, PolicyName }: Inline): string {
  const document = role(world, RoleName).inlinePolicies[PolicyName];
  if (document === undefined) throw noSuchEntity(`The role policy with name ${PolicyName} cannot be found.`);
  return document;
}

export function getRolePolicy(input: Inline, world: World) {
  const { RoleName, PolicyName } = input;
  return { RoleName, PolicyName, PolicyDocument: encoded(inlinePolicy(world, input)) };
}

export function deleteRolePolicy(input: Inline, world: World) {
  const found = changeableRole(world, input.RoleName);
  inlinePolicy(world, input);
  Reflect.deleteProperty(found.inlinePolicies, input.PolicyName);
  return {};
}

export function listRolePolicies(input: Named & Paging, world: World) {
  return listed("PolicyNames", Object.keys(role(world, input.RoleName).inlinePolicies).sort(), input);
}

/** Attaching what is attached already changes nothing. */
export function attachRolePolicy({ RoleName, PolicyArn }: Attached, world: World) {
  const found = changeableRole(world, RoleName);
  checkAttachable(world, PolicyArn);
  if (found.attachedPolicies.includes(PolicyArn)) return {};
  if (found.attachedPolicies.length >= quotas.managedPoliciesPerRole) {
    throw iamError("LimitExceeded", `Cannot exceed quota for PoliciesPerRole: ${quotas.managedPoliciesPerRole}`);
  }
  found.attachedPolicies.push(PolicyArn);
  return {};
}

export function detachRolePolicy({ RoleName, PolicyArn }: Attached, world: World) {
  const found = changeableRole(world, RoleName);
  if (!found.attachedPolicies.includes(PolicyArn)) throw noSuchEntity(`Policy ${PolicyArn} was not found.`);
  found.attachedPolicies = found.attachedPolicies.filter((arn) => arn !== PolicyArn);
  return {};
}

export function listAttachedRolePolicies(input: Named & Paging & { PathPrefix?: string }, world: World) {
  const { PathPrefix = "/" } = input;
  const attached = role(world, input.RoleName)
    .attachedPolicies.filter((arn) => arn.includes(`:policy${PathPrefix}`))
    .map((PolicyArn) => ({ PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf("/") + 1), PolicyArn }));
  return listed("AttachedPolicies", attached, input);
}
