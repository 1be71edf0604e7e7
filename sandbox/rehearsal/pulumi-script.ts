import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quoteForShell } from "../toolchain/launchers.ts";
import type { Workspace } from "./workspace.ts";

/** What of a workspace's environment its engine needs. */
const needed = /^(AWS|PULUMI|SECURECART)_|^PATH$|^NODE_COMPILE_CACHE$/;

/** What of the environment of whoever runs the script its engine gets. */
const passed = ["HOME", "TERM", "LANG"];

/** Writes into a workspace a script that runs any command of the Pulumi CLI on what is rehearsed. Gives its path. */
export function writePulumiScript({ directory, project, environment }: Workspace, cli: string): string {
  const settings = Object.entries(environment).flatMap(([name, value]) =>
    needed.test(name) && value !== undefined ? [quoteForShell(`${name}=${value}`)] : [],
  );
  const words = [...passed.map((name) => `${name}="$${name}"`), ...settings, quoteForShell(cli)].join(" ");
  const file = join(directory, "pulumi");
  writeFileSync(file, `#!/bin/sh\ncd ${quoteForShell(project.directory)} || exit 1\nexec env -i ${words} "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}
