import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { copyProject, stacksOf } from "../../../sandbox/rehearsal/project.ts";

describe("a rehearsal's copy of the project", () => {
  let root: string;
  const checkout = () => join(root, "checkout");
  const copy = () => join(root, "elsewhere/project");
  const read = (file: string) => parse(readFileSync(join(copy(), file), "utf8")) as Record<string, unknown>;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "project-"));
    mkdirSync(join(checkout(), "config"), { recursive: true });
    const write = (file: string, text: string) => {
      writeFileSync(join(checkout(), file), text);
    };
    write("Pulumi.yaml", "name: shop\nruntime: nodejs\nbackend: {url: s3://real}\nconfig: {a: 1}\n");
    write(
      "Pulumi.prod.yaml",
      "secretsprovider: awskms://real\nencryptedkey: abc\nconfig: {shop:config: config/prod.yaml}\n",
    );
    write("Pulumi.dev.yaml", "encryptionsalt: theirs\nconfig: {shop:config: config/dev.yaml, aws:region: x}\n");
    write("config/dev.yaml", "version: 1\n");
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("runs the checkout's program without its backend and its secrets providers", () => {
    copyProject(checkout(), copy(), false);
    const { main, ...rest } = read("Pulumi.yaml");
    assert.equal(resolve(copy(), String(main)), checkout());
    assert.deepEqual(rest, { name: "shop", runtime: "nodejs", config: { a: 1 } });
    assert.deepEqual(read("Pulumi.prod.yaml"), { config: { "shop:config": "config/prod.yaml" } });
    assert.deepEqual(read("Pulumi.dev.yaml"), { config: { "shop:config": "config/dev.yaml", "aws:region": "x" } });
  });

  it("lists the stacks and their files, and writes nothing into the checkout", () => {
    const before = readdirSync(checkout(), { recursive: true });
    assert.deepEqual(copyProject(checkout(), copy(), false).stacks, ["dev", "prod"]);
    assert.deepEqual(stacksOf(checkout()), [
      { stack: "dev", file: "config/dev.yaml" },
      { stack: "prod", file: "config/prod.yaml" },
    ]);
    assert.deepEqual(readdirSync(checkout(), { recursive: true }), before);
  });

  it("keeps the salt that the engine added to it, and takes over what changed in the checkout", () => {
    copyProject(checkout(), copy(), false);
    writeFileSync(join(copy(), "Pulumi.dev.yaml"), "encryptionsalt: ours\nconfig: {}\n");
    copyProject(checkout(), copy(), false);
    assert.deepEqual(read("Pulumi.dev.yaml"), {
      config: { "shop:config": "config/dev.yaml", "aws:region": "x" },
      encryptionsalt: "ours",
    });
  });

  it("reads a copy of the configuration where that is wanted, and leaves what was edited there", () => {
    const { configDirectory } = copyProject(checkout(), copy(), true);
    writeFileSync(join(configDirectory, "dev.yaml"), "version: 2\n");
    copyProject(checkout(), copy(), true);
    const [dev] = stacksOf(copy());
    const file = resolve(checkout(), dev?.file ?? "");
    assert.equal(file, join(configDirectory, "dev.yaml"));
    assert.equal(readFileSync(file, "utf8"), "version: 2\n");
    assert.equal(readFileSync(join(checkout(), "config/dev.yaml"), "utf8"), "version: 1\n");
  });
});
