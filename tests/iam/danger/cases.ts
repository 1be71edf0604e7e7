import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** One Allow, the Denies beside it, and the dangers that they are. */
export interface Case {
  allow?: string | string[];
  "not-action"?: string;
  on?: string | string[];
  "not-on"?: string;
  when?: Record<string, unknown>;
  deny?: Record<string, unknown>[];
  expect: string[];
}

export const cases = parse(readFileSync(new URL("dangers.yaml", import.meta.url), "utf8")) as Case[];

export function statementsOf(one: Case): Record<string, unknown>[] {
  return [
    {
      Effect: "Allow",
      Action: one.allow,
      NotAction: one["not-action"],
      Resource: one.on,
      NotResource: one["not-on"],
      Condition: one.when,
    },
    ...(one.deny ?? []).map((deny) => ({ Effect: "Deny", ...deny })),
  ];
}
