import { parseArn, splitColons } from "./arn.ts";
import { covers } from "./match.ts";

/** What a resource pattern leaves open of the things that an action acts on. */
export interface Openness {
  /** Every name: whatever exists of at least one kind of thing is reached. */
  name: boolean;
  /** Every account; also where ARNs of the kind hold none, as those of buckets. */
  account: boolean;
}

/** A character that no policy may hold, for one that no pattern spells. */
const any = "\u0003";
/** Whoever demands this many characters of a name demands nothing. */
const name = any.repeat(3) + "*";

/**
 * What `pattern` leaves open of the things with these ARN formats, which have AWS's placeholders as in
 * `arn:${Partition}:s3:::${BucketName}`. A star in a name is not an open name: `shop-*` names something, while `*`, `?*`,
 * `arn:aws:s3:::*` and `arn:*` name nothing. Sure where it says open; a list of patterns that is open only together
 * (`a*`, `b*`, …) is not seen.
 */
export function openness(pattern: string, formats: readonly string[]): Openness {
  if (covers(pattern, name)) return { name: true, account: true };
  const parts = completed(pattern);
  const named = formats.filter(isNamed);
  const open = named.some((format) =>
    [parts.join(":"), pattern].some((spelling) => within(parts, format).some((things) => covers(spelling, things))),
  );
  const account = parts[4] ?? "*";
  return {
    name: open,
    account: open && (account === "" || covers(account, any.repeat(12))),
  };
}

/**
 * The parts of an ARN pattern, those that are missing as `*`: AWS reads an ARN that breaks off so.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
function completed(pattern: string): string[] {
  const parts = splitColons(pattern);
  while (parts.length < 6) parts.push("*");
  return parts;
}

/** Whether a format leaves a name to be chosen: not `arn:${Partition}:iam::${Account}:root`. */
function isNamed(format: string): boolean {
  return (parseArn(format)?.resource ?? format).includes("${");
}

/** All things of a format that lie in the partition, region and account of a pattern, in each way their ARNs end. */
function within(parts: string[], format: string): string[] {
  const wanted = splitColons(format);
  const place = [0, 1, 2, 3, 4].map((at) =>
    wanted[at]?.includes("${") === true ? (parts[at] ?? "*") : (wanted[at] ?? ""),
  );
  const resource = wanted.slice(5).join(":");
  const { names } = shapes.find(({ of }) => of.test(format)) ?? { names: [name] };
  return names.map((shape) => [...place, resource.replace(/\$\{[^}]*\}/g, shape)].join(":"));
}

/**
 * Names of which AWS makes a part: six characters behind a secret's, the id of a key, what follows a log group's, and the
 * version behind a function's; and names with a path, where a pattern of every path and name, such as a role's of two
 * stars, leaves both open.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id and
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
const shapes: readonly { of: RegExp; names: string[] }[] = [
  { of: /:secretsmanager:.*:secret:/, names: [`${name}-${any.repeat(6)}`, `${name}/${name}-${any.repeat(6)}`] },
  { of: /:kms:.*:key\//, names: [[8, 4, 4, 4, 12].map((length) => any.repeat(length)).join("-")] },
  {
    of: /:logs:.*:log-group:[^:]*$/,
    names: ["", "/", `${name}/`].flatMap((path) => ["", ":*", ":log-stream:*"].map((rest) => `${path}${name}${rest}`)),
  },
  { of: /:lambda:.*:function:[^:]*$/, names: [name, `${name}:${name}`, `${name}:$LATEST`] },
  { of: /:logs:.*:log-stream:/, names: [name, `/${name}`, `${name}/${name}`] },
  {
    of: /:(iam:.*:(role|user|group|policy|instance-profile)|ssm:.*:parameter|ecr:.*:repository)\/[^/]*$/,
    names: [name, `${name}/${name}`],
  },
];
