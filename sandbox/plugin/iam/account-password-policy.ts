import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { between } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { present } from "../state.ts";

/** Property → member of UpdateAccountPasswordPolicy and GetAccountPasswordPolicy. */
const members: Record<string, string> = {
  allowUsersToChangePassword: "AllowUsersToChangePassword",
  hardExpiry: "HardExpiry",
  maxPasswordAge: "MaxPasswordAge",
  minimumPasswordLength: "MinimumPasswordLength",
  passwordReusePrevention: "PasswordReusePrevention",
  requireLowercaseCharacters: "RequireLowercaseCharacters",
  requireNumbers: "RequireNumbers",
  requireSymbols: "RequireSymbols",
  requireUppercaseCharacters: "RequireUppercaseCharacters",
};

const id = "iam-account-password-policy";

export const accountPasswordPolicy: ResourceType = {
  token: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  defaults: { allowUsersToChangePassword: true, minimumPasswordLength: 6 },
  computed: [
    ...["hardExpiry", "maxPasswordAge", "passwordReusePrevention", "requireLowercaseCharacters", "requireNumbers"],
    ...["requireSymbols", "requireUppercaseCharacters"],
  ],
  replaceOnChange: [],
  rules: { minimumPasswordLength: [between(6, 128)] },

  async create(session, inputs) {
    await update(session, inputs);
    return { id };
  },

  async read(session) {
    const found = unlessGone(call(session, "iam", "GetAccountPasswordPolicy", {}));
    const answer = await doing("reading IAM Account Password Policy", found);
    if (answer === undefined) return undefined;
    const own = answer["PasswordPolicy"] as Record<string, unknown>;
    return {
      ...present(Object.fromEntries(Object.entries(members).map(([name, member]) => [name, own[member]]))),
      expirePasswords: own["ExpirePasswords"] === true,
    };
  },

  async update(session, _, { news }) {
    await update(session, news);
  },

  async delete(session) {
    const deleted = unlessGone(call(session, "iam", "DeleteAccountPasswordPolicy", {}));
    await doing("deleting IAM Account Password Policy", deleted);
  },
};

async function update(session: Session, inputs: Properties): Promise<void> {
  const input = Object.fromEntries(Object.entries(members).map(([name, member]) => [member, inputs[name]]));
  await doing("updating IAM Account Password Policy", call(session, "iam", "UpdateAccountPasswordPolicy", input));
}
