/** Secrets that their issuers give a shape of their own, so that nothing else looks like them. */
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
  [/(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}/, "a token of Slack"],
  // https://www.pulumi.com/blog/github-token-scanning-service/
  [/(?<![A-Za-z0-9])pul-[0-9a-f]{40}(?![A-Za-z0-9])/, "a token of Pulumi Cloud"],
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

function shapeIn(text: string): string | undefined {
  return shapes.find(([shape]) => shape.test(text))?.[1];
}

function decoded(text: string): string {
  return Buffer.from(text, "base64").toString("latin1");
}
