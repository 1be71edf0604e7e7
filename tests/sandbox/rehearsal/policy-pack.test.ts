import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPolicyPack } from "../../../sandbox/rehearsal/policy-pack.ts";

describe("the policy pack's bundle", () => {
  let root: string;
  const write = (file: string, text: string, secondsAgo = 100) => {
    const path = join(root, file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    const when = new Date(Date.now() - secondsAgo * 1000);
    utimesSync(path, when, when);
  };
  const builds = () => readFileSync(join(root, "policypack/dist/index.cjs"), "utf8");

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "pack-"));
    write("package.json", "{}");
    write("policypack/package.json", '{"main": "dist/index.cjs"}');
    write(
      "policypack/build.ts",
      'import { appendFileSync, mkdirSync } from "node:fs"; mkdirSync("policypack/dist", { recursive: true });' +
        'appendFileSync("policypack/dist/index.cjs", "built ");',
    );
    write("iam/decide.ts", "");
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("is built where it is missing, and again only when a source is younger", async () => {
    assert.equal(await buildPolicyPack(root, process.env), join(root, "policypack"));
    await buildPolicyPack(root, process.env);
    assert.equal(builds(), "built ");
    write("iam/decide.ts", "", -100);
    await buildPolicyPack(root, process.env);
    assert.equal(builds(), "built built ");
    write("iam/catalogue/data/managed-policies.json", "{}", -200);
    await buildPolicyPack(root, process.env);
    assert.equal(builds(), "built built built ");
  });

  it("that cannot be built says why", async () => {
    write("policypack/build.ts", 'throw new Error("no such rule");');
    await assert.rejects(buildPolicyPack(root, process.env), /could not be built: [^]*no such rule/);
  });
});
