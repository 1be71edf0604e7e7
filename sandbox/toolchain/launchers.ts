import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { repository } from "./place.ts";

export interface Launchers {
  /** Whether the project's own language host is needed, because the CLI has none beside it. */
  languageHost: boolean;
  /** The Pulumi CLI that the engine is. */
  cli: string;
  /** The cache directory: each program is bundled there, once. */
  cache: string;
}

/**
 * Writes into a folder the programs that the engine has to find first in PATH: this process's Node.js, the Pulumi CLI, the sandbox's
 * AWS plugin, and the sandbox's language host where it is needed. Each is a shell script of two lines.
 */
export async function writeLaunchers(folder: string, { languageHost, cli, cache }: Launchers): Promise<void> {
  mkdirSync(folder, { recursive: true });
  write(folder, "node", process.execPath);
  write(folder, "pulumi", cli);
  const bundled = (entry: string) => bundle(join(repository, entry), join(cache, "bundle"));
  write(folder, "pulumi-resource-aws", process.execPath, await bundled("sandbox/plugin/main.ts"));
  if (languageHost) {
    write(folder, "pulumi-language-nodejs", process.execPath, await bundled("sandbox/toolchain/language-host/main.ts"));
  }
}

function write(folder: string, name: string, ...words: string[]): void {
  const command = words.map(quoteForShell).join(" ");
  const unfinished = join(folder, `.${name}.${process.pid}`);
  writeFileSync(unfinished, `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, join(folder, name));
}

/** A text as one word of a shell command. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
