import { randomBytes } from "node:crypto";
import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { between } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import { present } from "../state.ts";
import { fingerprint } from "./open-pgp-key.ts";

/**
 * Where the official plugin has the password, encrypted with the key. There is nothing to sign in to with it in a
 * rehearsal: the sandbox encrypts nothing, and says so.
 */
const noPassword = "the sandbox encrypts nothing: no password stands here";

export const userLoginProfile: ResourceType = {
  token: "aws:iam/userLoginProfile:UserLoginProfile",
  // Upstream makes a password without it too, and writes it into the state in the clear.
  required: ["pgpKey"],
  defaults: { passwordLength: 20 },
  computed: ["passwordResetRequired"],
  replaceOnChange: "everything",
  rules: { passwordLength: [between(5, 128)] },

  async create(session, inputs) {
    const UserName = textOf(inputs["user"]);
    const PasswordResetRequired = inputs["passwordResetRequired"] === true;
    const keyFingerprint = fingerprintOf(textOf(inputs["pgpKey"]));
    const Password = passwordOf(Number(inputs["passwordLength"]));
    const made = call(session, "iam", "CreateLoginProfile", { UserName, Password, PasswordResetRequired });
    await doing(`creating IAM User Login Profile for "${UserName}"`, made);
    return { id: UserName, outputs: present({ encryptedPassword: noPassword, keyFingerprint }) };
  },

  async read(session, id, known) {
    const found = unlessGone(call(session, "iam", "GetLoginProfile", { UserName: id }));
    const answer = await doing(`reading IAM User Login Profile (${id})`, found);
    if (answer === undefined) return undefined;
    const profile = answer["LoginProfile"] as Record<string, unknown>;
    const { pgpKey, passwordLength, encryptedPassword, keyFingerprint } = known;
    return {
      ...present({ user: profile["UserName"], pgpKey, passwordLength, encryptedPassword, keyFingerprint }),
      passwordResetRequired: profile["PasswordResetRequired"] === true,
    };
  },

  async delete(session, id) {
    const deleted = unlessGone(call(session, "iam", "DeleteLoginProfile", { UserName: id }));
    await doing(`deleting IAM User Login Profile (${id})`, deleted);
  },
};

/** Known to nobody, and forgotten at once; with a character of each kind that the account may ask for. */
function passwordOf(length: number): string {
  const kinds = "aA1!";
  return randomBytes(length).toString("base64url").slice(kinds.length, length) + kinds;
}

/** Nothing for a name at Keybase: the key is there, and the sandbox asks nobody. */
function fingerprintOf(pgpKey: string): string | undefined {
  return pgpKey.startsWith("keybase:") ? undefined : fingerprint(pgpKey);
}
