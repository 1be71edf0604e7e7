import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import { listed, type Paging } from "./list.ts";
import { quotas } from "./quotas.ts";
import { type MaybeNamed, user } from "./user.ts";

interface OfDevice {
  UserName: string;
  SerialNumber: string;
}

/** The codes are those of a hardware key, which the virtual AWS cannot know: it takes any that are well formed. */
export function enableMfaDevice({ UserName, SerialNumber }: OfDevice, world: World) {
  const found = user(world, UserName);
  const all = Object.values(world.iam.users).flatMap(({ mfaDevices }) => mfaDevices);
  if (all.some((device) => device.SerialNumber === SerialNumber)) {
    throw iamError("EntityAlreadyExists", "MFA Device is already in use.");
  }
  if (found.mfaDevices.length >= quotas.mfaDevicesPerUser) {
    throw iamError("LimitExceeded", `Cannot exceed quota for MFADevicesPerUser: ${quotas.mfaDevicesPerUser}`);
  }
  found.mfaDevices.push({ SerialNumber, EnableDate: world.now });
  return {};
}

export function listMfaDevices(input: MaybeNamed & Paging, world: World) {
  const { UserName, mfaDevices } = user(world, input.UserName);
  return listed(
    "MFADevices",
    mfaDevices.map((device) => ({ UserName, ...device })),
    input,
  );
}

export function deactivateMfaDevice({ UserName, SerialNumber }: MaybeNamed & { SerialNumber: string }, world: World) {
  const found = user(world, UserName);
  const left = found.mfaDevices.filter((device) => device.SerialNumber !== SerialNumber);
  if (left.length === found.mfaDevices.length) {
    throw noSuchEntity(`MFA Device with serial number ${SerialNumber} does not exist.`);
  }
  found.mfaDevices = left;
  return {};
}
