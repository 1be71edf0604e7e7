import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { rehearse } from "../../../sandbox/rehearsal/rehearse.ts";
import { terminalOn } from "../../../sandbox/rehearsal/terminal.ts";
import { repository } from "../../../sandbox/toolchain/place.ts";

describe("a rehearsal of a configuration with errors", () => {
  const root = mkdtempSync(join(tmpdir(), "refused-"));
  after(() => {
    rmSync(root, { recursive: true });
  });

  it("reports them, starts no engine, and ends with 1", async () => {
    for (const name of ["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml", "config"]) {
      cpSync(join(repository, name), join(root, name), { recursive: true });
    }
    const prod = join(root, "config/prod.yaml");
    writeFileSync(prod, readFileSync(prod, "utf8").replace("[DeploymentManager]", "[DeploymentManger]"));
    const stream = new PassThrough();
    const cache = join(root, "cache");
    const exitCode = await rehearse({
      repository: root,
      environment: { SECURECART_CACHE: cache, PATH: root },
      terminal: terminalOn(stream as unknown as NodeJS.WriteStream, {}),
      signal: new AbortController().signal,
      withoutEngine: false,
    });
    assert.equal(exitCode, 1);
    const text = String(stream.read());
    assert.match(text, /config\/prod\.yaml:\d+:\d+: error: .*"DeploymentManger"/);
    assert.match(text, /nothing is deployed/);
    assert.ok(!existsSync(cache));
  });
});
