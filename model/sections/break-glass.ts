import * as z from "zod";
import { checkName, checkSet } from "../names.ts";
import type { Path } from "../path.ts";
import { refersToAccount } from "../references.ts";
import { selectAccounts } from "../selector.ts";
import type { Stack } from "../stack.ts";
import { accountsOrSelector } from "../values/accounts.ts";
import { durationInSeconds } from "../values/duration.ts";
import { formerly } from "../values/formerly.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { pgpKey } from "../values/pgp-key.ts";
import { type Wrong, emailForm, judged, nameCharacters, outsideLimits, text } from "../values/text.ts";
import { checkIamGroups, iamGroup } from "./iam-groups.ts";
import { checkPermissions, permissionsKeys } from "./permissions.ts";
import { roleName } from "./workloads.ts";

/** IAM path of the users, the groups, their policies and the role. */
export const breakGlassPath = "/break-glass/";

const user = z
  .strictObject({
    owner,
    "pgp-key": pgpKey.exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description: "An IAM user: somebody signs in with it on the day on which there is no other way.",
    examples: [{ owner: "Operations" }],
  });

const role = z
  .strictObject({
    name: judged("The role's name in AWS.", "BreakGlass", (value) => outsideLimits(roleName, value) ?? tooLong(value), {
      aws: roleName,
    }),
    accounts: accountsOrSelector,
    "session-duration": judged(
      "How long a session lasts: 1 hour, no more.",
      "1 hour",
      (value) =>
        durationInSeconds(value) === 3600
          ? undefined
          : {
              code: "session-duration",
              message: `"${value}": a break-glass session lasts 1 hour.`,
              fix: "Write `1 hour`.",
            },
      { pattern: /^(1 hours?|60 minutes?)$/u },
    ),
    "aws-managed-policies": permissionsKeys["aws-managed-policies"].unwrap(),
  })
  .meta({
    description: "What the users assume, with multi-factor authentication, in each of the accounts.",
    examples: [
      {
        name: "BreakGlass",
        accounts: "all accounts",
        "session-duration": "1 hour",
        "aws-managed-policies": ["AdministratorAccess"],
      },
    ],
  });

const alarms = z
  .strictObject({
    email: z
      .array(
        judged(
          "An e-mail address that somebody reads at night.",
          "security-on-call@securecart.example",
          (value) =>
            emailForm.test(value) && value.length <= 254
              ? undefined
              : {
                  code: "email",
                  message: `"${value}" is not an e-mail address.`,
                  fix: "Write one that somebody reads at night.",
                },
          { pattern: emailForm },
        ),
      )
      .meta({
        description: "Who is told, by e-mail. Each address has to confirm once that it wants to hear.",
        examples: [["security-on-call@securecart.example"]],
      }),
  })
  .meta({
    description: "Who hears of every use: of the users, of the role, and of root.",
    examples: [{ email: ["security-on-call@securecart.example"] }],
  });

/**
 * The console switches to roles of 64 characters at most, the path included.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html
 */
function tooLong(name: string): Wrong | undefined {
  const most = 64 - breakGlassPath.length;
  return name.length <= most
    ? undefined
    : {
        code: "text-length",
        message: `"${name}" has ${name.length} characters; the console switches to ${most} at most.`,
        fix: `Shorten it by ${name.length - most}.`,
      };
}

export const breakGlass = z
  .strictObject({
    owner,
    account: text("The account in which the users are; a key of `accounts`.", "Management", { offers: "accounts" }),
    mfa: z.enum(["required"]).meta({
      description:
        "Until multi-factor authentication is present, a user can do nothing but set it up. It cannot be switched off.",
      examples: ["required"],
    }),
    users: z.record(oneOf("new-name"), user).meta({
      description: "The only IAM users there are, by name: two at least, with different people.",
      examples: [{ "break-glass-1": { owner: "Operations" }, "break-glass-2": { owner: "SecurityTeam" } }],
    }),
    role,
    "iam-groups": z
      .record(oneOf("iam-groups"), iamGroup)
      .meta({
        description:
          "IAM groups of these users, where one is needed. Three names are possible, and no other; what each may do is fixed.",
        examples: [
          {
            "Security-Audit": {
              owner: "SecurityTeam",
              reason: "Audits while Okta is down",
              members: ["break-glass-2"],
            },
          },
        ],
      })
      .exactOptional(),
    alarms,
  })
  .meta({
    description: "The way in for the day on which Identity Center or the identity provider is down.",
    examples: [
      {
        owner: "SecurityTeam",
        account: "Management",
        mfa: "required",
        users: { "break-glass-1": { owner: "Operations" }, "break-glass-2": { owner: "SecurityTeam" } },
        role: {
          name: "BreakGlass",
          accounts: "all accounts",
          "session-duration": "1 hour",
          "aws-managed-policies": ["AdministratorAccess"],
        },
        alarms: { email: ["security-on-call@securecart.example"] },
      },
    ],
  });

export type BreakGlass = z.infer<typeof breakGlass>;

const userName = { service: "iam", shape: "userNameType", what: "a user's name", characters: nameCharacters };

/** Checks break-glass: who answers, who can come, what the role holds, and whom the alarms reach. */
export function checkBreakGlass(stack: Stack): void {
  const entry = stack.configuration["break-glass"];
  if (entry === undefined) return;
  const path = ["break-glass"];
  checkOwner(stack, entry.owner, path);
  refersToAccount(stack, entry.account, [...path, "account"]);
  checkUsers(stack, entry.users, [...path, "users"]);
  const accounts = selectAccounts(
    entry.role.accounts,
    stack.configuration,
    [...path, "role", "accounts"],
    stack.findings,
  );
  checkPermissions(stack, entry.role, [...path, "role"], "role", accounts);
  checkIamGroups(stack, entry);
  checkSet(stack, entry.alarms.email, [...path, "alarms", "email"]);
}

function checkUsers(stack: Stack, users: BreakGlass["users"], path: Path): void {
  const names = Object.keys(users);
  const earlier = new Map<string, string>();
  for (const [name, { owner: answers, formerly: former = [] }] of Object.entries(users)) {
    checkName(stack, [...path, name], userName);
    checkOwner(stack, answers, [...path, name]);
    for (const [at, one] of [name, ...former].entries()) {
      const other = earlier.get(one.toLowerCase());
      earlier.set(one.toLowerCase(), name);
      if (other === undefined) continue;
      stack.findings.add("formerly-taken", at === 0 ? [...path, name] : [...path, name, "formerly", at - 1], {
        message: `"${one}" is "${other}" already: IAM compares names without regard to capitals.`,
        fix: "A name belongs to one user.",
        ...(at === 0 && { at: "key" as const }),
      });
    }
  }
  if (names.length !== 1 || stack.findings.incomplete.has("break-glass")) return;
  stack.findings.add("break-glass-users", path, {
    message: `"${names[0] ?? ""}" is the only user.`,
    fix: "Have two, with different people: one may be ill, or have lost a key.",
    at: "key",
  });
}
