import { randomBytes, randomUUID } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A unique id as IAM makes them: a prefix that tells the kind, such as `AROA` for roles, and seventeen characters. */
export function uniqueId(prefix: "AROA" | "AIDA" | "ANPA" | "AIPA" | "AGPA"): string {
  return prefix + Array.from(randomBytes(17), (byte) => letters.charAt(byte % letters.length)).join("");
}

/** An access key id: `AKIA` is long-lived, `ASIA` belongs to a session. Both say that they are no real ones. */
export function accessKeyId(prefix: "AKIA" | "ASIA"): string {
  return `${prefix}SANDBOX${Array.from(randomBytes(9), (byte) => letters.charAt(byte % letters.length)).join("")}`;
}

export function hexadecimal(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString("hex")
    .slice(0, length);
}

/** An id of a group, user or membership: ten characters of the identity store's own id, and a UUID. */
export function directoryId(identityStoreId: string): string {
  return `${identityStoreId.replace(/^d-/, "").slice(0, 10)}-${randomUUID()}`;
}

export const requestId = randomUUID;
