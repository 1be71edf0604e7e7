import { awsManagedPolicy } from "../iam/attachable-policy.ts";
import { policySize } from "../iam/quotas.ts";
import type { World } from "../world.ts";
import type { CustomerManagedPolicyReference, PermissionSet } from "./identity-center-document.ts";
import { conflict, instance, invalid, listed, notFound, overQuota, type Paging } from "./instance.ts";
import { changeableSet, permissionSet, type InSet } from "./permission-set.ts";
import { quotas } from "./quotas.ts";

// What is changed here reaches the accounts only when the set is provisioned there again.

interface Reference {
  Name: string;
  Path?: string;
}

type OfManaged = InSet & { ManagedPolicyArn: string };
type OfCustomerManaged = InSet & { CustomerManagedPolicyReference: Reference };

const complete = ({ Name, Path = "/" }: Reference): CustomerManagedPolicyReference => ({ Name, Path });
const equals = (a: CustomerManagedPolicyReference) => (b: CustomerManagedPolicyReference) =>
  a.Name === b.Name && a.Path === b.Path;

function look(operation: string, input: InSet, world: World): PermissionSet {
  return permissionSet(instance(operation, input, world), input.PermissionSetArn);
}

function checkRoom({ managedPolicies, customerManagedPolicies }: PermissionSet): void {
  const most = quotas.managedPoliciesPerPermissionSet;
  if (managedPolicies.length + customerManagedPolicies.length >= most) {
    throw overQuota(`A permission set has at most ${most} managed policies.`);
  }
}

export function attachManagedPolicyToPermissionSet(input: OfManaged, world: World) {
  const set = changeableSet("AttachManagedPolicyToPermissionSet", input, world);
  if (awsManagedPolicy(input.ManagedPolicyArn, world.partition) === undefined) {
    throw notFound(`Managed policy ${input.ManagedPolicyArn}`);
  }
  if (set.managedPolicies.includes(input.ManagedPolicyArn)) {
    throw conflict("Managed Policy is already attached to the PermissionSet.");
  }
  checkRoom(set);
  set.managedPolicies.push(input.ManagedPolicyArn);
  set.revision += 1;
  return {};
}

export function detachManagedPolicyFromPermissionSet(input: OfManaged, world: World) {
  const set = changeableSet("DetachManagedPolicyFromPermissionSet", input, world);
  if (!set.managedPolicies.includes(input.ManagedPolicyArn)) throw notFound("Managed policy attachment");
  set.managedPolicies = set.managedPolicies.filter((arn) => arn !== input.ManagedPolicyArn);
  set.revision += 1;
  return {};
}

export function listManagedPoliciesInPermissionSet(input: InSet & Paging, world: World) {
  const { managedPolicies } = look("ListManagedPoliciesInPermissionSet", input, world);
  const attached = managedPolicies.map((Arn) => ({ Name: Arn.slice(Arn.lastIndexOf("/") + 1), Arn }));
  return listed("AttachedManagedPolicies", attached, input);
}

export function attachCustomerManagedPolicyReferenceToPermissionSet(input: OfCustomerManaged, world: World) {
  const set = changeableSet("AttachCustomerManagedPolicyReferenceToPermissionSet", input, world);
  const reference = complete(input.CustomerManagedPolicyReference);
  if (set.customerManagedPolicies.some(equals(reference))) {
    throw conflict("Customer Managed Policy is already attached to the PermissionSet.");
  }
  checkRoom(set);
  set.customerManagedPolicies.push(reference);
  set.revision += 1;
  return {};
}

export function detachCustomerManagedPolicyReferenceFromPermissionSet(input: OfCustomerManaged, world: World) {
  const set = changeableSet("DetachCustomerManagedPolicyReferenceFromPermissionSet", input, world);
  const isIt = equals(complete(input.CustomerManagedPolicyReference));
  if (!set.customerManagedPolicies.some(isIt)) throw notFound("Customer managed policy attachment");
  set.customerManagedPolicies = set.customerManagedPolicies.filter((one) => !isIt(one));
  set.revision += 1;
  return {};
}

export function listCustomerManagedPolicyReferencesInPermissionSet(input: InSet & Paging, world: World) {
  const { customerManagedPolicies } = look("ListCustomerManagedPolicyReferencesInPermissionSet", input, world);
  return listed("CustomerManagedPolicyReferences", customerManagedPolicies, input);
}

/** The document itself is looked at only when it is provisioned: what is wrong with it fails that. */
export function putInlinePolicyToPermissionSet(input: InSet & { InlinePolicy: string }, world: World) {
  const set = changeableSet("PutInlinePolicyToPermissionSet", input, world);
  if (policySize(input.InlinePolicy) > quotas.inlinePolicySize) {
    throw overQuota(`The inline policy has more than ${quotas.inlinePolicySize} characters without white space.`);
  }
  set.inlinePolicy = input.InlinePolicy;
  set.revision += 1;
  return {};
}

/** An empty text where there is none. */
export function getInlinePolicyForPermissionSet(input: InSet, world: World) {
  return { InlinePolicy: look("GetInlinePolicyForPermissionSet", input, world).inlinePolicy ?? "" };
}

export function deleteInlinePolicyFromPermissionSet(input: InSet, world: World) {
  const set = changeableSet("DeleteInlinePolicyFromPermissionSet", input, world);
  if (set.inlinePolicy === undefined) throw notFound("Inline policy");
  delete set.inlinePolicy;
  set.revision += 1;
  return {};
}

interface Boundary {
  ManagedPolicyArn?: string;
  CustomerManagedPolicyReference?: Reference;
}

export function putPermissionsBoundaryToPermissionSet(input: InSet & { PermissionsBoundary: Boundary }, world: World) {
  const set = changeableSet("PutPermissionsBoundaryToPermissionSet", input, world);
  const { ManagedPolicyArn: arn, CustomerManagedPolicyReference: reference } = input.PermissionsBoundary;
  if ((arn === undefined) === (reference === undefined)) {
    throw invalid("Only ManagedPolicyArn or CustomerManagedPolicyReference should be given.");
  }
  if (arn !== undefined && awsManagedPolicy(arn, world.partition) === undefined)
    throw notFound(`Managed policy ${arn}`);
  set.permissionsBoundary = {
    ...(arn !== undefined && { ManagedPolicyArn: arn }),
    ...(reference !== undefined && { CustomerManagedPolicyReference: complete(reference) }),
  };
  set.revision += 1;
  return {};
}

export function getPermissionsBoundaryForPermissionSet(input: InSet, world: World) {
  const { permissionsBoundary } = look("GetPermissionsBoundaryForPermissionSet", input, world);
  if (permissionsBoundary === undefined) throw notFound("PermissionsBoundary");
  return { PermissionsBoundary: permissionsBoundary };
}

export function deletePermissionsBoundaryFromPermissionSet(input: InSet, world: World) {
  const set = changeableSet("DeletePermissionsBoundaryFromPermissionSet", input, world);
  if (set.permissionsBoundary === undefined) throw notFound("PermissionsBoundary");
  delete set.permissionsBoundary;
  set.revision += 1;
  return {};
}
