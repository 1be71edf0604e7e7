import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PulumiCommandOptions } from "@pulumi/pulumi/automation/index.js";
import type { Search } from "./cli.ts";
import { withClock } from "./progress.ts";
import { pinnedVersion } from "./version.ts";

/** Where Pulumi's installation script lies; `PulumiCommand.install` downloads and runs it. */
const script = "https://get.pulumi.com/install.sh";

/** Milliseconds after which a closed network is taken for closed. */
const patience = 5_000;

/** Where a CLI that the official installer brought lies, with its language hosts beside it. */
export function installedCli(cache: string): string {
  return join(installation(cache), "bin/pulumi");
}

/**
 * Lets Pulumi's official installer bring the pinned version into the cache. It appears whole or not at all. Gives
 * undefined, and says so, where the installer cannot be reached or fails.
 */
export async function installCli(search: Search): Promise<string | undefined> {
  const { progress } = search;
  progress.status("Looking whether Pulumi's installer can be reached …");
  if (!(await isReachable(search))) {
    progress.line("Pulumi's official installer cannot be reached from here.");
    return undefined;
  }
  const unfinished = `${installation(search.cache)}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    const what = `Installing the Pulumi CLI ${pinnedVersion()} with its official installer (usually under a minute)`;
    await withClock(progress, what, install(unfinished));
    rmSync(installation(search.cache), { recursive: true, force: true });
    renameSync(unfinished, installation(search.cache));
    return installedCli(search.cache);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).trim().split("\n")[0] ?? "";
    progress.line(`Pulumi's official installer failed: ${reason}`);
    return undefined;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function installation(cache: string): string {
  return join(cache, `toolchain/pulumi-${pinnedVersion()}`);
}

async function install(root: string): Promise<void> {
  // Loaded here because it takes half a second, and few runs come this far.
  const { PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
  // `install` compares and prints the version; it takes a text as well as the parsed version that its type asks for.
  const version = pinnedVersion() as unknown as NonNullable<PulumiCommandOptions["version"]>;
  await PulumiCommand.install({ root, version, skipVersionCheck: true });
}

async function isReachable(search: Search): Promise<boolean> {
  const limit = AbortSignal.timeout(patience);
  const signal = search.signal === undefined ? limit : AbortSignal.any([limit, search.signal]);
  try {
    return (await fetch(script, { method: "HEAD", signal })).ok;
  } catch {
    return false;
  }
}
