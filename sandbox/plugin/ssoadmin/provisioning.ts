import { setTimeout } from "node:timers/promises";
import { textOf } from "../property-values.ts";
import { call, doing } from "../session.ts";
import type { Output, Session } from "../session.ts";
import type { PermissionSetKey } from "./key.ts";

const limit = 10 * 60 * 1000;

/** Brings a changed permission set to every account where it is provisioned, and waits until it is there. */
export async function provision(session: Session, key: PermissionSetKey, region: string): Promise<void> {
  const input = { ...key, TargetType: "ALL_PROVISIONED_ACCOUNTS" };
  const what = `provisioning SSO Permission Set (${key.PermissionSetArn})`;
  const answer = await doing(what, call(session, "sso-admin", "ProvisionPermissionSet", input, region));
  await settled(
    `waiting for SSO Permission Set (${key.PermissionSetArn}) provision`,
    answer["PermissionSetProvisioningStatus"],
    async (requestId) => {
      const request = { InstanceArn: key.InstanceArn, ProvisionPermissionSetRequestId: requestId };
      const status = await call(session, "sso-admin", "DescribePermissionSetProvisioningStatus", request, region);
      return status["PermissionSetProvisioningStatus"];
    },
  );
}

/** Waits until what AWS does on its own has succeeded. Throws with AWS's reason where it fails. */
export async function settled(
  what: string,
  first: unknown,
  next: (requestId: string) => Promise<unknown>,
): Promise<void> {
  let status = first as Output;
  const requestId = textOf(status["RequestId"]);
  const deadline = Date.now() + limit;
  for (let pause = 5; status["Status"] === "IN_PROGRESS"; pause = Math.min(pause * 2, 1000)) {
    if (Date.now() > deadline) throw new Error(`${what}: timeout while waiting for state to become 'SUCCEEDED'`);
    await setTimeout(pause);
    status = (await doing(what, next(requestId))) as Output;
  }
  if (status["Status"] === "SUCCEEDED") return;
  const reason = textOf(status["FailureReason"]) || "no reason given";
  throw new Error(
    `${what}: unexpected state '${textOf(status["Status"])}', wanted target 'SUCCEEDED'. last error: ${reason}`,
  );
}
