import * as z from "zod";
import { managedPolicy, nearestManagedPolicy } from "../../iam/catalogue/managed-policies.ts";
import { checkOne, checkSet } from "../names.ts";
import type { Path } from "../path.ts";
import { managedPoliciesPerPermissionSet, quotaOf, quotas } from "../quotas.ts";
import { refers } from "../references.ts";
import { selectAccounts } from "../selector.ts";
import type { Stack } from "../stack.ts";
import type { Tree } from "../tree.ts";
import { oneOf } from "../values/offer.ts";
import { text } from "../values/text.ts";

/** Whatever YAML can say: grants and statements have checks of their own. */
const tree = z.unknown() as unknown as z.ZodType<Tree>;
const map = z.record(z.string(), tree);

/** One short grant: the first key is the verb, the others its parameters. Its meaning is decided in `grants/`. */
export const grant = map.meta({
  description:
    "A short grant: `verb: target`, and on lines of their own parameters such as `in`, `region`, `kms-key`, `to-service`.",
  examples: [{ "read secrets": "payments/stripe-api-key", "kms-key": "alias/payments" }],
});

/** A denial: a verb alone, or `verb: parameter`. Its meaning is decided in `grants/`. */
export const denial = z.union([z.string(), map]).meta({
  description: "Something that is denied whatever else is allowed: a verb of the closed list.",
  examples: ["delete databases"],
});

/** An IAM statement in IAM's own words. */
export const statement = map.meta({
  description:
    "A statement exactly as IAM writes it: Sid, Effect, Action or NotAction, Resource or NotResource, Condition.",
  examples: [
    {
      Sid: "OrderMail",
      Effect: "Allow",
      Action: "ses:SendEmail",
      Resource: "arn:aws:ses:eu-central-1:444455556666:identity/securecart.example",
    },
  ],
});

export const permissionsBoundary = z
  .strictObject({
    "customer-managed-policy": text("One of our own policies; a key of `policies`.", "workload-boundary", {
      offers: "policies",
    }).exactOptional(),
    "aws-managed-policy": text("A policy that AWS manages, by its name.", "PowerUserAccess", {
      offers: "aws-managed-policies",
    }).exactOptional(),
  })
  .meta({
    description: "The most that the bearer may ever do, whatever else it is given: one policy of either kind.",
    examples: [{ "customer-managed-policy": "workload-boundary" }],
  });

/** What a policy consists of. */
export const documentKeys = {
  allow: z
    .array(grant)
    .meta({
      description: "What is allowed, as short grants: a verb of the closed list and its target.",
      examples: [[{ "read objects": "product-images/*" }]],
    })
    .exactOptional(),
  deny: z
    .array(denial)
    .meta({
      description: "What is denied, whatever else allows it: words of the closed list. A denial always wins.",
      examples: [["delete databases"]],
    })
    .exactOptional(),
  statements: z
    .array(statement)
    .meta({
      description: "Full IAM statements, for what no short grant says, exactly as IAM writes them.",
      examples: [
        [
          {
            Sid: "OrderMail",
            Effect: "Allow",
            Action: "ses:SendEmail",
            Resource: "arn:aws:ses:eu-central-1:444455556666:identity/securecart.example",
          },
        ],
      ],
    })
    .exactOptional(),
};

/** What one bearer (a permission set, a role) may do: the inline policy and the policies attached beside it. */
export const permissionsKeys = {
  ...documentKeys,
  "aws-managed-policies": z
    .array(oneOf("aws-managed-policies"))
    .meta({ description: "Policies that AWS manages, by their names, without an ARN.", examples: [["ViewOnlyAccess"]] })
    .exactOptional(),
  "customer-managed-policies": z
    .array(oneOf("policies"))
    .meta({
      description: "Our own policies; keys of `policies`. Each has to be made in every account where it is needed.",
      examples: [["read-application-logs"]],
    })
    .exactOptional(),
  "permissions-boundary": permissionsBoundary.exactOptional(),
};

export type Grant = z.infer<typeof grant>;
export type Denial = z.infer<typeof denial>;
export type StatementText = z.infer<typeof statement>;
export type PermissionsBoundary = z.infer<typeof permissionsBoundary>;
export type DocumentKeys = z.infer<z.ZodObject<typeof documentKeys>>;
export type Permissions = z.infer<z.ZodObject<typeof permissionsKeys>>;

/**
 * Checks the policies that a bearer has beside its inline policy: that they exist, in every account in which it is
 * made, and are not too many. What grants and statements mean is checked where they are spelt out.
 */
export function checkPermissions(
  stack: Stack,
  permissions: Permissions,
  path: Path,
  bearer: "role" | "permission-set",
  accounts: readonly string[],
): void {
  const { "aws-managed-policies": aws = [], "customer-managed-policies": customer = [] } = permissions;
  const awsPath = [...path, "aws-managed-policies"];
  const customerPath = [...path, "customer-managed-policies"];
  checkSet(stack, aws, awsPath);
  checkSet(stack, customer, customerPath);
  aws.forEach((name, at) => {
    checkAwsManagedPolicy(stack, name, [...awsPath, at]);
  });
  customer.forEach((name, at) => {
    checkCustomerManagedPolicy(stack, name, [...customerPath, at], accounts);
  });
  const boundary = permissions["permissions-boundary"];
  const boundaryPath = [...path, "permissions-boundary"];
  if (boundary !== undefined && checkOne(stack, boundaryKinds, boundaryPath) !== undefined) {
    const { "aws-managed-policy": awsName, "customer-managed-policy": name } = boundary;
    if (awsName !== undefined) checkAwsManagedPolicy(stack, awsName, [...boundaryPath, "aws-managed-policy"]);
    if (name !== undefined) {
      checkCustomerManagedPolicy(stack, name, [...boundaryPath, "customer-managed-policy"], accounts);
    }
  }
  checkNumber(stack, aws.length + customer.length, aws.length > 0 ? awsPath : customerPath, bearer);
}

const boundaryKinds = ["customer-managed-policy", "aws-managed-policy"] as const;

/** The customer managed policies that a bearer needs where it is made, its permissions boundary included. */
export function customerManagedPolicies(permissions: Permissions): string[] {
  const boundary = permissions["permissions-boundary"]?.["customer-managed-policy"];
  return [...(permissions["customer-managed-policies"] ?? []), ...(boundary === undefined ? [] : [boundary])];
}

function checkAwsManagedPolicy({ findings }: Stack, name: string, path: Path): void {
  if (managedPolicy(name) !== undefined) return;
  const meant = nearestManagedPolicy(name);
  findings.add("unknown-aws-managed-policy", path, {
    message: `AWS has no managed policy "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    fix: "Write the name of a policy of AWS, without its ARN; your own stand under `customer-managed-policies`.",
  });
}

function checkCustomerManagedPolicy(stack: Stack, name: string, path: Path, accounts: readonly string[]): void {
  if (!refers(stack, "policies", name, path)) return;
  const policy = stack.configuration.policies[name];
  if (policy === undefined) return;
  const made = selectAccounts(policy.accounts, stack.configuration, ["policies", name, "accounts"], stack.findings);
  const missing = accounts.filter((account) => !made.includes(account));
  if (missing.length === 0) return;
  stack.findings.add("policy-not-in-account", path, {
    message: `The policy "${name}" is not made in ${missing.join(", ")}, where it is needed.`,
    fix: `Add ${missing.join(", ")} to policies.${name}.accounts (${stack.findings.where(["policies", name, "accounts"])}).`,
  });
}

function checkNumber(
  { configuration, findings }: Stack,
  number: number,
  path: Path,
  bearer: "role" | "permission-set",
): void {
  const quota = quotaOf(configuration, "managed-policies-per-role");
  const { most } = quotas["managed-policies-per-role"];
  const hard = bearer === "role" ? most : managedPoliciesPerPermissionSet;
  if (number > hard) {
    findings.add("too-many", path, {
      message: `${number} managed policies are attached; AWS takes at most ${hard}.`,
      fix: "Attach fewer: unite some in one policy of your own, under `policies`.",
      at: "key",
    });
  } else if (number > quota) {
    findings.add("over-quota", path, {
      message: `${number} managed policies are attached; AWS takes ${quota} unless the quota is raised.`,
      fix: `Have it raised in every account, then write \`managed-policies-per-role: "${number}"\` under raised-quotas in security.yaml.`,
      at: "key",
    });
  }
}
