import assert from "node:assert/strict";
import { accessMatrixText, roleMatrixText } from "../../review/matrix-text.ts";
import { accessMatrix, roleMatrix } from "../../review/matrix.ts";
import { access, deployment, workload } from "./organization.ts";

const stacks = [
  deployment("prod", {
    access: [
      access("Operations", "Production", ["Production Deployer", "Production DatabaseOperator"]),
      access("Auditors", "all accounts", ["Development SecurityAudit", "Production SecurityAudit"]),
    ],
    workloads: [workload("Production", "images", { runsOn: "ec2", instanceProfile: "images" })],
  }),
  deployment("dev", { access: [access("Ada", "Development", ["Development ReadOnly"], "USER")] }),
];

describe("the access matrix as text", () => {
  it("is a table where it fits", () => {
    assert.equal(
      accessMatrixText(accessMatrix(stacks), 80),
      `+------------+---------------+------------------+
| Group      | Development   | Production       |
+------------+---------------+------------------+
| Auditors   | SecurityAudit | SecurityAudit    |
+------------+---------------+------------------+
| Operations |               | DatabaseOperator |
|            |               | Deployer         |
+------------+---------------+------------------+
| user Ada   | ReadOnly      |                  |
+------------+---------------+------------------+
`,
    );
  });

  it("is a block for each group where the table is too wide, and still fits", () => {
    const text = accessMatrixText(accessMatrix(stacks), 36);
    assert.equal(
      text,
      `Auditors
  Development  SecurityAudit
  Production   SecurityAudit
Operations
  Production   DatabaseOperator,
               Deployer
user Ada
  Development  ReadOnly
`,
    );
    assert.ok(text.split("\n").every((line) => line.length <= 36));
  });

  it("switches exactly where the table no longer fits", () => {
    const matrix = accessMatrix(stacks);
    const width = accessMatrixText(matrix, 80).indexOf("\n");
    assert.match(accessMatrixText(matrix, width), /^\+/);
    assert.match(accessMatrixText(matrix, width - 1), /^Auditors\n/);
  });

  it("escapes what would steer the terminal", () => {
    const text = accessMatrixText(
      accessMatrix([deployment("dev", { access: [access("A\u001b[31m\u202e", "X", ["X\u0007 Y\n"])] })]),
      200,
    );
    assert.match(text, /\| A\\u\{1b\}\[31m\\u\{202e\} \| Y\\u\{a\} +\|/);
    assert.doesNotMatch(text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
  });
});

describe("the matrix of roles as text", () => {
  it("shows what a workload runs on and as whom, and no account without one", () => {
    assert.equal(
      roleMatrixText(roleMatrix(stacks), 80),
      `+----------+-------------+
| Workload | Production  |
+----------+-------------+
| images   | ec2: images |
+----------+-------------+
`,
    );
  });
});
