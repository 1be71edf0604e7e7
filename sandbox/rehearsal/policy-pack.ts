import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type PackConfiguration, packConfiguration } from "../../model/pack-configuration.ts";
import { planStacks } from "./configuration.ts";
import type { StackFile } from "./project.ts";
import { runCommand } from "../toolchain/command.ts";

/** What the policy pack's bundle is made of. */
const sources = ["policypack/**/*.ts", "iam/**/*.ts", "iam/catalogue/data/*.json"];

/**
 * Builds the policy pack's bundle where it is missing or older than its sources, and gives the pack's folder. Throws
 * where the build fails.
 */
export async function buildPolicyPack(
  repository: string,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<string> {
  const folder = join(repository, "policypack");
  const { main } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { main: string };
  const bundle = statSync(join(folder, main), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = globSync([...sources, "package.json", "policypack/package.json"], { cwd: repository })
    .filter((file) => !file.includes("node_modules"))
    .reduce((latest, file) => Math.max(latest, statSync(join(repository, file)).mtimeMs), 0);
  if (bundle >= newest) return folder;
  const build = join(folder, "build.ts");
  const result = await runCommand(process.execPath, [build], { cwd: repository, environment, signal });
  if (result.exitCode !== 0) throw new Error(`The policy pack could not be built: ${result.stderr.trim()}`);
  return folder;
}

/** Rule → its parameters: what the configuration of a checkout tells the pack; where it is wrong, nothing is excepted. */
export function policyPackConfiguration(repository: string, stacks: StackFile[]): PackConfiguration {
  return packConfiguration(planStacks(repository, stacks).deployments);
}
