import { spawn } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { endWithParent } from "../../plugin/engine-watch.ts";

export interface Run {
  /** What is run out of `@pulumi/pulumi/cmd`, such as `run-policy-pack`. */
  command: string;
  /** Where the program is, and where its `@pulumi/pulumi` is looked for: in it or above. */
  programDirectory: string;
  workingDirectory: string;
  nodeArguments: string[];
  arguments: string[];
  environment: Record<string, string>;
  stdio: StdioOptions;
}

const children = new Set<ChildProcess>();

process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts one of the SDK's own commands with this process's Node. It ends with this process at the latest. */
export function start(run: Run): ChildProcess {
  const script = commandScript(run.command, run.programDirectory);
  const child = spawn(process.execPath, [...endWithParent, ...run.nodeArguments, script, ...run.arguments], {
    cwd: run.workingDirectory,
    env: { ...process.env, ...run.environment },
    stdio: run.stdio,
  });
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

function commandScript(command: string, directory: string): string {
  try {
    return createRequire(join(directory, "package.json")).resolve(`@pulumi/pulumi/cmd/${command}`);
  } catch (error) {
    throw new Error(`@pulumi/pulumi is not installed in ${directory} or above: run \`npm ci\``, { cause: error });
  }
}
