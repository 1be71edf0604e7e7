import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Search } from "./cli.ts";
import { runCommand } from "./command.ts";
import { repository } from "./place.ts";
import { withClock } from "./progress.ts";
import { takeTurn } from "./turn.ts";
import { pinnedVersion, whyUnfit } from "./version.ts";

const module = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** Where a CLI that was built here lies. */
export function builtCli(cache: string): string {
  return join(cache, "toolchain/pulumi");
}

/**
 * Builds the CLI from its published Go module, whose sums are pinned beside its go.mod. The binary appears whole or
 * not at all. Gives undefined, and says why, where there is no Go or the build fails.
 */
export async function buildCli(search: Search): Promise<string | undefined> {
  const { progress, signal } = search;
  const environment = goEnvironment(search);
  const go = await runCommand("go", ["version"], { environment, signal, timeout: 30_000 });
  if (go.exitCode !== 0) {
    progress.line("Building the Pulumi CLI from source is not possible: there is no Go (`go`) in PATH.");
    return undefined;
  }
  const target = builtCli(search.cache);
  mkdirSync(join(search.cache, "toolchain"), { recursive: true });
  const endTurn = await takeTurn(`${target}.turn`, {
    onWait: (other) => {
      progress.line(`Process ${other} is building the Pulumi CLI: waiting for it.`);
    },
    signal,
  });
  const unfinished = `${target}.unfinished`;
  try {
    if (await isBuilt(target, search)) return target;
    const work = runCommand("go", buildArguments(unfinished), { environment, signal, cwd: moduleFolder });
    const built = await withClock(progress, announcement(), work);
    if (built.exitCode !== 0) {
      const reason = built.stderr.trim().split("\n").slice(-3).join(" ");
      progress.line(`Building the Pulumi CLI ${pinnedVersion()} failed: ${reason}`);
      return undefined;
    }
    renameSync(unfinished, target);
    return target;
  } finally {
    rmSync(unfinished, { force: true });
    endTurn();
  }
}

const moduleFolder = join(repository, "sandbox/toolchain/cli");

function announcement(): string {
  return `Building the Pulumi CLI ${pinnedVersion()} from its published Go module, once (usually 3 to 5 minutes on 2 cores)`;
}

function buildArguments(output: string): string[] {
  return ["build", "-trimpath", "-ldflags", `-s -w -X ${versionVariable}=v${pinnedVersion()}`, "-o", output, module];
}

async function isBuilt(target: string, search: Search): Promise<boolean> {
  const { environment, signal } = search;
  const result = await runCommand(target, ["version"], { environment, signal, timeout: 30_000 });
  return whyUnfit(result.stdout) === undefined && result.stdout.trim() === `v${pinnedVersion()}`;
}

function goEnvironment(search: Search): NodeJS.ProcessEnv {
  const home = search.environment["HOME"];
  const folders =
    home === undefined || home === ""
      ? { GOPATH: join(search.cache, "toolchain/go"), GOCACHE: join(search.cache, "toolchain/go-build") }
      : {};
  return { ...search.environment, ...folders, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
}
