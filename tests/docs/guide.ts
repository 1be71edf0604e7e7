import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * A guide whose snippets are tried. A fence `diff` changes the file that its first line, `@@ FILE @@`, names; in a fence
 * `text` that begins with `$ npm run COMMAND` stands what the command says then. After it, and after a heading, the shipped
 * files are the start again.
 */
export const guide = new URL("../../docs/editing-access.md", import.meta.url);

const fences = /^(#{2,} [^\n]*)$|^```(diff|text)\n(.*?)^```$/gmsu;

/** The guide with what each command really says. Throws where an edit does not fit the file. */
export function tried(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  try {
    lay(folder);
    git(folder, "init", "--quiet", "--initial-branch=main");
    git(folder, "add", "--all");
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "As shipped");
    return text.replaceAll(
      fences,
      (whole: string, heading: string | undefined, kind: string | undefined, body: string | undefined) => {
        if (kind === "diff") edit(folder, body ?? "");
        const [, command] = /^\$ npm run (.*)$/mu.exec(body ?? "") ?? [];
        const said = command === undefined ? "" : run(folder, command.replace(" -- ", " ").split(" "));
        if (heading !== undefined || command !== undefined) lay(folder);
        return command === undefined ? whole : `\`\`\`text\n$ npm run ${command}\n${said}\`\`\``;
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lay(folder: string): void {
  cpSync("config", join(folder, "config"), { recursive: true });
  for (const name of readdirSync(".").filter((file) => /^Pulumi\..*yaml$/u.test(file)))
    cpSync(name, join(folder, name));
}

/** Applies the lines of a fence: what begins with a space or `-` stands in the file exactly once, in this order. */
function edit(folder: string, body: string): void {
  const [head = "", ...lines] = body.trimEnd().split("\n");
  const [, file = ""] = /^@@ (\S+) @@$/u.exec(head) ?? [];
  const path = join(folder, file);
  const side = (mark: string): string =>
    lines
      .flatMap((line) => (line === "" || line.startsWith(" ") || line.startsWith(mark) ? [line.slice(1)] : []))
      .join("\n");
  const parts = readFileSync(path, "utf8").split(`${side("-")}\n`);
  if (parts.length !== 2) throw new Error(`These lines stand ${parts.length - 1} times in ${file}:\n${side("-")}`);
  writeFileSync(path, parts.join(`${side("+")}\n`));
}

function run(folder: string, [command = "", ...args]: string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", resolve("tests/docs/fixed-day.ts"), resolve("cli/bundled.cjs"), command, ...args],
    { cwd: folder, encoding: "utf8", env: { ...process.env, COLUMNS: "120", GITHUB_ACTIONS: "" } },
  );
  return `${stdout}${stderr}`;
}

function git(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder });
}
