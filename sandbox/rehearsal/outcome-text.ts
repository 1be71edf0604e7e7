import { printable } from "../../iam/printable.ts";
import type { Outcome, PolicyViolation } from "./outcome.ts";

/** The engine's words for what it did, as it counts them. */
const done: Record<string, string> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  replace: "replaced",
  import: "imported",
};

/** In a few words: `no change`, or `51 created, 2 updated`. */
export function summary({ changes }: Outcome): string {
  const counted = Object.entries(changes).filter(([op, count]) => op !== "same" && count > 0);
  if (counted.length === 0) return `no change (${changes["same"] ?? 0} resources)`;
  return counted.map(([op, count]) => `${count} ${done[op] ?? op}`).join(", ");
}

/** Each violation with its resource, its level and the pack's message. */
export function violationsText(violations: PolicyViolation[]): string {
  return violations
    .map(({ urn, policy, level, message }) => {
      const about = urn === "" ? "the stack as a whole" : printable(urn.split("::").slice(2).join(" "));
      return `  ${level}: ${printable(policy)}: ${about}\n${indented(message)}`;
    })
    .join("");
}

/** Why a command failed: what the engine reported, else the end of what it printed. */
export function failureText(outcome: Outcome): string {
  const errors = outcome.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const { signal, stderr } = outcome;
  const causes = errors.length > 0 ? errors : [signal === undefined ? stderr.trim() : `${signal} ended the engine.`];
  return [...new Set(causes)].map(indented).join("");
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${printable(line)}\n`)
    .join("");
}
