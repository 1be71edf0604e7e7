import assert from "node:assert/strict";
import type { Diagnostic } from "../../model/diagnostics.ts";
import { formatReport, hasErrors, sorted } from "../../model/report.ts";
import { hostileNames, steering } from "../review/hostile-names.ts";
import { runnerCommands } from "../review/runner-commands.ts";

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

  it("gives place, message, lines, fix, the reason once, and where more is said; errors before warnings", () => {
    const warning = one("a", 1, 1, {
      code: "file-unused",
      severity: "warning",
      path: "",
      length: 0,
      fix: "Include it.",
    });
    const texts = new Map([["b", "x:\n  y: z\n  c: d\n"]]);
    assert.equal(
      formatReport([warning, one("b", 3, 3, { length: 1 }), one("b", 2, 3, { length: 1, fix: "Write `e`." })], texts),
      `b:2:3: error: \`c\` is unknown here.
    1 | x:
    2 |   y: z
      |   ^
  Write \`e\`.
  The word before the colon is misspelt or stands in the wrong place; it would have no effect.
  docs/diagnostics.md#unknown-key

b:3:3: error: \`c\` is unknown here.
    1 | x:
    3 |   c: d
      |   ^
  docs/diagnostics.md#unknown-key

a: warning: \`c\` is unknown here.
  Include it.
  What stands in the file has no effect. Include it, or delete it.
  docs/diagnostics.md#file-unused

2 errors, 1 warning`,
    );
  });

  it("begins where the repository is shown, if that is said", () => {
    assert.match(
      formatReport([one("b", 1, 1)], new Map(), "https://github.com/a/b/blob/HEAD/"),
      /^ {2}https:\/\/github\.com\/a\/b\/blob\/HEAD\/docs\/diagnostics\.md#unknown-key$/mu,
    );
  });

  it("is empty where nothing is wrong", () => {
    assert.equal(formatReport([], new Map()), "");
  });

  it("lets warnings pass", () => {
    assert.equal(hasErrors([one("a", 1, 1, { severity: "warning" })]), false);
    assert.equal(hasErrors([one("a", 1, 1)]), true);
  });

  for (const { name, attacks, how } of hostileNames) {
    it(`disarms, for ${attacks}, what ${how}`, () => {
      const file = `config/${name}`;
      const quoted = one(file, 1, 1, { message: `${name} ${name}`, fix: name, path: name, length: 3 });
      const text = formatReport([quoted, one(name, 1, 1, { message: name })], new Map([[file, name]]));
      for (const line of text.split("\n")) assert.doesNotMatch(line, steering);
      assert.deepEqual(runnerCommands(text), []);
    });
  }
});
