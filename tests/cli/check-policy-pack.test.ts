import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { configCopy } from "../components/config-copy.ts";

describe("the check of an edit that gives too much", function () {
  this.timeout(60_000);

  for (const [program, ...args] of [["cli/bundled.cjs", "check"], ["cli/check.ts"]] as const) {
    it(`refuses it as the policy pack would, from ${program}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "check-"));
      const copy = configCopy((document, file) => {
        const statement = { Effect: "Allow", Action: "*", Resource: "*" };
        if (file === "prod.yaml") document.addIn(["permission-sets", "ReadOnly", "statements"], [statement]);
      });
      try {
        cpSync(copy.directory, join(folder, "config"), { recursive: true });
        for (const file of ["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml"]) cpSync(file, join(folder, file));
        const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(program), ...args], {
          cwd: folder,
          encoding: "utf8",
          env: { PATH: "" },
        });
        assert.equal(status, 1, stderr);
        assert.match(stdout, /^config\/prod\.yaml:\d+:3: error: Whoever holds this policy may do everything/mu);
        assert.match(stdout, /The rule admin refuses it: .*"ReadOnly\/permissions"/u);
      } finally {
        copy.remove();
        rmSync(folder, { recursive: true });
      }
    });
  }
});
