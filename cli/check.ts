/**
 * `npm run check`: loads and checks the configuration of all stacks, and has the policy pack judge what they make, and says
 * what is wrong, without an engine, credentials or network. With `-- --base REVISION` it judges a proposed change: `security.yaml` is read from that git
 * revision, everything else as it stands, so that no change can excuse itself. Exit code 0 where nothing forbids a
 * deployment, 1 otherwise.
 */
import { dirname } from "node:path";
import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Plan, plan } from "../model/plan.ts";
import { formatReport, hasErrors } from "../model/report.ts";
import { packDiagnostics } from "../review/planned/diagnostics.ts";
import { loadProgram } from "../review/planned/load.ts";
import { securityFileIn } from "./revision.ts";
import { CommandError } from "./command-error.ts";
import { projectName } from "./project-name.ts";
import { noStackFiles, stackFiles } from "./stack-files.ts";

check().catch((error: unknown) => {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});

async function check(): Promise<void> {
  const files = stackFiles();
  const all = plans(files, baseRevision());
  const { plannedResources } = await loadProgram();
  const diagnostics = all.flatMap((one) => [
    ...one.diagnostics,
    ...packDiagnostics(one, plannedResources, projectName()),
  ]);
  const report = formatReport(diagnostics);
  if (report !== "") console.log(report);
  if (files.length === 0) console.log(noStackFiles);
  const wrong = files.length === 0 || hasErrors(diagnostics);
  // Without Node's streams, of which the start takes longer than the checks of most sections.
  if (!wrong) writeSync(1, `${files.join(", ")}: nothing is wrong.\n`);
  process.exitCode = wrong ? 1 : 0;
}

/** One plan judges every stack of its directory. */
function plans(files: readonly string[], revision: string | undefined): Plan[] {
  const directories = new Map(files.map((file) => [dirname(file), file]));
  return [...directories].map(([directory, file]) =>
    plan(file, { base: revision === undefined ? undefined : securityFileIn(revision, directory) }),
  );
}

function baseRevision(): string | undefined {
  try {
    return parseArgs({ options: { base: { type: "string" } } }).values.base;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\nUsage: npm run check -- [--base REVISION]`);
  }
}
