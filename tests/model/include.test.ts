import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { load } from "../../model/load.ts";
import { today } from "./case.ts";
import { company } from "./company.ts";

describe("included files", () => {
  let directory = "";

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "include-"));
    mkdirSync(join(directory, "config", "prod"), { recursive: true });
    for (const [file, text] of Object.entries(company)) writeFileSync(join(directory, "config", file), text);
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const spoil = (file: string, from: string, to: string): void => {
    writeFileSync(join(directory, "config", file), (company[file] ?? "").replace(from, to));
  };

  const found = (): string[] =>
    load(join(directory, "config", "prod.yaml"), { today }).diagnostics.map(
      ({ file, line, column, code }) => `${relative(directory, file)}:${line}:${column} ${code}`,
    );

  it("are not called unused where a file that may include them cannot be read", () => {
    writeFileSync(
      join(directory, "config/apart.yaml"),
      "groups:\n  One: { synced-from: Okta, display-name: one, owner: One }\n",
    );
    assert.deepEqual(found(), ["config/apart.yaml:1:1 file-unused"]);
    spoil("prod.yaml", "access:", " access:");
    assert.deepEqual(
      found().map((one) => one.replace(/.* /u, "")),
      ["yaml-syntax"],
    );
  });

  it("may lie in directories below, and name others from there", () => {
    spoil("prod.yaml", "[base.yaml]", "[base.yaml, prod/one.yaml]");
    writeFileSync(
      join(directory, "config/prod/one.yaml"),
      "include: [two.yaml, ../base.yaml]\ngroups:\n  One: { synced-from: Okta, display-name: one, owner: Two }\n",
    );
    writeFileSync(
      join(directory, "config/prod/two.yaml"),
      "groups:\n  Two: { synced-from: Okta, display-name: two, owner: One }\n",
    );
    const { stack, diagnostics, place } = load(join(directory, "config", "prod.yaml"), { today });
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(Object.keys(stack?.groups ?? {}).sort(), ["Auditors", "Developers", "One", "Operations", "Two"]);
    assert.equal(relative(directory, place("groups.Two").file), "config/prod/two.yaml");
  });

  it("are refused where a symbolic link leads out of the directory", () => {
    spoil("prod.yaml", "[base.yaml]", "[base.yaml, prod/linked.yaml]");
    writeFileSync(join(directory, "outside.yaml"), "groups:\n  Out: { synced-from: Okta, display-name: out }\n");
    symlinkSync(join(directory, "outside.yaml"), join(directory, "config/prod/linked.yaml"));
    assert.deepEqual(found().slice(0, 1), ["config/prod.yaml:3:22 include-outside"]);
  });

  it("of another stack are checked too", () => {
    spoil("dev.yaml", "owner: Developers", "owner: Nobody");
    assert.deepEqual(found(), ["config/dev.yaml:12:12 unknown-group"]);
  });

  it("are found however the stack file is written", () => {
    const asked = `${directory}/config/../config/./prod.yaml`;
    assert.deepEqual(load(asked, { today }).diagnostics, []);
    assert.equal(load(asked, { today }).stack?.stack, "prod");
  });
});
