/**
 * `npm run check [-- --stack NAME] [--base REVISION] [--json | --sarif | --annotations]`: checks the configuration of all
 * stacks together, has the policy pack judge what they make, and says what is wrong, without an engine, credentials or
 * network: docs/checking.md.
 *
 * Exit code 0: nothing forbids a deployment. 1: something does, or nothing could be judged, and why. 2: a fault of this
 * program, with its stack trace.
 */
import { writeSync } from "node:fs";
import { dirname } from "node:path";
import { inspect, parseArgs } from "node:util";
import { printableLines } from "../iam/printable.ts";
import type { Diagnostic } from "../model/diagnostics.ts";
import { type Plan, plan } from "../model/plan.ts";
import { bySeverity } from "../model/report.ts";
import { type CheckFormat, checkFormats } from "../review/check-formats.ts";
import { type CheckReport, isDeployable } from "../review/check-report.ts";
import { packDiagnostics } from "../review/planned/diagnostics.ts";
import { loadProgram } from "../review/planned/load.ts";
import { unknownStack } from "./arguments.ts";
import { CommandError } from "./command-error.ts";
import { projectName } from "./project-name.ts";
import { repositoryAddress } from "./repository-address.ts";
import { securityFileIn } from "./revision.ts";
import { namedStackFiles, noStackFiles } from "./stack-files.ts";

const fault = "This is a fault of the check, not of the configuration: nothing has been judged.";
const usage = "Usage: npm run check -- [--stack NAME] [--base REVISION] [--json | --sarif | --annotations]";

interface Options {
  stack: string | undefined;
  revision: string | undefined;
  format: CheckFormat;
}

main().catch((error: unknown) => {
  if (error instanceof CommandError) console.error(error.message);
  else console.error(`${printableLines(inspect(error))}\n${fault}`);
  process.exitCode = error instanceof CommandError ? 1 : 2;
});

async function main(): Promise<void> {
  const { format, ...asked } = options();
  const report = await check(asked);
  say(checkFormats[format](report));
  process.exitCode = isDeployable(report) ? 0 : 1;
}

/**
 * A short text goes out without Node's stream, of which the start takes longer than the checks of most sections: whatever
 * stands there takes so many bytes whole or not at all.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/limits.h.html (_POSIX_PIPE_BUF)
 */
function say(text: string): void {
  try {
    if (Buffer.byteLength(text) <= 512) {
      writeSync(1, text);
      return;
    }
  } catch {
    // The stream waits until there is room.
  }
  // Whoever reads may have gone, as in `npm run check | head`.
  process.stdout.on("error", () => undefined);
  process.stdout.write(text);
}

async function check({ stack, revision }: Omit<Options, "format">): Promise<CheckReport> {
  const stacks = namedStackFiles();
  if (stacks.length === 0) throw new CommandError(noStackFiles);
  const asked = stack === undefined ? undefined : stacks.find((one) => one.stack === stack);
  if (stack !== undefined && asked === undefined) {
    throw new CommandError(
      unknownStack(
        stack,
        stacks.map((one) => one.stack),
      ),
    );
  }
  const files = stacks.map(({ file }) => file);
  const plans = plansOf(files, revision);
  const { plannedResources } = await loadProgram();
  const ofPack = plans.flatMap((one) => packDiagnostics(one, plannedResources, projectName()));
  const all = bySeverity([...plans.flatMap(({ diagnostics }) => diagnostics), ...ofPack]);
  const own = asked && new Set(plans.flatMap(({ stackFiles }) => stackFiles.get(asked.file) ?? []));
  const told = all.filter(({ file }) => own?.has(file) ?? true);
  return {
    files,
    stack,
    diagnostics: told,
    errorsElsewhere: errorsIn(all) - errorsIn(told),
    texts: new Map(plans.flatMap(({ texts }) => [...texts])),
    home: repositoryAddress(process.env),
  };
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

/** One plan judges every stack of its directory. */
function plansOf(files: readonly string[], revision: string | undefined): Plan[] {
  const directories = new Map(files.map((file) => [dirname(file), file]));
  return [...directories].map(([directory, file]) =>
    plan(file, { base: revision === undefined ? undefined : securityFileIn(revision, directory) }),
  );
}

function options(): Options {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  try {
    const { stack, base, ...chosen } = parseArgs({
      options: { stack: text, base: text, json: flag, sarif: flag, annotations: flag },
    }).values;
    const [format, ...more] = Object.keys(chosen) as CheckFormat[];
    if (more.length > 0) throw new Error("Only one of --json, --sarif and --annotations can be printed.");
    const usual = process.env["GITHUB_ACTIONS"] === "true" ? "annotations" : "text";
    return { stack, revision: base, format: format ?? usual };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
