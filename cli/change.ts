/**
 * `npm run change -- --base REVISION [--head REVISION] [--format text|markdown|json] [--today YYYY-MM-DD]`: says in plain
 * words what an edit of the configuration does to access, without an engine, credentials or network: docs/change.md.
 *
 * Exit code 0: compared, whether or not anything changes. 1: not compared, because one of the two is not valid or the
 * command is not right, and why.
 */
import { parseArgs } from "node:util";
import { accessLines } from "../model/access-line.ts";
import { deadlines } from "../model/deadlines.ts";
import { filesOnDisk } from "../model/files.ts";
import { hasErrors } from "../model/report.ts";
import { type ChangeFormat, changeFormats } from "../review/change-formats.ts";
import { changeBetween } from "../review/change/change.ts";
import { type Comparison, isRefusal } from "../review/change/comparison.ts";
import { dayOf, formatOf } from "./arguments.ts";
import { CommandError } from "./command-error.ts";
import { type Plans, plansOf } from "./plans.ts";
import { filesOf } from "./revision.ts";

const usage =
  "Usage: npm run change -- --base REVISION [--head REVISION] [--format text|markdown|json] [--today YYYY-MM-DD]";

// Whoever reads may have gone, as in `npm run change | head`.
process.stdout.on("error", () => undefined);
try {
  const { format, ...asked } = options();
  const comparison = compare(asked);
  process.stdout.write(changeFormats[format](comparison, process.stdout.columns || 100));
  process.exitCode = isRefusal(comparison.outcome) ? 1 : 0;
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function compare({ base, head, today }: Pick<Comparison, "base" | "head" | "today">): Comparison {
  const before = plansOf(filesOf(base), today);
  const after = plansOf(head === undefined ? filesOnDisk : filesOf(head), today);
  return { base, head, today, outcome: outcomeOf(before, after) };
}

function outcomeOf(before: Plans, after: Plans): Comparison["outcome"] {
  if (hasErrors(after.diagnostics)) return { invalid: "head", ...after };
  if (hasErrors(before.diagnostics)) return { invalid: "base", ...before };
  return changeBetween(sideOf(before), sideOf(after));
}

function sideOf({ deployments, stacks }: Plans) {
  return { deployments, lines: stacks.flatMap(accessLines), deadlines: deadlines(stacks) };
}

function options(): Pick<Comparison, "base" | "head" | "today"> & { format: ChangeFormat } {
  const text = { type: "string" } as const;
  try {
    const asked = parseArgs({ options: { base: text, head: text, format: text, today: text } }).values;
    if (asked.base === undefined)
      throw new Error("With what is it compared? --base REVISION is missing, such as --base main.");
    return {
      base: asked.base,
      head: asked.head,
      format: formatOf(changeFormats, asked.format ?? "text"),
      today: dayOf(asked.today),
    };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
