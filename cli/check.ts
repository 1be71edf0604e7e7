/**
 * `npm run check`: loads and checks the configuration of all stacks and says what is wrong, without an engine,
 * credentials or network. With `-- --base REVISION` it judges a proposed change: `security.yaml` is read from that git
 * revision, everything else as it stands, so that no change can excuse itself. Exit code 0 where nothing forbids a
 * deployment, 1 otherwise.
 */
import { dirname } from "node:path";
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { type Plan, plan } from "../model/plan.ts";
import { formatReport, hasErrors } from "../model/report.ts";
import { RevisionError, securityFileIn } from "./base-revision.ts";

const settings = readdirSync(".").filter((name) => /^Pulumi\..+\.yaml$/u.test(name));
const stackFiles = settings.sort().flatMap((file) => {
  const { config = {} } = parse(readFileSync(file, "utf8"), { schema: "failsafe" }) as {
    config?: Record<string, string>;
  };
  return Object.entries(config).flatMap(([key, value]) => (key.endsWith(":config") ? [value] : []));
});

try {
  const diagnostics = plans(baseRevision()).flatMap((one) => one.diagnostics);
  const report = formatReport(diagnostics);
  if (report !== "") console.log(report);
  if (stackFiles.length === 0) console.log("There is no Pulumi.<stack>.yaml here that names a configuration file.");
  const wrong = stackFiles.length === 0 || hasErrors(diagnostics);
  // Without Node's streams, of which the start takes longer than the checks of most sections.
  if (!wrong) writeSync(1, `${stackFiles.join(", ")}: nothing is wrong.\n`);
  process.exitCode = wrong ? 1 : 0;
} catch (error) {
  if (!(error instanceof RevisionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** One plan judges every stack of its directory. */
function plans(revision: string | undefined): Plan[] {
  const directories = new Map(stackFiles.map((file) => [dirname(file), file]));
  return [...directories].map(([directory, file]) =>
    plan(file, { base: revision === undefined ? undefined : securityFileIn(revision, directory) }),
  );
}

function baseRevision(): string | undefined {
  try {
    return parseArgs({ options: { base: { type: "string" } } }).values.base;
  } catch (error) {
    throw new RevisionError(`${(error as Error).message}\nUsage: npm run check -- [--base REVISION]`);
  }
}
