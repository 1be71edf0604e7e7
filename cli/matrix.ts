/**
 * `npm run matrix [-- --stack NAME] [--format text|markdown|csv|json] [--today YYYY-MM-DD]`: who has what where, why, and
 * what ends soon, without an engine, credentials or network: docs/who-has-what.md.
 *
 * Exit code 0: told. 1: the configuration is not valid or the command is not right, and why.
 */
import { parseArgs } from "node:util";
import { accessLines } from "../model/access-line.ts";
import { deadlines } from "../model/deadlines.ts";
import { filesOnDisk } from "../model/files.ts";
import { type Places, placeOf } from "../model/places.ts";
import { formatReport, hasErrors } from "../model/report.ts";
import { soon } from "../model/values/ending.ts";
import { type MatrixFormat, matrixFormats } from "../review/matrix-formats.ts";
import type { MatrixReport } from "../review/matrix-report.ts";
import { accessMatrix, breakGlassAccess, roleMatrix } from "../review/matrix.ts";
import { dayOf, formatOf, unknownStack } from "./arguments.ts";
import { CommandError } from "./command-error.ts";
import { plansOf } from "./plans.ts";

const usage = "Usage: npm run matrix -- [--stack NAME] [--format text|markdown|csv|json] [--today YYYY-MM-DD]";

interface Options {
  stack: string | undefined;
  format: MatrixFormat;
  today: string;
}

// Whoever reads may have gone, as in `npm run matrix | head`.
process.stdout.on("error", () => undefined);
try {
  const { format, ...asked } = options();
  process.stdout.write(matrixFormats[format](matrices(asked), process.stdout.columns || 100));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function matrices({ stack: asked, today }: Omit<Options, "format">): MatrixReport {
  const all = plansOf(filesOnDisk, today);
  if (hasErrors(all.diagnostics)) throw new CommandError(formatReport(all.diagnostics, all.texts));
  const names = all.deployments.map(({ stack }) => stack);
  if (asked !== undefined && !names.includes(asked)) throw new CommandError(unknownStack(asked, names));
  const isAsked = (stack: string): boolean => asked === undefined || stack === asked;
  const deployments = all.deployments.filter(({ stack }) => isAsked(stack));
  const stacks = all.stacks.filter(({ configuration }) => isAsked(configuration.stack));
  const lines = stacks.flatMap(accessLines);
  const places = new Map(stacks.map(({ configuration, findings }) => [configuration.stack, findings.places]));
  const noPlaces: Places = new Map();
  return {
    today,
    stacks: deployments.map(({ stack }) => stack),
    access: accessMatrix(deployments, lines),
    roles: roleMatrix(deployments),
    breakGlass: breakGlassAccess(deployments),
    lines,
    deadlines: deadlines(stacks).filter(({ daysLeft }) => daysLeft <= soon),
    placeOf: ({ stack, configPath }) => placeOf(places.get(stack) ?? noPlaces, configPath),
  };
}

function options(): Options {
  const text = { type: "string" } as const;
  try {
    const { stack, format, today } = parseArgs({ options: { stack: text, format: text, today: text } }).values;
    return { stack, format: formatOf(matrixFormats, format ?? "text"), today: dayOf(today) };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
