import assert from "node:assert/strict";
import { accessMatrixText, workloadMatrixText } from "../../review/matrix-text.ts";
import { accessMatrix, workloadMatrix } from "../../review/matrix.ts";
import { hostileNames, steering } from "./hostile-names.ts";
import { access, deployment, workload } from "./organization.ts";
import { runnerCommands } from "./runner-commands.ts";

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

describe("both matrices as text", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarm, for ${attacks}, what ${how}`, () => {
      const cell = { runsOn: name, roleName: name, executionRoleName: name, instanceProfile: name, configPath: name };
      const grant = { permissionSet: name, configPaths: [name] };
      for (const width of [10, 1000]) {
        const text =
          accessMatrixText(
            {
              accounts: [name],
              rows: [{ principal: { type: "GROUP", name }, cells: Object.fromEntries([[name, [grant]]]) }],
            },
            width,
          ) +
          workloadMatrixText(
            { accounts: [name], rows: [{ workload: name, cells: Object.fromEntries([[name, cell]]) }] },
            width,
          );
        for (const line of text.split("\n")) assert.doesNotMatch(line, steering);
        assert.deepEqual(runnerCommands(text), []);
      }
    });
  }
});

describe("the workload matrix as text", () => {
  it("shows what a workload runs on and as whom, and no account without workloads", () => {
    assert.equal(
      workloadMatrixText(workloadMatrix(stacks), 80),
      `+----------+-------------------------+
| Workload | Production              |
+----------+-------------------------+
| images   | ec2                     |
|          | role images             |
|          | instance profile images |
+----------+-------------------------+
`,
    );
  });
});
