import * as z from "zod";
import { nearest } from "../iam/nearest.ts";
import type { DiagnosticCode } from "./diagnostics.ts";
import type { Finding, Findings } from "./findings.ts";
import type { Path } from "./path.ts";
import { pathText } from "./places.ts";
import {
  exampleAt,
  isRequired,
  kindOf,
  prune,
  restore,
  schemaAt,
  shapeOf,
  unwrapped,
  valueAt,
} from "./structure-tree.ts";
import type { Tree, TreeMap } from "./tree.ts";
import type { Wrong } from "./values/text.ts";

type Issue = z.core.$ZodIssue;

/**
 * Judges the structure of a tree and returns it typed. What is wrong is reported and left out: a key that may be
 * absent, otherwise the entry that cannot do without it. A required text of the wrong form stays as it is. Undefined where not even the sections stand. Where the tree is
 * not `whole`, a section that is missing may stand in a file that could not be read, and is not reported.
 */
export function structured<Schema extends z.ZodObject>(
  schema: Schema,
  tree: TreeMap,
  findings: Findings,
  { whole }: { whole: boolean },
): z.infer<Schema> | undefined {
  const rest = structuredClone(tree);
  const held: [Path, Tree][] = [];
  // Each round leaves out what is wrong; what a later round finds only follows from that.
  for (let round = 0; round < 20; round++) {
    const result = schema.safeParse(rest, { jitless: true });
    if (result.success) {
      for (const [path, value] of held) restore(result.data as TreeMap, path, value);
      return result.data;
    }
    const issues = result.error.issues.flatMap((issue) => flattened(schema, rest, issue));
    for (const issue of round > 0 ? [] : issues) {
      if (whole || issue.path.length > 1 || valueAt(rest, issue.path as Path) !== undefined) {
        report(schema, rest, issue, findings);
      }
    }
    for (const issue of issues) {
      const path = issue.path as Path;
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) prune(rest, schema, [...path, key]);
      } else if (issue.code === "custom" && isRequired(rest, schema, path)) {
        held.push([path, valueAt(rest, path) ?? ""]);
        restore(rest, path, exampleAt(rest, schema, path));
      } else {
        prune(rest, schema, path);
        findings.incomplete.add(String(path[0]));
      }
    }
  }
  return undefined;
}

/** Of a union, the issues of the option that was meant: the one of the same kind (text, list, map). */
function flattened(schema: z.ZodType, tree: TreeMap, issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  for (const option of issue.errors) {
    const ofAnotherKind = option.some(({ code, path }) => code === "invalid_type" && path.length === 0);
    if (ofAnotherKind) continue;
    return option
      .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
      .flatMap((inner) => flattened(schema, tree, inner));
  }
  return [issue];
}

function report(schema: z.ZodType, tree: TreeMap, issue: Issue, findings: Findings): void {
  const path = issue.path as Path;
  switch (issue.code) {
    case "unrecognized_keys":
      for (const key of issue.keys) unknownKey(schema, tree, path, key, findings);
      return;
    case "invalid_type":
    case "invalid_union":
    case "invalid_value": {
      const found = valueAt(tree, path);
      if (found === undefined) missingKey(schema, tree, path, findings);
      else if (issue.code !== "invalid_value" || typeof found !== "string") wrongType(schema, tree, path, findings);
      else notAllowed(found, issue.values.map(String), path, findings);
      return;
    }
    case "too_small":
      // An empty list is refused where it is read; and what is no list at all has a finding beside this one.
      return;
    case "custom": {
      const { code, message, fix } = issue.params as unknown as Wrong;
      refuse(findings, code, path, { message, fix });
      return;
    }
    default:
      throw new Error(`The schema has a check without a diagnostic: ${issue.code} at ${pathText(path)}.`);
  }
}

function unknownKey(schema: z.ZodType, tree: TreeMap, path: Path, key: string, findings: Findings): void {
  const known = Object.keys(shapeOf(schemaAt(schema, tree, path)) ?? {});
  const meant = nearest(key, known);
  refuse(findings, "unknown-key", [...path, key], {
    message: `\`${key}\` is unknown here${meant === undefined ? "." : `; did you mean \`${meant}\`?`}`,
    fix: meant === undefined ? `Delete it, or write one of: ${known.join(", ")}.` : `Write \`${meant}\`.`,
    at: "key",
  });
}

function missingKey(schema: z.ZodType, tree: TreeMap, path: Path, findings: Findings): void {
  const key = String(path.at(-1));
  const meta = unwrapped(schemaAt(schema, tree, path)).meta();
  const [example] = (meta?.examples ?? []) as unknown[];
  refuse(findings, "missing-key", path, {
    message: `\`${key}\` is missing${meta?.description === undefined ? "." : `: ${meta.description}`}`,
    fix:
      typeof example === "string"
        ? `Write, for example: \`${key}: ${/^\d+$/u.test(example) ? `"${example}"` : example}\``
        : `Write \`${key}:\` below it.`,
  });
}

const articles: Record<string, string> = { text: "a text", list: "a list", map: "lines of `name: value`" };

function wrongType(schema: z.ZodType, tree: TreeMap, path: Path, findings: Findings): void {
  const found = kindOf(valueAt(tree, path));
  const expected = expectedKinds(schemaAt(schema, tree, path));
  const value = valueAt(tree, path);
  const wanted = expected.map((kind) => articles[kind] ?? kind).join(" or ");
  if (found === "map" && expected.includes("text")) {
    refuse(findings, "text-became-map", path, {
      message: `This is to be ${wanted}; a colon followed by a space cuts it in two.`,
      fix: "Put the whole text in quotes.",
    });
    return;
  }
  const fix = expected.includes("list")
    ? `Write it as a list: [${typeof value === "string" ? value : "..."}]`
    : expected.includes("map")
      ? "Write lines of `name: value` below it, two spaces further in."
      : "Write one value behind the colon.";
  refuse(findings, "wrong-type", path, {
    message: `This is to be ${wanted}; what stands here is ${articles[found] ?? found}.`,
    fix,
  });
}

function expectedKinds(schema: z.ZodType): string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => expectedKinds(option as z.ZodType));
  if (inner instanceof z.ZodArray) return ["list"];
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return ["map"];
  return ["text"];
}

function notAllowed(value: string, allowed: string[], path: Path, findings: Findings): void {
  const meant = nearest(value, allowed);
  const list = allowed.map((word) => `\`${word}\``).join(" or ");
  refuse(findings, "value-not-allowed", path, {
    message: `\`${value}\` cannot stand here.${meant === undefined ? "" : ` Did you mean \`${meant}\`?`}`,
    fix: `Write ${list}.`,
  });
}

/** Reports, and marks the path: what later checks would say of it only follows. */
function refuse(findings: Findings, code: DiagnosticCode, path: Path, finding: Finding): void {
  findings.add(code, path, finding);
  const located = findings.places.get(pathText(path));
  if (located !== undefined) located.refused = true;
}
