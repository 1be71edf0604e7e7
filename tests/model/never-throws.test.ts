import assert from "node:assert/strict";
import fc from "fast-check";
import { formatReport } from "../../model/report.ts";
import { steering } from "../review/hostile-names.ts";
import { loadCompany } from "./case.ts";
import { company } from "./company.ts";

const names = Object.keys(company);

/** One edit of somebody who errs: a line gone, doubled, moved in or out, or with another text in it. */
const edit = fc.record({
  file: fc.constantFrom(...names),
  line: fc.nat(),
  how: fc.oneof(
    fc.constantFrom("gone", "twice", "in", "out"),
    fc.record({
      at: fc.nat(),
      text: fc.constantFrom(
        ":",
        ": ",
        " #",
        "*",
        "&a ",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "\t",
        "- ",
        "|",
        "é",
        "\u00A0",
        "x",
        "!",
        "%",
        "~",
        "constructor",
        "__proto__",
        ",",
      ),
    }),
  ),
});

describe("whatever is written", () => {
  it("is read without an exception, and every diagnostic stands in a file", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const files: Record<string, string> = { ...company };
        for (const { file, line, how } of edits) {
          const lines = (files[file] ?? "").split("\n");
          const at = line % lines.length;
          const text = lines[at] ?? "";
          const spoiled =
            how === "gone"
              ? []
              : how === "twice"
                ? [text, text]
                : how === "in"
                  ? [`  ${text}`]
                  : how === "out"
                    ? [text.replace(/^ {2}/u, "")]
                    : typeof how === "string"
                      ? [text]
                      : [text.slice(0, how.at % (text.length + 1)) + how.text + text.slice(how.at % (text.length + 1))];
          lines.splice(at, 1, ...spoiled);
          files[file] = lines.join("\n");
        }
        const { loaded } = loadCompany({ files });
        for (const { file, line, column, length = 0, message } of loaded.diagnostics) {
          const text = files[file.slice(file.lastIndexOf("/") + 1)];
          assert.ok(text !== undefined, `${file} is a file`);
          assert.ok(line >= 1 && line <= text.split("\n").length, `${file}:${line} is a line: ${message}`);
          assert.ok(column >= 1 && column <= (text.split("\n")[line - 1] ?? "").length + 1, `column ${column}`);
          const shown = text.split("\n")[line - 1] ?? "";
          assert.ok(column - 1 + length <= shown.length, `${file}:${line}:${column} is as long as said: ${message}`);
          assert.doesNotMatch(message, /undefined|\[object/u);
        }
        const report = formatReport(loaded.diagnostics, loaded.texts);
        for (const line of report.split("\n")) assert.doesNotMatch(line, steering);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 100) },
    );
  });
});
