import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { AccessLine } from "../../model/access-line.ts";
import { csv } from "../../review/csv.ts";
import { matrixCsv } from "../../review/matrix-csv.ts";
import { matrixFormats } from "../../review/matrix-formats.ts";
import { matrixJson } from "../../review/matrix-json.ts";
import { matrixMarkdown } from "../../review/matrix-markdown.ts";
import type { MatrixReport } from "../../review/matrix-report.ts";
import { matrixText } from "../../review/matrix-text.ts";
import { accessMatrix, roleMatrix } from "../../review/matrix.ts";
import { hostileNames, steering } from "./hostile-names.ts";
import { cellsOf, withoutCode } from "./markdown-text.ts";
import { access, deployment, workload } from "./organization.ts";

/** A report with one name wherever a name can stand. */
function reportWith(name: string): MatrixReport {
  const place = { file: name, line: 7, column: 1 };
  const written = access(name, name, []);
  const cell = { name, formerly: [], account: name, accountId: "1", administeredFrom: name, permissionSet: name };
  const stack = deployment(name, {
    access: [{ ...written, cells: [cell] }],
    workloads: [{ ...workload(name, name, { runsOn: name }), configPath: `workloads.${name}` }],
  });
  const line: AccessLine = {
    ...{ stack: name, principal: { type: "GROUP", name }, selector: name, accounts: [name], permissionSet: name },
    ...{ until: "2026-12-31", reason: name, ticket: name, owner: name, ended: false, place },
  };
  return {
    today: "2026-12-15",
    stacks: [name],
    access: accessMatrix([stack], [line, { ...line, selector: `${name} too` }]),
    roles: roleMatrix([stack]),
    breakGlass: {
      users: [name],
      roles: [{ use: "break-glass", roleName: name, arn: name, account: name, stack: name, configPath: name }],
    },
    lines: [line],
    deadlines: [
      {
        kind: "access",
        subject: name,
        then: "ends",
        day: "2026-12-31",
        daysLeft: 16,
        reason: name,
        owner: name,
        place,
      },
      { kind: "MFA promise", subject: name, then: "review", day: "2026-12-01", daysLeft: -14, place },
    ],
    placeOf: () => place,
  };
}

const plain = reportWith("Operations");

describe("the matrices", () => {
  it("read as text: who, which software, why, and what ends soon", () => {
    assert.equal(
      matrixText(plain, 100),
      `Who may do what on 2026-12-15: groups × accounts → permission sets
+------------+-----------------------------+
| Group      | Operations                  |
+------------+-----------------------------+
| Operations | Operations until 2026-12-31 |
+------------+-----------------------------+

Which software is which role: workloads and pipelines × accounts → roles
+------------+------------------------+
| Workload   | Operations             |
+------------+------------------------+
| Operations | Operations: Operations |
+------------+------------------------+

Break-glass: Operations can become Operations in Operations.

Why: the lines of \`access\`
  - Operations:7  Operations: Operations in Operations, until 2026-12-31: Operations (Operations);
    owner Operations

What ends in the next 30 days, or has ended
  - Operations ends after 2026-12-31: Operations; owner Operations; Operations:7
  - Operations was to be reviewed by 2026-12-01; Operations:7
`,
    );
  });

  it("have a row of CSV for each cell, with every line for which it is there", () => {
    const [head, ...rows] = parsed(matrixCsv(plain), ",");
    assert.deepEqual(head?.slice(0, 9), [
      "stack",
      "account",
      "holder",
      "name",
      "holds",
      "held",
      "use",
      "until",
      "line",
    ]);
    assert.deepEqual(
      rows.map((row) => row.slice(2, 11)),
      [
        [
          "group",
          "Operations",
          "permission set",
          "Operations",
          "",
          "2026-12-31",
          "Operations:7; Operations:7",
          "Operations; Operations too",
          "Operations; Operations",
        ],
        ["workload", "Operations", "role", "Operations", "Operations", "", "Operations:7", "", ""],
        ["break-glass", "Operations", "role", "Operations", "break-glass", "", "Operations:7", "", ""],
      ],
    );
    assert.ok(matrixCsv(plain).endsWith('"\r\n'));
  });

  it("have the JSON that docs/who-has-what.md describes", () => {
    const page = readFileSync("docs/who-has-what.md", "utf8");
    const { cells, endsSoon, ...top } = JSON.parse(matrixJson(plain)) as {
      cells: { reasons: object[] }[];
      endsSoon: object[];
    };
    for (const key of [
      ...[...Object.keys(top), "cells", "endsSoon"],
      ...[cells[0]!, cells[0]!.reasons[0]!, endsSoon[0]!].flatMap(Object.keys),
    ]) {
      assert.ok(page.includes(`\`${key}\``), `${key} is missing from docs/who-has-what.md`);
    }
  });
});

describe("matrices in which a name", () => {
  for (const { name, how } of hostileNames) {
    it(`${how} does nothing of the sort`, () => {
      const report = reportWith(name);
      for (const format of [matrixFormats.text, matrixFormats.markdown, matrixFormats.json]) {
        assert.deepEqual(
          format(report, 100)
            .split("\n")
            .filter((line) => steering.test(line)),
          [],
        );
      }
      assert.deepEqual(
        matrixCsv(report)
          .split("\r\n")
          .filter((line) => steering.test(line)),
        [],
      );
      assert.equal(withoutCode(matrixMarkdown(report)), withoutCode(matrixMarkdown(plain)));
      assert.deepEqual(cellsOf(matrixMarkdown(report)), cellsOf(matrixMarkdown(plain)));
      const rows = parsed(matrixCsv(report), ",");
      assert.deepEqual(
        rows.map(({ length }) => length),
        parsed(matrixCsv(plain), ",").map(({ length }) => length),
      );
      for (const separator of [",", ";", "\t", "|"]) {
        const formulas = parsed(matrixCsv(report), separator)
          .flat()
          .filter((field) => /^[\s"]*[=+\-@＝＋－＠]/u.test(field));
        assert.deepEqual(formulas, [], `separated by ${separator}`);
      }
      const { cells } = JSON.parse(matrixJson(report)) as { cells: { name: string }[] };
      assert.deepEqual(cells[0]?.name, name);
    });
  }
});

describe("comma-separated values", () => {
  it("are what RFC 4180 has", () => {
    assert.equal(
      csv([
        ["a", 'b "c"', "d,e"],
        ["", "ä", "1"],
      ]),
      '"a","b ""c""","d,e"\r\n"","ä","1"\r\n',
    );
  });

  it("leave alone what is no formula", () => {
    for (const text of ["2026-12-31", "arn:aws:iam::aws:policy/x", "a-b", "Move it to Aurora", "a = b"]) {
      assert.equal(csv([[text]]), `"${text}"\r\n`);
    }
  });
});

/** As a spreadsheet reads it that parts fields by `separator`: quotes are special where a field begins with one. */
function parsed(text: string, separator: string): string[][] {
  return text
    .split("\r\n")
    .slice(0, -1)
    .map((line) => {
      const fields: string[] = [];
      let rest = line;
      for (;;) {
        const quoted = /^"((?:[^"]|"")*)"/u.exec(rest);
        const begin = quoted === null ? "" : (quoted[1] ?? "").replaceAll('""', '"');
        const after = rest.slice(quoted?.[0].length ?? 0);
        const end = after.indexOf(separator);
        fields.push(begin + (end < 0 ? after : after.slice(0, end)));
        if (end < 0) return fields;
        rest = after.slice(end + separator.length);
      }
    });
}
