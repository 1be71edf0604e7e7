import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isEmpty } from "../../sandbox/aws/inventory.ts";
import { cacheDirectory, repository } from "../../sandbox/toolchain/place.ts";
import { type Stage, stage, succeeded } from "./stage.ts";

describe("The policy pack, packed as it is published, on somebody else's program", function () {
  this.timeout(180_000);
  let on: Stage;
  let pack: string;
  let files: string[];
  let exceptions: Record<string, unknown>;
  const judgedBy = (config: string) => ["--policy-pack", pack, "--policy-pack-config", config];

  before(async () => {
    on = await stage("packed-policy-pack", join(import.meta.dirname, "programs/foreign"));
    const folder = join(cacheDirectory(process.env), "test", "packed");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const npm = ["pack", "--ignore-scripts", "--offline", "--silent", "--pack-destination", folder];
    execFileSync("npm", npm, { cwd: on.policyPack });
    const [archive = ""] = readdirSync(folder);
    execFileSync("tar", ["-xzf", archive], { cwd: folder });
    pack = join(folder, "package");
    files = readdirSync(pack, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    // Pulumi's SDK, which `npm install` would put there.
    symlinkSync(join(repository, "node_modules"), join(pack, "node_modules"), "junction");
  });

  it("holds the bundle, the catalogues and the README, and nothing else", () => {
    assert.deepEqual(files.sort(), [
      "PulumiPolicy.yaml",
      "README.md",
      "actions.json",
      "index.cjs",
      "managed-powers.json",
      "package.json",
    ]);
  });

  it("blocks its user and key in the preview, and says what to write instead: nothing is deployed", async () => {
    const up = await on.up("dev", { policyPack: pack });
    assert.notEqual(up.exitCode, 0);
    assert.ok(up.planned && isEmpty(on.awsDirectory));
    const blocked = up.policyViolations.filter(({ level }) => level === "mandatory");
    assert.deepEqual(blocked.map(({ policy }) => policy).sort(), ["no-access-key", "no-iam-user"]);
    for (const { message } of blocked) assert.match(message, /Where: .*\nWhy: .*\nInstead: .*\nIf it must stay: /);
    exceptions = Object.assign(
      {},
      ...blocked.map(({ message }) => JSON.parse(/\{.*\}$/m.exec(message)?.[0] ?? "") as object),
    ) as Record<string, unknown>;
  });

  it("refuses the user before it exists where the preview is skipped", async () => {
    const up = await on.up("dev", { policyPack: pack, args: ["--skip-preview"] });
    assert.notEqual(up.exitCode, 0);
    assert.ok(up.policyViolations.some(({ policy }) => policy === "no-iam-user"));
    const { resources } = (await on.export("dev")) as { resources?: { type: string }[] };
    assert.ok(!(resources ?? []).some(({ type }) => type.startsWith("aws:iam/user:")));
  });

  it("lets it through with the exceptions that the messages show", async () => {
    const config = join(on.directory, "pack.json");
    writeFileSync(config, JSON.stringify(exceptions));
    const preview = succeeded(await on.preview("dev", { args: judgedBy(config) }));
    assert.deepEqual(preview.policyViolations, []);
  });

  it("refuses an exception that nothing needs, at the end of the preview", async () => {
    const config = join(on.directory, "pack.json");
    const [whole] = (exceptions["no-iam-user"] as { exceptions: { resource: string }[] }).exceptions;
    const more = { ...whole, resource: `${whole?.resource ?? ""}-gone` };
    writeFileSync(config, JSON.stringify({ ...exceptions, "no-user-policy": { exceptions: [more] } }));
    const preview = await on.preview("dev", { args: judgedBy(config) });
    assert.deepEqual(
      preview.policyViolations.map(({ policy, level }) => [policy, level]),
      [["pack-configuration", "mandatory"]],
    );
  });

  it("tells that a mandatory rule is disabled", async () => {
    const config = join(on.directory, "pack.json");
    writeFileSync(config, JSON.stringify({ ...exceptions, "no-iam-user": "disabled" }));
    const preview = await on.preview("dev", { args: judgedBy(config) });
    assert.deepEqual(
      preview.policyViolations.map(({ policy, level }) => [policy, level]),
      [["pack-configuration", "advisory"]],
    );
  });

  it("blocks a provider that works with an access key", async () => {
    const other = await stage("provider-key", join(import.meta.dirname, "programs/provider-key"));
    const preview = await other.preview("dev", { policyPack: pack });
    assert.ok(preview.policyViolations.some(({ policy }) => policy === "no-key-in-clear"));
    assert.doesNotMatch(preview.stdout, /IOSFODNN7/);
  });
});
