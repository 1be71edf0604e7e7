/**
 * `npm run --silent pack-configuration -- config/prod.yaml`: prints what `--policy-pack-config` of the Pulumi CLI reads,
 * from the configuration of all stacks beside the named file; with `--base REVISION` by `security.yaml` as it is in that
 * git revision. Exit code 1 where the configuration has errors, which it prints then, and nothing else.
 */
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { packConfiguration } from "../model/pack-configuration.ts";
import { plan } from "../model/plan.ts";
import { jsonText } from "../review/json-text.ts";
import { securityFileIn } from "./revision.ts";
import { CommandError } from "./command-error.ts";

try {
  const { file, revision } = options();
  const base = revision === undefined ? undefined : securityFileIn(revision, dirname(file));
  const { deployments, report } = plan(file, { base });
  if (deployments.length === 0) throw new CommandError(report);
  process.stdout.write(jsonText(packConfiguration(deployments)));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function options(): { file: string; revision: string | undefined } {
  const usage = "Usage: npm run --silent pack-configuration -- STACK-FILE [--base REVISION]";
  try {
    const { values, positionals } = parseArgs({ options: { base: { type: "string" } }, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("One stack file, such as config/prod.yaml, is needed.");
    return { file, revision: values.base };
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
