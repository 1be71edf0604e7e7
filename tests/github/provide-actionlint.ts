/**
 * `node tests/github/provide-actionlint.ts`: builds the linter of GitHub's workflows from its published Go module, whose
 * sums are pinned beside its go.mod, where it is missing. Exit code 3: there is no Go on this machine.
 */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "../../sandbox/toolchain/command.ts";
import { cacheDirectory } from "../../sandbox/toolchain/place.ts";

/** Where the linter lies, by its version. */
export const actionlint = join(cacheDirectory(process.env), "actionlint-1.7.12");

/** Whether the linter is there; builds it where it is not. A build that fails throws. */
export async function provideActionlint(): Promise<boolean> {
  if (existsSync(actionlint)) return true;
  const environment = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
  if ((await runCommand("go", ["version"], { environment })).exitCode !== 0) return false;
  mkdirSync(dirname(actionlint), { recursive: true });
  const unfinished = `${actionlint}.${process.pid}`;
  const build = ["build", "-trimpath", "-o", unfinished, "github.com/rhysd/actionlint/cmd/actionlint"];
  const { exitCode, stderr } = await runCommand("go", build, {
    cwd: join(import.meta.dirname, "actionlint"),
    environment,
  });
  if (exitCode !== 0) throw new Error(`actionlint could not be built: ${stderr.trim()}`);
  renameSync(unfinished, actionlint);
  return true;
}

if (import.meta.main) process.exitCode = (await provideActionlint()) ? 0 : 3;
