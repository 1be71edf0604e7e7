/**
 * `node cli/drift.ts FILE`: says what of a stack is not as the program has it. FILE is what
 * `pulumi preview --refresh --run-program -c role=preview --json` has printed. Prints `none`, or one line
 * for each resource that an update would touch. Exit code 1 where FILE cannot be read.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { printable } from "../iam/printable.ts";
import { CommandError } from "./command-error.ts";

interface Step {
  op: string;
  urn: string;
  diffReasons?: string[];
}

/** What an issue holds, in characters, less what stands around it. */
const longest = 60_000;

try {
  const lines = stepsOf(file()).flatMap(driftOf).sort();
  console.log(lines.length === 0 ? "none" : shown(lines));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function driftOf({ op, urn, diffReasons = [] }: Step): string[] {
  const [, , types = "", ...name] = urn.split("::");
  const type = types.split("$").at(-1) ?? "";
  if (["same", "read", "refresh"].includes(op)) return [];
  // The preview role is another than the one with which the state was made.
  if (op === "update" && type.startsWith("pulumi:providers:")) return [];
  const reasons = diffReasons.length === 0 ? "" : ` (${diffReasons.join(", ")})`;
  return [printable(`${op} ${type} ${name.join("::")}${reasons}`)];
}

function shown(lines: string[]): string {
  let length = 0;
  const fitting = lines.filter((line) => (length += line.length + 1) <= longest);
  const left = lines.length - fitting.length;
  return [...fitting, ...(left > 0 ? [`and ${left} more`] : [])].join("\n");
}

function stepsOf(path: string): Step[] {
  let steps: unknown;
  try {
    ({ steps } = JSON.parse(readFileSync(path, "utf8")) as { steps?: unknown });
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`);
  }
  // Without steps nothing was looked at, which is no answer that all is well.
  if (!Array.isArray(steps) || steps.length === 0) throw new CommandError(`${path} has no steps of a preview.`);
  return steps as Step[];
}

function file(): string {
  const usage = "Usage: node cli/drift.ts FILE";
  try {
    const { positionals } = parseArgs({ options: {}, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Error("One file is needed.");
    return path;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
