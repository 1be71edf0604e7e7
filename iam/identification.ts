import { parseArn } from "./arn.ts";
import { unknownText } from "./document.ts";
import { guaranteeOf, type Illusion } from "./guarantee.ts";
import { parseIpRange } from "./ip-range.ts";
import type { ConditionTest } from "./normalize.ts";

/**
 * What a condition says of who calls. `caller`: it is in an account or organization that is named, or acts for one.
 * `network`: it comes from a network that is named. `nobody`: anybody can meet the condition.
 */
export interface Identification {
  by: "caller" | "network" | "nobody";
  /** The tests that look as if they said more than they do, and why they do not. */
  illusions: { test: ConditionTest; why: Illusion | "names-nobody" | "chosen" }[];
}

/**
 * Whether a condition identifies the caller: the one answer for trust policies and resource policies alike.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (what each key is, and
 * when it is there) and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 * (which keys and values AWS itself takes for not public).
 */
export function identification(condition: readonly ConditionTest[]): Identification {
  let by: Identification["by"] = "nobody";
  const illusions: Identification["illusions"] = [];
  for (const test of condition) {
    const key = test.key.toLowerCase();
    if (key === unknownText) by = "caller";
    const kind = kinds.find(({ keys }) => keys.includes(key));
    if (kind === undefined) {
      if (chosen.some((name) => key === name || key.startsWith(`${name}/`))) illusions.push({ test, why: "chosen" });
      continue;
    }
    const guarantee = guaranteeOf(test, condition);
    if (typeof guarantee === "string") illusions.push({ test, why: guarantee });
    else if (!guarantee.values.every((value) => value === unknownText || kind.names(value, test)))
      illusions.push({ test, why: "names-nobody" });
    else if (by !== "caller") by = kind.by;
  }
  return { by, illusions };
}

interface KeyKind {
  by: "caller" | "network";
  keys: string[];
  /** A star counts as one under operators too that take it literally: its author meant what no operator would hold to. */
  names: (value: string, test: ConditionTest) => boolean;
}

const kinds: KeyKind[] = [
  {
    by: "caller",
    keys: ["aws:principalorgid", "aws:sourceorgid"],
    names: (value) => isId(value, "o-") || isOwn(value, "aws:resourceorgid"),
  },
  { by: "caller", keys: ["aws:principalorgpaths", "aws:sourceorgpaths"], names: isOrgPath },
  {
    by: "caller",
    keys: [
      ...["aws:principalaccount", "aws:sourceaccount", "aws:sourceowner"],
      ...["kms:calleraccount", "s3:dataaccesspointaccount"],
    ],
    names: (value) => isAccount(value) || isOwn(value, "aws:resourceaccount"),
  },
  {
    by: "caller",
    keys: ["aws:principalarn", "aws:sourcearn", "aws:federatedprovider", "s3:dataaccesspointarn"],
    names: namesArn,
  },
  // The unique id of a user or role, which nobody chooses; what follows it is the session's name. The root user's is its
  // account.
  {
    by: "caller",
    keys: ["aws:userid"],
    names: (value) => /^A(ID|RO)A[A-Z0-9]{12,}(:|$)/.test(value) || isAccount(value),
  },
  { by: "network", keys: ["aws:sourcevpc"], names: (value) => isId(value, "vpc-") },
  { by: "network", keys: ["aws:sourcevpce"], names: (value) => isId(value, "vpce-") },
  { by: "network", keys: ["aws:sourcevpcarn"], names: namesArn },
  {
    by: "network",
    keys: ["aws:vpceaccount"],
    names: (value) => isAccount(value) || isOwn(value, "aws:resourceaccount"),
  },
  { by: "network", keys: ["aws:vpceorgid"], names: (value) => isId(value, "o-") || isOwn(value, "aws:resourceorgid") },
  { by: "network", keys: ["aws:vpceorgpaths"], names: isOrgPath },
  // Whoever subscribes, what is published goes to a queue or a function that is named.
  { by: "network", keys: ["sns:endpoint"], names: (value) => /:(sqs|lambda):/.test(value) && isNarrowArn(value) },
  { by: "network", keys: ["aws:sourceip"], names: (value, { parsed }) => parsed.family === "ip" && isNarrow(value) },
];

/** Keys whose value is up to the caller, or the same for everybody. */
const chosen = [
  ...["aws:referer", "aws:useragent", "aws:sourceidentity", "aws:principaltag", "aws:requesttag", "aws:tagkeys"],
  ...["aws:securetransport", "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:username"],
  ...["aws:principaltype", "aws:viaawsservice", "aws:principalisawsservice", "aws:vpcsourceip", "aws:currenttime"],
  ...["aws:epochtime", "aws:requestedregion", "sts:externalid", "sts:rolesessionname", "sts:sourceidentity"],
];

/**
 * Whether an ARN pattern pins an account; of the ARNs that have none, those of buckets, the whole name. A policy variable is
 * filled with what the caller is, so that it pins nothing.
 */
function namesArn(value: string, { parsed, key }: ConditionTest): boolean {
  if (!/[*?]|\$\{/.test(value)) return parseArn(value) !== undefined;
  return pinsArn(value, parsed.family === "arn", key.toLowerCase() === "aws:sourcearn");
}

/** As a test of `ArnLike` on an ARN key: whether the pattern names an account, or one bucket. */
export function isNarrowArn(pattern: string): boolean {
  return pinsArn(pattern, true);
}

function pinsArn(value: string, byPart: boolean, ofSource = false): boolean {
  const arn = parseArn(value);
  if (arn === undefined) return false;
  // A bucket's name is nobody else's as long as it exists; what only begins alike may be anybody's.
  if (/^\**$/.test(arn.account)) return arn.service === "s3" && /^[a-z0-9.-]{3,63}(\/|$)/.test(arn.resource);
  // A star in a text goes across colons: a path of a role may hold some, so that what stands behind pins nothing.
  // So may what fills a variable. Names of what services act for hold none.
  const before = ofSource ? `${arn.partition}${arn.service}` : value.slice(0, value.indexOf(`:${arn.account}:`));
  return isAccount(arn.account) && (byPart || !/[*?$]/.test(before));
}

function isAccount(value: string): boolean {
  return /^\d{12}$/.test(value);
}

function isId(value: string, prefix: string): boolean {
  return value.startsWith(prefix) && !/[*?]|\$\{/.test(value);
}

function isOrgPath(value: string): boolean {
  return /^o-[a-z0-9]+\//.test(value);
}

/** Whether a value is the variable that has the resource's own account or organization, whatever the caller is. */
function isOwn(value: string, variable: string): boolean {
  return value.toLowerCase() === `\${${variable}}`;
}

/** AWS takes ranges of more than /8, and of more than /32 of IPv6, for public. */
function isNarrow(value: string): boolean {
  const range = parseIpRange(value);
  return range !== undefined && range.prefix >= (range.bits === 32 ? 8 : 32);
}
