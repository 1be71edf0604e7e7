import * as z from "zod";
import { nearest } from "../../iam/nearest.ts";
import { checkAbsent, checkName, checkOne, checkPresent, checkSet } from "../names.ts";
import type { Path } from "../path.ts";
import { refersToAccount } from "../references.ts";
import type { Stack } from "../stack.ts";
import { trustedServices } from "../trust.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { awsText, nameCharacters, outsideLimits, printable, text } from "../values/text.ts";
import { checkPermissions, permissionsKeys, statement } from "./permissions.ts";

/** What a workload's role name has to be. */
export const roleName = { service: "iam", shape: "roleNameType", what: "a role name", characters: nameCharacters };

export const roleDescription = awsText(
  { service: "iam", shape: "roleDescriptionType", what: "a role's description", characters: printable },
  "What it is, and what it needs its rights for.",
  "Takes payments; reads the payment provider's secrets",
);

export const workload = z
  .strictObject({
    description: roleDescription,
    owner,
    account: text("The account in which it runs; a key of `accounts`. Not together with `accounts`.", "Production", {
      offers: "accounts",
    }).exactOptional(),
    accounts: z
      .array(oneOf("accounts"))
      .meta({
        description: "The accounts in which it runs, where there are several: it gets a role in each.",
        examples: [["Development", "Production"]],
      })
      .exactOptional(),
    "runs-on": text(
      "What runs it: `ec2`, `lambda`, `ecs`, `eks`, `codebuild`, `scheduler`, `states`, or a service principal such as `glue.amazonaws.com`. Not together with `trust`.",
      "lambda",
      { offers: "runs-on" },
    ).exactOptional(),
    trust: z
      .array(statement)
      .meta({
        description: "Who may assume the role, as full IAM statements, where `runs-on` cannot say it.",
        examples: [[{ Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" }]],
      })
      .exactOptional(),
    "execution-role": z
      .strictObject(permissionsKeys)
      .meta({
        description:
          "What ECS itself may do to start the task. Its role is called like the workload, then `-execution`. For ECS alone.",
        examples: [{ allow: [{ "pull images": "storefront" }] }],
      })
      .exactOptional(),
    "service-account": text(
      "The Kubernetes service account that may take the role, as `NAMESPACE/NAME`. For EKS alone.",
      "shop/storefront",
    ).exactOptional(),
    "role-name": awsText(roleName, "The role's name in AWS, where it differs from the key.", "legacy-images-role", {
      otherwise: "its key",
    }).exactOptional(),
    formerly: formerly.exactOptional(),
    ...permissionsKeys,
  })
  .meta({
    description: "An application and what it may do: a role that it uses with temporary credentials.",
    examples: [
      {
        description: "Takes payments; reads the payment provider's secrets",
        owner: "Developers",
        account: "Production",
        "runs-on": "lambda",
        allow: [{ "read secrets": "payments/stripe-api-key", "kms-key": "alias/payments" }],
      },
    ],
  });

export type Workload = z.infer<typeof workload>;

/** Checks the workloads: where they run, on what, and what their roles hold. */
export function checkWorkloads(stack: Stack): void {
  const { workloads } = stack.configuration;
  for (const [name, entry] of Object.entries(workloads)) {
    const path = ["workloads", name];
    checkName(stack, path, entry["role-name"] === undefined ? roleName : undefined);
    checkOwner(stack, entry.owner, path);
    const accounts = checkedAccounts(stack, entry, path);
    checkPermissions(stack, entry, path, "role", accounts);
    const runsOn = entry["runs-on"];
    if (checkOne(stack, ["runs-on", "trust"], path) === "runs-on" && runsOn !== undefined) {
      checkService(stack, runsOn, [...path, "runs-on"]);
    }
    const execution = entry["execution-role"];
    if (runsOn !== "ecs") checkAbsent(stack, ["execution-role"], path, "only ECS has one");
    else if (execution !== undefined) {
      checkPermissions(stack, execution, [...path, "execution-role"], "role", accounts);
      const wrong = outsideLimits(roleName, `${entry["role-name"] ?? name}-execution`);
      if (wrong !== undefined)
        stack.findings.add(wrong.code, [...path, "execution-role"], {
          message: wrong.message,
          fix: wrong.fix,
        });
    }
    if (runsOn === "eks") checkPresent(stack, ["service-account"], path, "it says which pods may take the role");
    else checkAbsent(stack, ["service-account"], path, "only EKS has one");
    if (
      entry["service-account"] !== undefined &&
      !/^[a-z0-9-]{1,63}\/[a-z0-9.-]{1,253}$/u.test(entry["service-account"])
    ) {
      stack.findings.add("service-account", [...path, "service-account"], {
        message: `"${entry["service-account"]}" is not written NAMESPACE/NAME.`,
        fix: "Write the namespace, a /, and the service account, in small letters.",
      });
    }
  }
  checkFormerly(stack, "workloads", workloads);
}

/** The accounts in which a workload runs, as far as they are written rightly. */
export function accountsOf({ account, accounts = [] }: Workload): string[] {
  return account === undefined ? accounts : [account];
}

function checkedAccounts(stack: Stack, entry: Workload, path: Path): string[] {
  checkOne(stack, ["account", "accounts"], path);
  if (entry.account !== undefined) refersToAccount(stack, entry.account, [...path, "account"]);
  checkSet(stack, entry.accounts, [...path, "accounts"]);
  entry.accounts?.forEach((account, at) => refersToAccount(stack, account, [...path, "accounts", at]));
  return accountsOf(entry).filter((account) => Object.hasOwn(stack.configuration.accounts, account));
}

/** Checks that something can run on it: a service of the table, or the principal of another. */
export function checkService({ findings }: Stack, service: string, path: Path): void {
  if (Object.hasOwn(trustedServices, service) || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/u.test(service))
    return;
  const known = Object.keys(trustedServices);
  const meant = nearest(service, known);
  findings.add("service-principal", path, {
    message: `Nothing runs on "${service}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    fix: `Write one of ${known.join(", ")}, or a service principal such as glue.amazonaws.com.`,
  });
}
