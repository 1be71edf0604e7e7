/**
 * `npm run proposal -- COMMIT`: puts `config/` into the state in which a proposed change would leave it, and touches
 * nothing else, so that the code of the checked-out revision judges the configuration of a proposal that nobody has
 * read yet. COMMIT is the full id of the proposal's last commit, which git has to have already. Prints
 * `configuration-only=true` or `false`: whether the proposal changes YAML files of `config/` and nothing else.
 * `git restore config` undoes it. Exit code 1, and `config/` as it was, where the proposal is refused.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { printable } from "../iam/printable.ts";
import { CommandError } from "./command-error.ts";
import { git } from "./proposal/git.ts";
import { propose } from "./proposal/proposed.ts";

try {
  const head = commit();
  if (git(".", ["status", "--porcelain", "--", "config"], "whole").stdout.length > 0) {
    throw new CommandError("config/ has changes that are not committed: they would be lost.");
  }
  const { configurationOnly, files } = propose(".", head);
  // Everything goes first: what the proposal has as a directory may be a file here.
  rmSync("config", { recursive: true });
  for (const [path, content] of files) {
    const file = join("config", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: "wx", mode: 0o644 });
  }
  console.log(`configuration-only=${String(configurationOnly)}`);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message.split("\n").map(printable).join("\n"));
  process.exitCode = 1;
}

function commit(): string {
  const usage = "Usage: npm run proposal -- COMMIT";
  try {
    const { positionals } = parseArgs({ options: {}, allowPositionals: true });
    const [head, ...more] = positionals;
    if (head === undefined || more.length > 0) throw new Error("One commit is needed, by its full id.");
    return head;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`);
  }
}
