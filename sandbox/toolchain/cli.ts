import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { runCommand } from "./command.ts";
import { buildCli, builtCli } from "./go-build.ts";
import { installCli, installedCli } from "./installer.ts";
import { repository } from "./place.ts";
import type { Progress } from "./progress.ts";
import { pinnedVersion, whyUnfit } from "./version.ts";

/** A Pulumi CLI that can drive this program. */
export interface Cli {
  /** Absolute. */
  path: string;
  /** As it says itself, such as `v3.274.1`. */
  version: string;
  from: "PATH" | "cache" | "installer" | "build";
  /** Whether the official Node.js language host lies beside it. */
  hasLanguageHost: boolean;
}

export interface Search {
  environment: NodeJS.ProcessEnv;
  /** The cache directory. */
  cache: string;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

/**
 * Finds a Pulumi CLI: in PATH, in the project's cache, by the official installer, by a build of the published Go
 * module, in this order. Says which one is passed over and why. Gives undefined where none can be had.
 */
export async function findCli(search: Search): Promise<Cli | undefined> {
  for (const candidate of inPath(search)) {
    const cli = await examine(candidate, "PATH", search);
    if (cli !== undefined) return cli;
  }
  for (const candidate of [installedCli(search.cache), builtCli(search.cache)].filter(existsSync)) {
    const cli = await examine(candidate, "cache", search, `v${pinnedVersion()}`);
    if (cli !== undefined) return cli;
  }
  const installed = await installCli(search);
  if (installed !== undefined) return examine(installed, "installer", search);
  const built = await buildCli(search);
  return built === undefined ? undefined : examine(built, "build", search);
}

function inPath(search: Search): string[] {
  const folders = (search.environment["PATH"] ?? "").split(delimiter).filter((folder) => folder.startsWith(sep));
  const ours = [search.cache + sep, join(repository, "node_modules") + sep];
  const candidates = folders.map((folder) => join(folder, "pulumi")).filter(existsSync);
  return [...new Set(candidates)].filter((candidate) => !ours.some((folder) => candidate.startsWith(folder)));
}

async function examine(path: string, from: Cli["from"], search: Search, exactly?: string): Promise<Cli | undefined> {
  const environment = { ...search.environment, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const result = await runCommand(path, ["version"], { environment, signal: search.signal, timeout: 30_000 });
  const version = result.stdout.trim();
  const unfit =
    whyUnfit(version) ?? (exactly === undefined || version === exactly ? undefined : `${exactly} is pinned`);
  if (unfit !== undefined) {
    search.progress.line(`Pulumi CLI ${version === "" ? "" : `${version} `}at ${path} is passed over: ${unfit}.`);
    return undefined;
  }
  const beside = [dirname(path), dirname(realpathSync(path))];
  const hasLanguageHost = beside.some((folder) => existsSync(join(folder, "pulumi-language-nodejs")));
  return { path, version, from, hasLanguageHost };
}
