import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../sandbox/toolchain/place.ts";

const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** The commands that people call with arguments. */
const commands = [
  "start",
  "destroy",
  "check",
  "change",
  "matrix",
  "bootstrap",
  "pack-configuration",
  "proposal",
  "recover",
];

describe("A command", () => {
  for (const command of commands) {
    it(`${command} answers an argument that it does not know with its usage, and does nothing`, () => {
      const [program = "", ...file] = (scripts[command] ?? "").split(" ");
      assert.equal(program, "node");
      const { status, stdout, stderr } = spawnSync(process.execPath, [...file, "--bogus"], {
        cwd: repository,
        encoding: "utf8",
      });
      assert.equal(status, 1);
      assert.equal(stdout, "");
      assert.match(stderr, /^Unknown option '--bogus'[^\n]*\nUsage: npm /);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
  }
});
