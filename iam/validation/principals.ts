import { parseArn } from "../arn.ts";
import type { Path, Report } from "../finding.ts";
import { nearest } from "../nearest.ts";
import { isObject, texts, type Text } from "./json.ts";
import type { Setting } from "./statement.ts";

const types = ["AWS", "Service", "Federated", "CanonicalUser"];
/** OpenID Connect providers that are known to AWS without being set up in the account. */
const builtInProviders = [
  "cognito-identity.amazonaws.com",
  "www.amazon.com",
  "graph.facebook.com",
  "accounts.google.com",
];

/**
 * Judges Principal and NotPrincipal.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function validatePrincipals(statement: Record<string, unknown>, path: Path, { kind, report }: Setting): void {
  const { Principal: principal, NotPrincipal: notPrincipal } = statement;
  if (kind === "identity" || kind === "boundary" || kind === "scp") {
    for (const key of ["Principal", "NotPrincipal"])
      if (statement[key] !== undefined)
        report(
          "principal-not-allowed",
          [...path, key],
          `A policy of this kind has no ${key}: it is about whom it is attached to.`,
        );
    return;
  }
  if (notPrincipal !== undefined) {
    if (kind !== "resource")
      report("principal-not-allowed", [...path, "NotPrincipal"], "A policy of this kind has no NotPrincipal.");
    else if (principal !== undefined)
      report(
        "principal-and-not-principal",
        [...path, "NotPrincipal"],
        "A statement has Principal or NotPrincipal, not both.",
      );
    else if (statement["Effect"] === "Allow")
      report(
        "principal-not-allowed",
        [...path, "NotPrincipal"],
        "NotPrincipal goes with Deny alone: with Allow it would let everybody else in.",
      );
    else validatePrincipal(notPrincipal, [...path, "NotPrincipal"], report);
  }
  if (principal === undefined) {
    if (notPrincipal === undefined)
      report("principal-missing", [...path, "Principal"], "The statement has no Principal.");
  } else if (kind === "rcp") {
    if (principal !== "*")
      report(
        "principal-not-allowed",
        [...path, "Principal"],
        'The Principal of a resource control policy is "*".',
        "*",
      );
  } else validatePrincipal(principal, [...path, "Principal"], report);
}

function validatePrincipal(principal: unknown, path: Path, report: Report): void {
  if (principal === "*") return;
  if (!isObject(principal)) {
    report("principal-malformed", path, 'A principal is "*" or an object such as {"Service": "ec2.amazonaws.com"}.');
    return;
  }
  if (Object.keys(principal).length === 0) report("principal-missing", path, "The statement names no principal.");
  for (const [type, value] of Object.entries(principal)) {
    if (!types.includes(type))
      report(
        "principal-type-unknown",
        [...path, type],
        `A principal is one of ${types.join(", ")}, not "${type}".`,
        nearest(type, types),
      );
    else for (const text of texts(value, [...path, type], report)) validateValue(type, text, report);
  }
}

function validateValue(type: string, { text, path }: Text, report: Report): void {
  const refuse = (message: string): void => {
    report("principal-malformed", path, message);
  };
  if (type === "AWS") validateAws(text, refuse);
  else if (type === "Service" && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text))
    refuse(`A service is named like ec2.amazonaws.com; "${text}" is not.`);
  else if (type === "CanonicalUser" && !/^[0-9a-f]{64}$/.test(text))
    refuse(`A canonical user id has 64 hexadecimal digits; "${text}" is none.`);
  else if (type === "Federated" && !builtInProviders.includes(text)) {
    const arn = parseArn(text);
    if (
      arn?.service !== "iam" ||
      !/^(saml|oidc)-provider\/[^*?]+$/.test(arn.resource) ||
      !/^[0-9]{12}$/.test(arn.account)
    )
      refuse(
        `An identity provider is named by its ARN, or one of ${builtInProviders.join(", ")}; "${text}" is neither.`,
      );
  }
}

function validateAws(text: string, refuse: (message: string) => void): void {
  // CloudFront's origin access identities are users of an account that has no number.
  if (/^arn:[a-z-]+:iam::cloudfront:user\/[^*?]+$/.test(text)) return;
  if (text === "*" || /^[0-9]{12}$/.test(text) || /^A(ID|RO)A[A-Z0-9]{12,}$/.test(text)) return;
  if (/^[0-9]+$/.test(text)) {
    refuse(`An account id has twelve digits, not ${text.length}: "${text}".`);
    return;
  }
  const arn = parseArn(text);
  if (arn === undefined) refuse(`A principal of AWS is "*", an account id or an ARN; "${text}" is none of them.`);
  else if (/[*?]/.test(text)) refuse(`A principal is named in full, without * and ?: "${text}".`);
  else if (!/^[0-9]{12}$/.test(arn.account))
    refuse(`The ARN of a principal has an account id of twelve digits; "${text}" has not.`);
  else if (
    arn.service === "iam"
      ? !/^(root|(user|role)\/.+)$/.test(arn.resource)
      : arn.service !== "sts" || !/^(assumed-role\/[^/]+|federated-user)\/[^/]+$/.test(arn.resource)
  )
    refuse(`A principal is an account's root, a user, a role or a session; "${text}" is none of them.`);
}
