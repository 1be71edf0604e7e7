import { canonicalDocument } from "../../iam/canonical.ts";
import type { Condition, PolicyDocument, Statement } from "../../iam/document.ts";
import type { DocumentKind } from "../../iam/finding.ts";
import { validateDocument } from "../../iam/validate.ts";
import type { ShortGrant } from "../deployment.ts";
import type { Findings } from "../findings.ts";
import type { Path } from "../path.ts";
import type { DocumentKeys, StatementText } from "../sections/permissions.ts";
import type { Bearer } from "./bearer.ts";
import { type UnderstoodGrant, readDenial, readGrant } from "./read.ts";

/** A policy document, and which short grants are part of it. */
export interface GrantedDocument {
  /** Absent where there is neither a short grant nor a statement. */
  document?: PolicyDocument;
  shortGrants: ShortGrant[];
}

/**
 * The policy document of short grants and of statements that are written out. Statements stand in an order of their own,
 * so that the order of the YAML changes nothing.
 */
export function documentOf(
  { allow = [], deny = [] }: Pick<DocumentKeys, "allow" | "deny">,
  written: readonly Statement[],
  path: Path,
  bearer: Bearer,
  findings: Findings,
): GrantedDocument {
  const allowed = allow.flatMap((entry, index) => readGrant(entry, [...path, "allow", index], bearer, findings) ?? []);
  const denied = deny.flatMap((entry, index) => readDenial(entry, [...path, "deny", index], bearer, findings) ?? []);
  const taken = new Set(written.flatMap(({ Sid }) => Sid ?? []));
  const statements = [...statementsOf("Allow", allowed, taken), ...written, ...statementsOf("Deny", denied, taken)];
  return {
    ...(statements.length > 0 && { document: canonicalDocument({ Version: "2012-10-17", Statement: statements }) }),
    shortGrants: [...shortGrants("Allow", allowed), ...shortGrants("Deny", denied)],
  };
}

/** By their texts, each once. */
function shortGrants(effect: Statement["Effect"], understood: readonly UnderstoodGrant[]): ShortGrant[] {
  const grants = new Map<string, Statement[]>();
  for (const { verb, beside, meanings } of understood) {
    for (const { grant, place } of meanings) {
      const text = `${verb.verb}${verb.target === undefined ? "" : `: ${grant.target}`}${beside}`;
      const statements = verb.statements(grant, place).map(({ actions, resources, condition }) => ({
        Effect: effect,
        Action: [...actions],
        Resource: [...resources],
        ...(condition && { Condition: condition }),
      }));
      grants.set(text, [...(grants.get(text) ?? []), ...statements]);
    }
  }
  return [...grants]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, Statement]) => ({
      text,
      statements: canonicalDocument({ Version: "2012-10-17", Statement }).Statement,
    }));
}

/** Statements as IAM writes them. What IAM would refuse is reported where it stands, and left out. */
export function writtenStatements(
  statements: readonly StatementText[] = [],
  kind: DocumentKind,
  path: Path,
  { partition }: Pick<Bearer, "partition">,
  findings: Findings,
): Statement[] {
  if (statements.length === 0) return [];
  const wrong = new Set<number>();
  for (const found of validateDocument({ Version: "2012-10-17", Statement: statements }, kind)) {
    if (found.severity === "error" && found.statement !== undefined) wrong.add(found.statement);
    findings.add(
      found.severity === "error" ? "iam-statement" : "iam-statement-doubtful",
      [...path, ...found.path.slice(1)],
      { message: found.message, fix: found.fix === undefined ? "Correct it, or delete it." : `Write ${found.fix}.` },
    );
  }
  statements.forEach((statement, index) => {
    for (const arn of arnsIn(statement)) {
      const [, found = ""] = arn.split(":");
      if (found === partition || found.includes("*")) continue;
      wrong.add(index);
      findings.add("other-partition", [...path, index], {
        message: `${arn} lies in the partition "${found}", the organization in "${partition}".`,
        fix: `Write arn:${partition}:…`,
      });
    }
  });
  return statements.filter((_, index) => !wrong.has(index)) as unknown as Statement[];
}

function arnsIn(tree: unknown): string[] {
  if (typeof tree === "string") return /^arn:[^:]*:/.test(tree) ? [tree] : [];
  return typeof tree === "object" && tree !== null ? Object.values(tree).flatMap(arnsIn) : [];
}

interface Group {
  verb: string;
  actions: readonly string[];
  resources: Set<string>;
  condition?: Condition;
}

/** What several grants say of the same actions under the same condition becomes one statement. */
function statementsOf(effect: Statement["Effect"], understood: UnderstoodGrant[], taken: Set<string>): Statement[] {
  const groups = new Map<string, Group>();
  for (const { verb, meanings } of understood) {
    for (const { grant, place } of meanings) {
      for (const { actions, resources, condition } of verb.statements(grant, place)) {
        const key = JSON.stringify([actions, condition]);
        const group = groups.get(key) ?? {
          verb: verb.verb,
          actions,
          resources: new Set(),
          ...(condition && { condition }),
        };
        groups.set(key, group);
        if (verb.verb < group.verb) group.verb = verb.verb;
        for (const resource of resources) group.resources.add(resource);
      }
    }
  }
  return [...groups]
    .sort(([a, { verb: verbA }], [b, { verb: verbB }]) => (verbA === verbB ? (a < b ? -1 : 1) : verbA < verbB ? -1 : 1))
    .map(([, { verb, actions, resources, condition }]) => ({
      Sid: sid(verb, taken),
      Effect: effect,
      Action: [...actions],
      Resource: [...resources],
      ...(condition && { Condition: condition }),
    }));
}

/** `read objects` → `ReadObjects`, or `ReadObjects2` where that is taken. */
export function sid(verb: string, taken: Set<string>): string {
  const base = verb.replaceAll(/(?:^|[ -])([a-z])/g, (_, letter: string) => letter.toUpperCase());
  let candidate = base;
  for (let number = 2; taken.has(candidate); number++) candidate = `${base}${number}`;
  taken.add(candidate);
  return candidate;
}
