import { isBreakGlass, quoted } from "../break-glass.ts";
import { cis, fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";

/** No console password but those of break-glass users, and none in the state. */
export const noConsolePassword: Rule = {
  name: "no-console-password",
  description: "No IAM user has a console password but those for break-glass, and none stands in the state.",
  level: "mandatory",
  severity: "high",
  requirements: [cis("1.21"), fsbp("IAM.5")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html",
  remediation:
    "Let people sign in through IAM Identity Center; encrypt the password of a break-glass user with a PGP key.",
  why:
    "A password can be guessed, phished and reused. Without a PGP key Pulumi records it, and whoever reads the state signs in " +
    "with it. That a break-glass user with a password needs a second factor is `mfa-before-password`.",
  bad: { alice: { type: "aws:iam:UserLoginProfile", properties: { user: "alice" } } },
  good: {
    developers: {
      type: "aws:ssoadmin:PermissionSet",
      properties: { name: "Developer", instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" },
    },
  },
  parameters: [],
  types: ["aws:iam/userLoginProfile:UserLoginProfile"],
  references: ["user"],
  *check({ props }, context) {
    const breakGlass = isBreakGlass(props["user"], context);
    if (breakGlass === undefined) yield { unknown: "user" };
    if (breakGlass === false) {
      yield {
        who: `Whoever learns the password of the IAM user ${quoted(props["user"])} may sign in to the console as that user.`,
        where: "user",
        why: "a password is phished, guessed and reused; nothing takes it away when its person leaves.",
        instead:
          "delete this resource, and let the person sign in through IAM Identity Center. A user for break-glass is named in " +
          "`breakGlassUsers` of the rule no-iam-user's configuration.",
      };
    }
    const key = props["pgpKey"];
    if (key === undefined || key === null || key === "") {
      yield {
        who: `Whoever reads the state may sign in to the console as the IAM user ${quoted(props["user"])}.`,
        where: "pgpKey",
        why: "without a PGP key the password that AWS makes is recorded in the state and in every copy of it.",
        instead:
          'write `pgpKey: "keybase:NAME"`, or the public key in Base64, of the person who is to have the password.',
      };
    }
  },
};
