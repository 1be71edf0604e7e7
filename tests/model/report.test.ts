import assert from "node:assert/strict";
import type { Diagnostic } from "../../model/diagnostics.ts";
import { formatReport, hasErrors, sorted } from "../../model/report.ts";

const one = (file: string, line: number, column: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: "unknown-key",
  severity: "error",
  file,
  line,
  column,
  path: "a.b",
  message: "`c` is unknown here.",
  ...more,
});

describe("the report", () => {
  it("is sorted by file, line and column, and says each thing once", () => {
    const all = [one("b", 1, 1), one("a", 10, 1), one("a", 9, 12), one("a", 9, 2), one("b", 1, 1)];
    assert.deepEqual(
      sorted(all).map(({ file, line, column }) => `${file}:${line}:${column}`),
      ["a:9:2", "a:9:12", "a:10:1", "b:1:1"],
    );
  });

  it("keeps two messages about one place", () => {
    assert.equal(sorted([one("a", 1, 1), one("a", 1, 1, { message: "other" })]).length, 2);
  });

  it("gives place, severity, code, path, message and fix of each, and counts", () => {
    const warning = one("b", 2, 3, { code: "access-by-user", severity: "warning", path: "", fix: "Make a group." });
    assert.equal(
      formatReport([warning, one("a", 1, 1)]),
      [
        "a:1:1: error[unknown-key] a.b: `c` is unknown here.",
        "b:2:3: warning[access-by-user] `c` is unknown here.",
        "    fix: Make a group.",
        "1 error, 1 warning",
      ].join("\n"),
    );
  });

  it("is empty where nothing is wrong", () => {
    assert.equal(formatReport([]), "");
  });

  it("lets warnings pass", () => {
    assert.equal(hasErrors([one("a", 1, 1, { severity: "warning" })]), false);
    assert.equal(hasErrors([one("a", 1, 1)]), true);
  });
});
