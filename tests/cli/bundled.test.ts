import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

describe("a bundled command", () => {
  let folder: string;
  const bundle = () => join(folder, ".cache/bundle/hello.cjs");
  const run = (): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["cli/bundled.cjs", "hello", "world"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "bundled-"));
    mkdirSync(join(folder, "cli"));
    for (const file of ["bundled.cjs", "bundle.ts"]) copyFileSync(join(root, "cli", file), join(folder, "cli", file));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "cli/word.ts"), 'export const word: string = "Hello";\n');
    writeFileSync(
      join(folder, "cli/hello.ts"),
      `import { basename } from "node:path";
       import { word } from "./word.ts";
       console.log(word, process.argv[2], basename(import.meta.dirname));`,
    );
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("does what its file does, with its arguments, and the same from the bundle", () => {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    assert.equal(run(), "Hello world cli\n");
    assert.ok(existsSync(bundle()));
    // What stands in the bundle shows that it is the bundle that runs.
    writeFileSync(bundle(), 'console.log("bundled");');
    assert.equal(run(), "bundled\n");
  });

  it("is bundled anew once a file has changed that went into it", () => {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    run();
    writeFileSync(join(folder, "cli/word.ts"), 'export const word: string = "Other";\n');
    assert.equal(run(), "Other world cli\n");
  });

  it("runs from its own files where esbuild is missing", () => {
    assert.equal(run(), "Hello world cli\n");
    assert.ok(!existsSync(bundle()));
  });
});
