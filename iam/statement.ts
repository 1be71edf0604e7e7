import { splitColons } from "./arn.ts";
import type { Caller } from "./caller.ts";
import { testHolds } from "./condition.ts";
import type { Context } from "./context.ts";
import { matches } from "./match.ts";
import type { ConditionTest, NormalStatement } from "./normalize.ts";
import { matchesResolved } from "./pattern.ts";
import { all, any, not, type Truth } from "./truth.ts";

/** One request, read. */
export interface Question {
  caller: Caller;
  /** In lower case. */
  action: string;
  resource: string;
  context: Context;
}

export interface Reach {
  truth: Truth;
  /** What an unknown key leaves open: tests of the condition, and policy variables in the resource. */
  open: OpenTest[];
}

export type OpenTest = Pick<ConditionTest, "operator" | "key" | "values">;

/** Whether a statement is about a request, its principal aside. */
export function reach(statement: NormalStatement, question: Question): Reach {
  const { action, resource, condition, variables } = statement;
  if (action.items.some((pattern) => matches(pattern, question.action)) === action.not)
    return { truth: "no", open: [] };
  const about = resource === undefined ? "yes" : reachesResource(resource, variables, question);
  if (about === "no") return { truth: "no", open: [] };
  const tests = condition.map((test) => ({ test, truth: testHolds(test, question.context, variables) }));
  const truth = all([about, ...tests.map((item) => item.truth)]);
  if (truth !== "maybe") return { truth, open: [] };
  const open: OpenTest[] = tests.filter((item) => item.truth === "maybe").map((item) => item.test);
  if (about === "maybe") open.push(...openVariables(resource?.items ?? [], resource?.not === true, question.context));
  return { truth, open };
}

function reachesResource(
  resource: NonNullable<NormalStatement["resource"]>,
  variables: boolean,
  question: Question,
): Truth {
  const matched = any(
    resource.items.map((pattern) => matchesResolved(complete(pattern), question.resource, question.context, variables)),
  );
  return resource.not ? not(matched) : matched;
}

/**
 * An ARN that breaks off before its sixth part goes on in `*`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
function complete(pattern: string): string {
  if (!pattern.startsWith("arn:")) return pattern;
  const parts = splitColons(pattern);
  return parts.length >= 6 ? pattern : [...parts, ...new Array<string>(6 - parts.length).fill("*")].join(":");
}

function openVariables(patterns: string[], not: boolean, context: Context): OpenTest[] {
  return patterns.flatMap((pattern) => {
    const keys = [...pattern.matchAll(/\$\{\s*([^},]*?)\s*[,}]/g)].map((found) => found[1] ?? "");
    const key = keys.find((name) => context.get(name) === "unknown");
    return key === undefined ? [] : [{ operator: not ? "NotResource" : "Resource", key, values: [pattern] }];
  });
}
