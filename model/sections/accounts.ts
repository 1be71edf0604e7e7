import * as z from "zod";
import { checkName, checkSet } from "../names.ts";
import { type Stack, isPresent } from "../stack.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { checkTags, tags } from "../values/tags.ts";
import { oneOf } from "../values/offer.ts";
import { awsText, emailForm, judged, text } from "../values/text.ts";
import { accountDeployRole, checkRegion } from "./organization.ts";

export const account = z
  .strictObject({
    id: judged(
      "The account's id: twelve digits, in quotes, so that no program drops a leading zero.",
      "444455556666",
      judgeId,
      {
        pattern: /^\d{12}$/u,
      },
    ),
    ou: judged(
      "Where the account is in the organization: the path of its organizational unit from the top, or `root`.",
      "Workloads/Production",
      (value) =>
        isUnitPath(value)
          ? undefined
          : {
              code: "ou-path",
              message: `"${value}" is not the path of an organizational unit: \`root\`, or up to five names with / between.`,
              fix: "Write `root`, or the names from the top, as in `Workloads/Production`.",
            },
      { offers: "organizational-units" },
    ),
    stack: text(
      "The stack that manages what lies inside the account: the name after `stack:` in one of the stack files.",
      "prod",
      { offers: "stacks" },
    ),
    owner: owner.exactOptional(),
    name: awsText(
      { service: "organizations", shape: "AccountName", what: "an account name", characters: "any characters" },
      "The account's name in AWS Organizations, where it differs from the key.",
      "SecureCart Production",
      { otherwise: "its key" },
    ).exactOptional(),
    email: judged(
      "The e-mail address of the account's root user.",
      "aws-production@securecart.example",
      (value) =>
        emailForm.test(value) && value.length >= 6 && value.length <= 64
          ? undefined
          : {
              code: "email",
              message: `"${value}" is not an e-mail address of 6 to 64 characters.`,
              fix: "Write the address of the account's root user.",
            },
      { pattern: emailForm },
    ).exactOptional(),
    tags: tags.exactOptional(),
    regions: z
      .array(oneOf("regions"))
      .meta({ description: "Regions in which the account works, beside the home region.", examples: [["eu-west-1"]] })
      .exactOptional(),
    "deploy-role": accountDeployRole.exactOptional(),
    status: z
      .enum(["active", "suspended", "closed"])
      .meta({
        description: "Whether AWS lets the account work. Selectors skip one that is suspended or closed.",
        examples: ["suspended"],
        default: "active",
      })
      .exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description: "One AWS account of the organization.",
    examples: [{ id: "444455556666", ou: "Workloads/Production", stack: "prod", owner: "Operations" }],
  });

export type Account = z.infer<typeof account>;

/** Whether the text is `root` or names of organizational units from the top, with / between. */
export function isUnitPath(path: string): boolean {
  const units = path.split("/");
  return units.length <= 5 && units.every((unit) => unit !== "" && unit.trim() === unit && unit.length <= 128);
}

function judgeId(value: string): { code: "account-id"; message: string; fix: string } | undefined {
  if (/^\d{12}$/u.test(value)) return undefined;
  if (/^\d{11}$/u.test(value)) {
    return {
      code: "account-id",
      message: `"${value}" has eleven digits; an account id has twelve. Programs that read it as a number drop a leading zero.`,
      fix: `If the zero was lost, write "0${value}", in quotes; otherwise copy the id again.`,
    };
  }
  const digits = value.replaceAll(/[\s-]/gu, "");
  return {
    code: "account-id",
    message: `"${value}" is not an account id: twelve digits, without spaces or dashes.`,
    fix: /^\d{12}$/u.test(digits)
      ? `Write "${digits}", in quotes.`
      : "Copy the id from the AWS console, and put it in quotes.",
  };
}

/** Checks the accounts of one stack's files; which stack an account belongs to is checked over all stacks. */
export function checkAccounts(stack: Stack): void {
  const { accounts } = stack.configuration;
  for (const [name, entry] of Object.entries(accounts)) {
    const path = ["accounts", name];
    checkName(stack, path);
    checkOwner(stack, entry.owner, path);
    if (!isPresent(stack, [...path, "owner"])) {
      stack.findings.add("account-without-owner", path, {
        message: `Nobody answers for ${name}.`,
        fix: "Write `owner:` and one of the groups.",
      });
    }
    checkTags(stack, entry.tags, [...path, "tags"]);
    checkSet(stack, entry.regions, [...path, "regions"]);
    entry.regions?.forEach((region, at) => {
      checkRegion(stack, region, [...path, "regions", at]);
    });
  }
  checkUnique(stack, "account-id-twice", ({ id }) => id, "id");
  checkUnique(stack, "account-name-twice", ({ name }, key) => (name ?? key).toLowerCase(), "name");
  checkUnique(stack, "account-email-twice", ({ email }) => email?.toLowerCase(), "email");
  checkFormerly(stack, "accounts", accounts);
}

function checkUnique(
  { configuration, findings }: Stack,
  code: "account-id-twice" | "account-name-twice" | "account-email-twice",
  valueOf: (account: Account, key: string) => string | undefined,
  key: "id" | "name" | "email",
): void {
  const first = new Map<string, string>();
  for (const [name, entry] of Object.entries(configuration.accounts)) {
    const value = valueOf(entry, name);
    if (value === undefined) continue;
    const other = first.get(value);
    if (other === undefined) {
      first.set(value, name);
      continue;
    }
    findings.add(code, entry[key] === undefined ? ["accounts", name] : ["accounts", name, key], {
      message: `${name} and ${other} (${findings.where(["accounts", other])}) have one ${key}: ${entry[key] ?? name}.`,
      fix: "Write the right one, or delete one of the two accounts.",
    });
  }
}
