import { nearest } from "../../iam/nearest.ts";
import type { Findings } from "../findings.ts";
import type { Path } from "../path.ts";
import type { Denial, Grant } from "../sections/permissions.ts";
import { regionsOf } from "../regions.ts";
import type { Tree } from "../tree.ts";
import { isMap } from "../tree.ts";
import { allowVerbs } from "./allow.ts";
import type { Bearer } from "./bearer.ts";
import { denyVerbs } from "./deny.ts";
import { guardrailWords } from "./guardrail-word.ts";
import { type GrantPlace, type Parameter, type ReadGrant, type Verb, isParameter, serviceDomain } from "./verb.ts";

/** A grant that has been understood: its verb, and each of its targets in each place in which it lies. */
export interface UnderstoodGrant {
  verb: Verb;
  /** What stands beside the verb, as a reader would write it: ` (in: DevOps)`, or nothing. */
  beside: string;
  meanings: { grant: ReadGrant; place: GrantPlace }[];
}

const isGuardrail = (word: string): boolean =>
  guardrailWords.some(({ verb }) => verb === word) && !denyVerbs.some(({ verb }) => verb === word);

/** Understands one entry of `allow`; undefined, with a finding, where that is impossible. */
export function readGrant(entry: Grant, path: Path, bearer: Bearer, findings: Findings): UnderstoodGrant | undefined {
  return read(allowVerbs, entry, path, bearer, findings);
}

/** Understands one entry of `deny`; undefined, with a finding, where that is impossible. */
export function readDenial(entry: Denial, path: Path, bearer: Bearer, findings: Findings): UnderstoodGrant | undefined {
  const word = [entry].flatMap((one) => (typeof one === "string" ? one : Object.keys(one))).find(isGuardrail);
  if (word !== undefined) {
    findings.add("verb-elsewhere", path, {
      message: `"${word}" is a guardrail: it is not supported in a policy of an identity.`,
      fix:
        word === "act without mfa"
          ? "People's MFA is enforced where they sign in (identity-providers.X.mfa): a federated session never carries aws:MultiFactorAuthPresent, so this denial would lock everybody out."
          : "Write it under `guardrails`, where it holds for everybody.",
    });
    return undefined;
  }
  return read(denyVerbs, typeof entry === "string" ? { [entry]: "" } : entry, path, bearer, findings);
}

function read(
  verbs: readonly Verb[],
  entry: Grant,
  path: Path,
  bearer: Bearer,
  findings: Findings,
): UnderstoodGrant | undefined {
  const words = verbs.map((candidate) => candidate.verb);
  const word = wordOf(Object.keys(entry), words);
  const others = Object.keys(entry).filter((key) => key !== word);
  const verb = verbs.find((candidate) => candidate.verb === word);
  if (verb === undefined) {
    const guess = nearest(word, words);
    findings.add("unknown-verb", [...path, word], {
      message: `"${word}" is not a short grant${guess === undefined ? "." : `; did you mean "${guess}"?`}`,
      fix: `Write one of: ${words.join(", ")}; or a full IAM statement under \`statements\`.`,
    });
    return undefined;
  }
  const targets = readTargets(verb, entry[word], [...path, word], findings);
  if (!hasRightParameters(verb, others, [...path], findings) || targets === undefined) return undefined;

  const accounts = entry["in"] === undefined ? bearer.accounts : bearer.accountsIn(entry["in"], [...path, "in"]);
  const region = readRegion(entry["region"], [...path, "region"], bearer, findings);
  const kmsKey = readKmsKey(entry["kms-key"], [...path, "kms-key"], findings);
  const toService = readService(entry["to-service"], [...path, "to-service"], bearer, findings);
  const boundary = entry["permissions-boundary"];
  const meanings = accounts.flatMap((account) => {
    const place = bearer.place(account, region);
    const permissionsBoundaryArn = boundary && bearer.boundaryArn(boundary, account, [...path, "permissions-boundary"]);
    if (boundary !== undefined && permissionsBoundaryArn === undefined) return [];
    const parameters = {
      ...(kmsKey && { kmsKey }),
      ...(toService && { toService }),
      ...(permissionsBoundaryArn && { permissionsBoundaryArn }),
    };
    return targets.map((target) => ({ grant: { target, ...parameters }, place }));
  });
  const beside = others.sort().map((parameter) => `${parameter}: ${worded(entry[parameter] ?? "")}`);
  return { verb, beside: beside.length === 0 ? "" : ` (${beside.join(", ")})`, meanings };
}

function worded(tree: Tree): string {
  if (typeof tree === "string") return tree;
  if (Array.isArray(tree)) return tree.map(worded).sort().join(" and ");
  return Object.entries(tree)
    .map(([key, value]) => `${key} ${worded(value)}`)
    .sort()
    .join(", ");
}

/** The key that is the verb, or was meant to be: the order of keys means nothing, parameters may stand before it. */
function wordOf(keys: readonly string[], words: readonly string[]): string {
  const rest = keys.filter((key) => !isParameter(key));
  return (
    keys.find((key) => words.includes(key)) ??
    rest.find((key) => nearest(key, words) !== undefined) ??
    rest[0] ??
    keys[0] ??
    ""
  );
}

function readTargets(verb: Verb, value: Tree | undefined, path: Path, findings: Findings): string[] | undefined {
  if (verb.target === undefined) {
    if (value === "" || value === undefined) return [""];
    findings.add("grant-target", path, {
      message: `"${verb.verb}" stands alone.`,
      fix: `Write \`- ${verb.verb}\`, without a colon.`,
    });
    return undefined;
  }
  const { pattern, expects } = verb.target;
  const targets = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  const right = targets.filter((target): target is string => typeof target === "string" && pattern.test(target));
  if (right.length > 0 && right.length === targets.length) return right;
  const wrong = targets.find((target) => !right.includes(target as string));
  const found = typeof wrong === "string" ? `"${wrong}" is not` : "There is no";
  findings.add("grant-target", path, { message: `${found} ${expects}.`, fix: `Name ${expects}.` });
  return undefined;
}

function hasRightParameters(verb: Verb, found: string[], path: Path, findings: Findings): boolean {
  const { required = [], optional = [] } = verb;
  const allowed: readonly string[] = [...required, ...optional];
  const unknown = found.filter((parameter) => !allowed.includes(parameter));
  for (const parameter of unknown) {
    const guess = nearest(parameter, [...allowed]);
    findings.add("grant-parameter", [...path, parameter], {
      message: `"${verb.verb}" has no parameter "${parameter}"${guess === undefined ? "." : `; did you mean "${guess}"?`}`,
      fix: allowed.length === 0 ? "Delete it." : `It takes: ${allowed.join(", ")}.`,
    });
  }
  const missing = required.filter((parameter: Parameter) => !found.includes(parameter));
  for (const parameter of missing) {
    findings.add("grant-parameter", [...path, verb.verb], {
      message: `"${verb.verb}" needs "${parameter}" beside it.`,
      fix: `Add the line \`${parameter}: …\` under it, indented like the verb.`,
    });
  }
  return unknown.length === 0 && missing.length === 0;
}

function readRegion(value: Tree | undefined, path: Path, bearer: Bearer, findings: Findings): string {
  if (value === undefined) return bearer.homeRegion;
  const known = regionsOf(bearer.partition);
  if (typeof value === "string" && known.includes(value)) return value;
  const meant = typeof value === "string" ? nearest(value, known) : undefined;
  findings.add("region", path, {
    message: `${described(value)} is no region of the partition ${bearer.partition}.`,
    fix: `Write it as ${meant ?? bearer.homeRegion}.`,
  });
  return bearer.homeRegion;
}

function readKmsKey(value: Tree | undefined, path: Path, findings: Findings): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^alias\/[A-Za-z0-9/_-]+$/.test(value)) return value;
  findings.add("kms-key", path, {
    message: `${described(value)} is not the alias of a KMS key.`,
    fix: "Write it as alias/payments.",
  });
  return undefined;
}

/** Services whose principals are not called like the service. */
const principals: Record<string, string> = { ecs: "ecs-tasks", eks: "pods.eks" };

function readService(value: Tree | undefined, path: Path, bearer: Bearer, findings: Findings): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(value)) return value;
  if (typeof value === "string" && /^[a-z0-9-]+$/.test(value)) {
    return `${principals[value] ?? value}.${value === "ec2" ? serviceDomain(bearer.partition) : "amazonaws.com"}`;
  }
  findings.add("service", path, {
    message: `${described(value)} is not an AWS service.`,
    fix: "Write ecs, lambda, ec2, or a service principal such as glue.amazonaws.com; one, never *.",
  });
  return undefined;
}

function described(value: Tree): string {
  return typeof value === "string" ? `"${value}"` : isMap(value) ? "A map" : "A list";
}
