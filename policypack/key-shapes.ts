/**
 * Secrets that their issuers give a shape of their own, so that nothing else looks like them. Of those that have no page
 * beside them: https://docs.github.com/code-security/reference/secret-security/supported-secret-scanning-patterns
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  [/(?<![A-Za-z0-9])A(?:KI|SI)A[A-Z0-9]{16}(?![A-Za-z0-9])/, "an access key of AWS"],
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/, "a private key"],
  // https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  [/(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{36,})/, "a token of GitHub"],
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  [/(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}/, "a token of GitLab"],
  // https://docs.stripe.com/keys
  [/(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{16,}/, "a key of Stripe"],
  // https://api.slack.com/concepts/token-types
  [/(?<![A-Za-z0-9])(?:xox[abeprs]|xapp)-[A-Za-z0-9-]{10,}/, "a token of Slack"],
  [/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{8,}\/[A-Za-z0-9/]{8,}/, "a webhook of Slack"],
  // https://www.pulumi.com/blog/github-token-scanning-service/
  [/(?<![A-Za-z0-9])pul-[0-9a-f]{40}(?![A-Za-z0-9])/, "a token of Pulumi Cloud"],
  ...[
    ["AIza[A-Za-z0-9_-]{35}", "Google"],
    ["GOCSPX-[A-Za-z0-9_-]{28}", "Google"],
    ["SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", "SendGrid"],
    ["npm_[A-Za-z0-9]{36}", "npm"],
    ["pypi-AgE[A-Za-z0-9_-]{50,}", "PyPI"],
    ["rubygems_[0-9a-f]{48}", "RubyGems"],
    ["dckr_[op]at_[A-Za-z0-9_-]{27,}", "Docker Hub"],
    ["do[opr]_v1_[0-9a-f]{64}", "DigitalOcean"],
    ["hv[sbr]\\.[A-Za-z0-9_-]{24,}", "Vault"],
    ["[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,}", "HCP Terraform"],
    ["dapi[0-9a-f]{32}(?:-\\d)?", "Databricks"],
    ["shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}", "Shopify"],
    ["sk-ant-[a-z0-9]+-[A-Za-z0-9_-]{80,}", "Anthropic"],
    ["sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,}", "OpenAI"],
    ["sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}", "OpenAI"],
    ["hf_[A-Za-z0-9]{34,}", "Hugging Face"],
    ["gl(?:sa_[A-Za-z0-9]{32}_[0-9a-f]{8}|c_eyJ[A-Za-z0-9+/=]{30,})", "Grafana"],
    ["gl(?:cbt|ptt|rt|dt|soat|ft|imt|agent|oas)-[A-Za-z0-9_.-]{20,}", "GitLab"],
    ["NRAK-[A-Z0-9]{27}", "New Relic"],
    ["(?<![-_])key-[0-9a-f]{32}", "Mailgun"],
    ["lin_api_[A-Za-z0-9]{40}", "Linear"],
    ["PMAK-[0-9a-f]{24}-[0-9a-f]{34}", "Postman"],
    ["AT(?:ATT3|CTT3)[A-Za-z0-9_=-]{60,}", "Atlassian"],
    ["dt0[a-z]\\d{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}", "Dynatrace"],
    ["sntrys_eyJ[A-Za-z0-9+/=_]{40,}", "Sentry"],
    ["CCIPAT_[A-Za-z0-9]{20,}_[0-9a-f]{40}", "CircleCI"],
    ["bkua_[0-9a-f]{40}", "Buildkite"],
    ["sq0[a-z]{3}-[A-Za-z0-9_-]{22,43}", "Square"],
    ["AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}", "age"],
    ["AccountKey=[A-Za-z0-9+/]{86}==", "Azure Storage"],
  ].map(([shape = "", of = ""]): [RegExp, string] => [
    new RegExp(`(?<![A-Za-z0-9])(?:${shape})(?![A-Za-z0-9])`),
    `a key of ${of}`,
  ]),
  [/secret_?access_?key\W{1,5}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/i, "a secret access key of AWS"],
];

/** Names that give a value away whatever it looks like: `…AWS_SECRET_ACCESS_KEY`, `awsSecretKey`. */
const names = /(?:secret_?access_?key|aws_?secret_?key)$/i;
const secretAccessKey = /^[A-Za-z0-9/+]{40}$/;

/** What sort of key a text holds or, encoded in Base64, hides; by its shape, and by the name it stands under. */
export function keyIn(text: string, place: string): string | undefined {
  if (names.test(place) && secretAccessKey.test(text)) return "a secret access key of AWS";
  return shapeIn(text) ?? (/^[A-Za-z0-9+/\r\n]{24,}={0,2}\s*$/.test(text) ? shapeIn(decoded(text)) : undefined);
}

/** All shapes at once, in whatever case: most texts have none. */
const any = new RegExp(shapes.map(([{ source }]) => source).join("|"), "i");

function shapeIn(text: string): string | undefined {
  if (!any.test(text)) return undefined;
  return shapes.find(([shape]) => shape.test(text))?.[1];
}

function decoded(text: string): string {
  return Buffer.from(text, "base64").toString("latin1");
}
