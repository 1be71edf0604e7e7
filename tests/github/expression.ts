import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import type { ExpressionData } from "@actions/expressions/data/expressiondata";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";

export type Contexts = Record<string, unknown>;

/** What became of what a job or a step comes after. */
export type Before = "success" | "failure";

/** Evaluates the `if` of a job or a step as GitHub does: unless it asks for the status itself, all before it succeeded. */
export function isMet(condition: string | undefined, contexts: Contexts, before: Before): boolean {
  const bare = (condition ?? "success()").replace(/^\s*\$\{\{([^]*)\}\}\s*$/u, "$1").trim();
  const asks = /\b(?:success|failure|cancelled|always)\(\)/u.test(bare);
  return truthy(evaluate(asks ? bare : `success() && (${bare})`, contexts, before));
}

/** Replaces the expressions in a text by their values. */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gu, (_, expression: string) =>
    evaluate(expression.trim(), contexts, "success").coerceString(),
  );
}

function evaluate(expression: string, contexts: Contexts, before: Before): ExpressionData {
  const status = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  const functions = [
    status("success", before === "success"),
    status("failure", before === "failure"),
    status("cancelled", false),
    status("always", true),
  ];
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const all = new Map(functions.map((one) => [one.name, one]));
  return new Evaluator(parsed, dataOf(contexts) as data.Dictionary, all).evaluate();
}

function dataOf(value: unknown): ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  return new data.Dictionary(...Object.entries(value).map(([key, one]) => ({ key, value: dataOf(one) })));
}

function truthy(value: ExpressionData): boolean {
  return !["", "0", "false"].includes(value.coerceString());
}
