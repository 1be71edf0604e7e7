import type { World } from "../world.ts";
import { accessDenied, instance, invalid, listed, notFound, type InInstance, type Paging } from "./instance.ts";
import { changeableSet, permissionSet, type InSet } from "./permission-set.ts";
import { provision } from "./provisioned-role.ts";
import { newRequest, request, type RequestOutcome } from "./request.ts";

type Target = InSet & { TargetId?: string; TargetType: "AWS_ACCOUNT" | "ALL_PROVISIONED_ACCOUNTS" };

/** The accounts that provisioning the set reaches. */
export function targets({ PermissionSetArn, TargetId, TargetType }: Target, { identityCenter }: World): string[] {
  if (TargetType === "AWS_ACCOUNT") return TargetId === undefined ? [] : [TargetId];
  return Object.keys(identityCenter.permissionSets[PermissionSetArn]?.provisioned ?? {});
}

function status(
  id: string,
  { status: Status, accountId, permissionSetArn, failureReason, createdDate }: RequestOutcome,
) {
  return {
    Status,
    RequestId: id,
    AccountId: accountId === "" ? undefined : accountId,
    PermissionSetArn: permissionSetArn,
    FailureReason: failureReason,
    CreatedDate: createdDate,
  };
}

/** Brings the set's roles up to date with it. The answer says IN_PROGRESS; the request's status tells how it ended. */
export function provisionPermissionSet(input: Target, world: World) {
  const { TargetId, TargetType } = input;
  const set = changeableSet("ProvisionPermissionSet", input, world);
  if ((TargetType === "AWS_ACCOUNT") !== (TargetId !== undefined)) {
    throw invalid("TargetId has to be given for the target type AWS_ACCOUNT, and only for it.");
  }
  const { managementAccountId } = world.organization;
  if (TargetId === managementAccountId && world.caller.accountId !== managementAccountId) {
    throw accessDenied(world, "ProvisionPermissionSet", set.PermissionSetArn);
  }
  if (TargetId !== undefined && world.iamOf(TargetId) === undefined) throw notFound(`Account ${TargetId}`);
  const reasons = targets(input, world).map((accountId) => provision(world, set, accountId));
  const failureReason = reasons.find((reason) => reason !== undefined);
  const of = { AccountId: TargetId ?? "", PermissionSetArn: set.PermissionSetArn };
  const { id, made } = newRequest(world, "provision", of, failureReason);
  return { PermissionSetProvisioningStatus: status(id, { ...made, status: "IN_PROGRESS", failureReason: undefined }) };
}

export function describePermissionSetProvisioningStatus(
  input: InInstance & { ProvisionPermissionSetRequestId: string },
  world: World,
) {
  const center = instance("DescribePermissionSetProvisioningStatus", input, world);
  const id = input.ProvisionPermissionSetRequestId;
  return { PermissionSetProvisioningStatus: status(id, request(center, "provision", id)) };
}

type Status = "LATEST_PERMISSION_SET_PROVISIONED" | "LATEST_PERMISSION_SET_NOT_PROVISIONED";

function fits(wanted: Status | undefined, latest: number, revision: number): boolean {
  return wanted === undefined || (latest === revision) === (wanted === "LATEST_PERMISSION_SET_PROVISIONED");
}

export function listAccountsForProvisionedPermissionSet(
  input: InSet & Paging & { ProvisioningStatus?: Status },
  world: World,
) {
  const center = instance("ListAccountsForProvisionedPermissionSet", input, world);
  const set = permissionSet(center, input.PermissionSetArn);
  const accounts = Object.entries(set.provisioned)
    .filter(([, { revision }]) => fits(input.ProvisioningStatus, set.revision, revision))
    .map(([accountId]) => accountId);
  return listed("AccountIds", accounts, input);
}

export function listPermissionSetsProvisionedToAccount(
  input: InInstance & Paging & { AccountId: string; ProvisioningStatus?: Status },
  world: World,
) {
  const center = instance("ListPermissionSetsProvisionedToAccount", input, world);
  const sets = Object.values(center.permissionSets).filter(({ provisioned, revision: latest }) => {
    const there = provisioned[input.AccountId];
    return there !== undefined && fits(input.ProvisioningStatus, latest, there.revision);
  });
  return listed(
    "PermissionSets",
    sets.map(({ PermissionSetArn }) => PermissionSetArn),
    input,
  );
}
