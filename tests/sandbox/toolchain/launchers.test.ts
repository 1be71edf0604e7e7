import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quoteForShell, writeLaunchers } from "../../../sandbox/toolchain/launchers.ts";
import { cacheDirectory } from "../../../sandbox/toolchain/place.ts";

describe("the launchers", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "it's launchers-"))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const cache = cacheDirectory(process.env);

  it("start the Node.js that runs the project, whatever the system's is", async () => {
    await writeLaunchers(folder, { languageHost: true, cli: "/usr/bin/true", cache });
    const { stdout } = spawnSync(join(folder, "node"), ["-p", "process.version + process.argv[1]", "a b"]);
    assert.equal(String(stdout).trim(), `${process.version}a b`);
  });

  it("start files that exist, and are all there is in the folder", async () => {
    await writeLaunchers(folder, { languageHost: true, cli: "/usr/bin/true", cache });
    await writeLaunchers(folder, { languageHost: true, cli: "/usr/bin/true", cache });
    assert.deepEqual(readdirSync(folder).sort(), ["node", "pulumi", "pulumi-language-nodejs", "pulumi-resource-aws"]);
    for (const name of ["pulumi-language-nodejs", "pulumi-resource-aws"]) {
      const entry = / '([^']+\.mjs)' "\$@"\n$/.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? "";
      assert.ok(existsSync(entry), entry);
    }
  });

  it("leave the language host to a CLI that has its own", async () => {
    await writeLaunchers(folder, { languageHost: false, cli: "/usr/bin/true", cache });
    assert.ok(!existsSync(join(folder, "pulumi-language-nodejs")));
  });

  it("quote any path", () => {
    const text = 'it\'s a $HOME `x` "y" \\';
    const { stdout } = spawnSync("/bin/sh", ["-c", `printf %s ${quoteForShell(text)}`]);
    assert.equal(String(stdout), text);
  });
});
