import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeBundle } from "../../cli/bundle.ts";

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
    for (const file of ["cli/bundled.cjs", "cli/bundle.ts", "review/planned/stand-ins.ts"]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(root, file), join(folder, file));
    }
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

  it("holds nothing of Pulumi's SDK, which takes seconds to load", async () => {
    await writeBundle(join(root, "cli/check.ts"), bundle());
    const ingredients = JSON.parse(readFileSync(`${bundle()}.json`, "utf8")) as { path: string }[];
    const paths = ingredients.map(({ path }) => path);
    assert.ok(paths.some((path) => path.endsWith("/components/role.ts")));
    assert.deepEqual(
      paths.filter((path) => path.includes("@pulumi")),
      [],
    );
  });

  it("runs from its own files where esbuild is missing", () => {
    assert.equal(run(), "Hello world cli\n");
    assert.ok(!existsSync(bundle()));
  });
});
