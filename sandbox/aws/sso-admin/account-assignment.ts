import type { World } from "../world.ts";
import type { Assignment } from "./identity-center-document.ts";
import { accessDenied, instance, listed, notFound, type InInstance, type Paging } from "./instance.ts";
import { permissionSet, type InSet } from "./permission-set.ts";
import { provision, unprovision } from "./provisioned-role.ts";
import { newRequest, request, type RequestOutcome } from "./request.ts";

type OfAssignment = InSet & { TargetId: string; TargetType: string; PrincipalType: string; PrincipalId: string };

const equals = (a: Assignment) => (b: Assignment) =>
  a.PermissionSetArn === b.PermissionSetArn &&
  a.AccountId === b.AccountId &&
  a.PrincipalId === b.PrincipalId &&
  a.PrincipalType === b.PrincipalType;

function asked(operation: string, input: OfAssignment, world: World) {
  const center = instance(operation, input, world);
  const set = permissionSet(center, input.PermissionSetArn);
  const { TargetId: AccountId, PermissionSetArn, PrincipalType, PrincipalId } = input;
  const { managementAccountId } = world.organization;
  if (AccountId === managementAccountId && world.caller.accountId !== managementAccountId) {
    const why = ": a delegated administrator cannot assign in the management account";
    throw accessDenied(world, operation, PermissionSetArn, why);
  }
  if (world.iamOf(AccountId) === undefined) throw notFound(`Account ${AccountId}`);
  return { center, set, assignment: { AccountId, PermissionSetArn, PrincipalType, PrincipalId } };
}

function status(id: string, { status: Status, failureReason, createdDate, ...of }: RequestOutcome) {
  return {
    Status,
    RequestId: id,
    FailureReason: failureReason,
    TargetId: of.accountId,
    TargetType: "AWS_ACCOUNT",
    PermissionSetArn: of.permissionSetArn,
    ...of.principal,
    CreatedDate: createdDate,
  };
}

/**
 * AWS assigns behind the caller's back: the answer says IN_PROGRESS, and only the request's status tells how it ended.
 * Assigning what is assigned already succeeds and changes nothing.
 */
export function createAccountAssignment(input: OfAssignment, world: World) {
  const { center, set, assignment } = asked("CreateAccountAssignment", input, world);
  const { PrincipalType, PrincipalId } = assignment;
  const people = PrincipalType === "GROUP" ? world.identityStore.groups : world.identityStore.users;
  if (!Object.hasOwn(people, PrincipalId)) throw notFound(`${PrincipalType} ${PrincipalId}`);
  const known = center.assignments.some(equals(assignment));
  const failureReason = known ? undefined : provision(world, set, assignment.AccountId);
  if (!known && failureReason === undefined) center.assignments.push(assignment);
  const { id, made } = newRequest(world, "create assignment", assignment, failureReason);
  return { AccountAssignmentCreationStatus: status(id, { ...made, status: "IN_PROGRESS", failureReason: undefined }) };
}

/** With its last assignment in an account, a permission set's role goes too. */
export function deleteAccountAssignment(input: OfAssignment, world: World) {
  const { center, set, assignment } = asked("DeleteAccountAssignment", input, world);
  const isIt = equals(assignment);
  if (!center.assignments.some(isIt)) throw notFound("Account assignment");
  center.assignments = center.assignments.filter((one) => !isIt(one));
  const { AccountId, PermissionSetArn } = assignment;
  const others = center.assignments.some(
    (one) => one.AccountId === AccountId && one.PermissionSetArn === PermissionSetArn,
  );
  if (!others) unprovision(world, set, AccountId);
  const { id, made } = newRequest(world, "delete assignment", assignment, undefined);
  return { AccountAssignmentDeletionStatus: status(id, { ...made, status: "IN_PROGRESS" }) };
}

export function describeAccountAssignmentCreationStatus(
  input: InInstance & { AccountAssignmentCreationRequestId: string },
  world: World,
) {
  const center = instance("DescribeAccountAssignmentCreationStatus", input, world);
  const id = input.AccountAssignmentCreationRequestId;
  return { AccountAssignmentCreationStatus: status(id, request(center, "create assignment", id)) };
}

export function describeAccountAssignmentDeletionStatus(
  input: InInstance & { AccountAssignmentDeletionRequestId: string },
  world: World,
) {
  const center = instance("DescribeAccountAssignmentDeletionStatus", input, world);
  const id = input.AccountAssignmentDeletionRequestId;
  return { AccountAssignmentDeletionStatus: status(id, request(center, "delete assignment", id)) };
}

export function listAccountAssignments(input: InSet & Paging & { AccountId: string }, world: World) {
  const center = instance("ListAccountAssignments", input, world);
  const { PermissionSetArn } = permissionSet(center, input.PermissionSetArn);
  const found = center.assignments.filter(
    (one) => one.PermissionSetArn === PermissionSetArn && one.AccountId === input.AccountId,
  );
  return listed("AccountAssignments", found, input);
}
