import { action as actionInfo, expand } from "./catalogue/actions.ts";
import { testHolds } from "./condition.ts";
import { Context, type ContextValues } from "./context.ts";
import { isAbout } from "./danger/left.ts";
import { covers } from "./match.ts";
import type { ConditionTest, NormalStatement, Selection } from "./normalize.ts";
import { all, type Truth } from "./truth.ts";

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent */
const present = "aws:MultiFactorAuthPresent";
const keys: ReadonlySet<string> = new Set([present.toLowerCase(), "aws:multifactorauthage"]);

/**
 * How an IAM user's request looks without multi-factor authentication: signed in at the console, the key is there and
 * false; with an access key it is missing.
 */
const without: ContextValues[] = [{ [present]: "false" }, {}];

/**
 * What harms nobody without multi-factor authentication: looking at IAM, and setting the factor up. Not
 * DeactivateMFADevice: whoever has stolen a password must not take the key away.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html
 */
const harmless: ReadonlySet<string> = new Set([
  "iam:ChangePassword",
  "iam:CreateVirtualMFADevice",
  "iam:DeleteVirtualMFADevice",
  "iam:EnableMFADevice",
  "iam:ResyncMFADevice",
  "sts:GetCallerIdentity",
  "sts:GetSessionToken",
]);

/**
 * Whether the statements of a user's policies deny everything that could do harm, for as long as the user has not signed
 * in with multi-factor authentication. Sure where it says yes.
 */
export function denyWithoutMfa(statements: readonly NormalStatement[]): boolean {
  return without.every((context) => {
    const denies = statements.filter(
      ({ effect, resource, condition }) =>
        effect === "Deny" && everything(resource) && condition.length > 0 && holds(condition, context) === "yes",
    );
    if (denies.some(({ action }) => !action.not && action.items.some((item) => covers(item, "*")))) return true;
    const [first] = denies.filter(({ action }) => action.not);
    const spared = first === undefined ? undefined : first.action.items.flatMap(expand);
    return (
      spared?.every((name) => isHarmless(name) || denies.some((deny) => isAbout(deny, name.toLowerCase()))) ?? false
    );
  });
}

/** Whether a statement that denies hangs on multi-factor authentication, and reaches sessions that never have the key. */
export function deniesFederated(statement: NormalStatement): boolean {
  const { effect, condition } = statement;
  if (effect !== "Deny" || !condition.some(({ key }) => keys.has(key.toLowerCase()))) return false;
  return holds(condition, federated) !== "no";
}

/**
 * A session of Identity Center, as of any identity provider: whether a second factor was used is not told to AWS.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
const federated: ContextValues = {
  "aws:PrincipalArn":
    "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_1234567890abcdef",
  "aws:PrincipalType": "AssumedRole",
};

/** Whether a condition holds in a request of which nothing is known but the keys of MFA and what is given. */
function holds(condition: ConditionTest[], values: ContextValues): Truth {
  const given = new Set([...Object.keys(values).map((key) => key.toLowerCase()), ...keys]);
  const unknown = condition.map(({ key }) => key).filter((key) => !given.has(key.toLowerCase()));
  return all(condition.map((test) => testHolds(test, new Context(values, unknown), false)));
}

function everything(resource: Selection<string> | undefined): boolean {
  return resource !== undefined && !resource.not && resource.items.some((item) => covers(item, "*"));
}

function isHarmless(name: string): boolean {
  const level = name.startsWith("iam:") ? actionInfo(name)?.accessLevel : undefined;
  return harmless.has(name) || level === "List" || level === "Read";
}
