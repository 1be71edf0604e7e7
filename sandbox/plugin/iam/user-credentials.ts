import { call, list, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";

/** Takes the user out of every group, which the official plugin does before it deletes any user. */
export async function leaveGroups(session: Session, UserName: string): Promise<void> {
  const groups = await list<{ GroupName: string }>(session, "iam", "ListGroupsForUser", { UserName }, "Groups");
  for (const { GroupName } of groups) await call(session, "iam", "RemoveUserFromGroup", { GroupName, UserName });
}

/** Takes away with what the user signs in, which the official plugin does where `forceDestroy` is set. */
export async function dropCredentials(session: Session, UserName: string): Promise<void> {
  type Key = Record<"AccessKeyId", string>;
  for (const { AccessKeyId } of await list<Key>(session, "iam", "ListAccessKeys", { UserName }, "AccessKeyMetadata")) {
    await call(session, "iam", "DeleteAccessKey", { UserName, AccessKeyId });
  }
  type Device = Record<"SerialNumber", string>;
  for (const { SerialNumber } of await list<Device>(session, "iam", "ListMFADevices", { UserName }, "MFADevices")) {
    await call(session, "iam", "DeactivateMFADevice", { UserName, SerialNumber });
  }
  await unlessGone(call(session, "iam", "DeleteLoginProfile", { UserName }));
}
