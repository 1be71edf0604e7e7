import { randomBytes } from "node:crypto";
import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { between } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import { present } from "../state.ts";

/** What stands where the official plugin has the password, encrypted with the key: the sandbox encrypts nothing. */
const placeholder = "the sandbox has no OpenPGP: no password stands here";

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
    // Known to nobody, and forgotten at once.
    const Password = `${randomBytes(24).toString("base64url")}aA1!`;
    const made = call(session, "iam", "CreateLoginProfile", { UserName, Password, PasswordResetRequired });
    await doing(`creating IAM User Login Profile for "${UserName}"`, made);
    return { id: UserName, outputs: { encryptedPassword: placeholder, keyFingerprint: "" } };
  },

  async read(session, id, known) {
    const found = unlessGone(call(session, "iam", "GetLoginProfile", { UserName: id }));
    const answer = await doing(`reading IAM User Login Profile (${id})`, found);
    if (answer === undefined) return undefined;
    const profile = answer["LoginProfile"] as Record<string, unknown>;
    const { encryptedPassword = "", keyFingerprint = "" } = known;
    return {
      ...present({ user: profile["UserName"], pgpKey: known["pgpKey"], passwordLength: known["passwordLength"] }),
      ...{ passwordResetRequired: profile["PasswordResetRequired"] === true, encryptedPassword, keyFingerprint },
    };
  },

  async delete(session, id) {
    const deleted = unlessGone(call(session, "iam", "DeleteLoginProfile", { UserName: id }));
    await doing(`deleting IAM User Login Profile (${id})`, deleted);
  },
};
