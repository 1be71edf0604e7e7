import { chmodSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./place.ts";

export interface Launchers {
  /** Whether the project's own language host is needed, because the CLI has none beside it. */
  languageHost: boolean;
}

/**
 * Writes into a folder the programs that the engine has to find first in PATH: this process's Node.js, the sandbox's
 * AWS plugin, and the sandbox's language host where it is needed. Each is a shell script of two lines.
 */
export function writeLaunchers(folder: string, launchers: Launchers): void {
  mkdirSync(folder, { recursive: true });
  write(folder, "node", []);
  write(folder, "pulumi-resource-aws", [join(repository, "sandbox/plugin/main.ts")]);
  if (launchers.languageHost) {
    write(folder, "pulumi-language-nodejs", [join(repository, "sandbox/toolchain/language-host/main.ts")]);
  }
}

function write(folder: string, name: string, entry: string[]): void {
  const command = [process.execPath, ...entry].map(quoteForShell).join(" ");
  const unfinished = join(folder, `.${name}.${process.pid}`);
  writeFileSync(unfinished, `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, join(folder, name));
}

/** A text as one word of a shell command. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
