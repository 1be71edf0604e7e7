import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../../sandbox/toolchain/bundle.ts";

const repository = join(import.meta.dirname, "../../..");

describe("a bundle", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "securecart-bundle-"));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const entry of ["sandbox/plugin/main.ts", "sandbox/toolchain/language-host/main.ts"]) {
    it(`of ${entry} starts and says its port`, async () => {
      const file = await bundle(join(repository, entry), folder);
      const environment = { ...process.env, SECURECART_SANDBOX: folder };
      const child = spawn(process.execPath, [file, "127.0.0.1:1"], {
        stdio: ["ignore", "pipe", "inherit"],
        env: environment,
      });
      try {
        const [port] = (await once(child.stdout, "data")) as [Buffer];
        assert.match(port.toString(), /^\d+\n$/);
      } finally {
        child.kill();
      }
    });
  }

  it("is made anew only when something in it has changed", async () => {
    const source = join(folder, "part");
    const [entry, part] = [join(folder, "main.ts"), join(folder, "part.ts")];
    writeFileSync(entry, 'import { word } from "./part.ts"; process.stdout.write(word);\n');
    writeFileSync(part, 'export const word = "one";\n');
    const file = await bundle(entry, source);
    const made = statSync(file).ino;
    assert.equal(statSync(await bundle(entry, source)).ino, made);
    writeFileSync(part, 'export const word = "two";\n');
    utimesSync(part, 1, 1);
    assert.notEqual(statSync(await bundle(entry, source)).ino, made);
  });
});
