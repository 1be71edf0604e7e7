import assert from "node:assert/strict";
import { codeFrame } from "../../model/code-frame.ts";

/** Lines with `▸` before what is meant and `◂` after it, and the frame. */
const cases: [what: string, text: string, frame: string][] = [
  ["a line by itself", "▸access◂:", "1 | access:\n  | ^^^^^^"],
  [
    "a line below its section and its entry, whatever stands between",
    "# Who\naccess:\n  Finance:\n    A: [B]\n\n  Developers:\n    Development: [X]\n# odd\n    Production: [▸Develper◂]",
    "2 | access:\n6 |   Developers:\n9 |     Production: [Develper]\n  |                  ^^^^^^^^",
  ],
  [
    "a member of a list below its key, in the same column",
    "allow:\n- read objects: x\n- ▸raed objects◂: y",
    "1 | allow:\n3 | - raed objects: y\n  |   ^^^^^^^^^^^^",
  ],
  [
    "a key of a member below both",
    "allow:\n- read objects: x\n  kms: ▸1◂",
    "1 | allow:\n2 | - read objects: x\n3 |   kms: 1\n  |        ^",
  ],
  ["a place without a text", "a: b▸◂", "1 | a: b\n  |     ^"],
  ["characters of two columns and of none", "日本e\u0301: ▸😀◂", "1 | 日本e\u0301: 😀\n  |        ^^"],
  ["what steers the terminal as an escape", "a\u001b[2J: ▸\t◂", "1 | a\\u{1b}[2J: \\u{9}\n  |             ^^^^^"],
  ["no command of GitHub's runner, however it is cut", "a: ##▸[error]x◂", "1 | a: ##\\u{5b}error]x\n  |      ^^^^^^^^"],
  ["no line that is empty", "▸◂", ""],
];

describe("a code frame", () => {
  for (const [what, marked, frame] of cases) {
    it(`shows ${what}`, () => {
      const at = marked.indexOf("▸");
      const before = marked.slice(0, at).split("\n");
      const length = marked.indexOf("◂") - at - 1;
      const place = {
        line: before.length,
        column: (before.at(-1) ?? "").length + 1,
        ...(length > 0 ? { length } : {}),
      };
      assert.equal(codeFrame(marked.replaceAll(/[▸◂]/gu, "").split("\n"), place).join("\n"), frame);
    });
  }

  it("cuts a long line around the place", () => {
    const line = `${"x".repeat(500_000)} meant ${"y".repeat(500_000)}`;
    const [shown = "", caret = ""] = codeFrame([line], { line: 1, column: 500_002, length: 5 });
    assert.match(shown, /^1 \| …x+ meant y+…$/u);
    assert.ok(shown.length < 110);
    assert.equal(caret.indexOf("^"), shown.indexOf("meant"));
  });

  it("shows nothing of a line that is not there", () => {
    assert.deepEqual(codeFrame(["a"], { line: 7, column: 1 }), []);
  });
});
