import assert from "node:assert/strict";
import { accessMatrix, workloadMatrix } from "../../review/matrix.ts";
import { access, deployment, role, workload } from "./organization.ts";

describe("the access matrix", () => {
  it("unites the stacks: a row for each group, a column for each account", () => {
    const matrix = accessMatrix([
      deployment("prod", { access: [access("Security", "all accounts", ["Production Audit", "Development Audit"])] }),
      deployment("dev", { access: [access("Developers", "Development", ["Development Developer"])] }),
    ]);
    assert.deepEqual(matrix, {
      accounts: ["Development", "Production"],
      rows: [
        {
          principal: { type: "GROUP", name: "Developers" },
          cells: { Development: [{ permissionSet: "Developer", configPaths: ["access.Developers.Development"] }] },
        },
        {
          principal: { type: "GROUP", name: "Security" },
          cells: {
            Production: [{ permissionSet: "Audit", configPaths: ["access.Security.all accounts"] }],
            Development: [{ permissionSet: "Audit", configPaths: ["access.Security.all accounts"] }],
          },
        },
      ],
    });
  });

  it("sorts a cell by permission set and names every line that grants one, whatever the order of the stacks", () => {
    const dev = deployment("dev", { access: [access("Developers", "Development", ["Development Writer"])] });
    const prod = deployment("prod", {
      access: [access("Developers", "all accounts", ["Development Reader", "Development Writer"])],
    });
    const expected = [
      { permissionSet: "Reader", configPaths: ["access.Developers.all accounts"] },
      { permissionSet: "Writer", configPaths: ["access.Developers.Development", "access.Developers.all accounts"] },
    ];
    assert.deepEqual(accessMatrix([dev, prod]).rows[0]!.cells["Development"], expected);
    assert.deepEqual(accessMatrix([prod, dev]), accessMatrix([dev, prod]));
  });

  it("keeps a user and a group of the same name apart, groups first", () => {
    const lines = [access("Ada", "X", ["X Reader"], "USER"), access("Ada", "X", ["X Reader"])];
    const { rows } = accessMatrix([deployment("dev", { access: lines })]);
    assert.deepEqual(
      rows.map(({ principal }) => principal.type),
      ["GROUP", "USER"],
    );
  });

  it("has a column for an account in which nobody has anything", () => {
    const account = { name: "Sandbox", formerly: [], configPath: "accounts.Sandbox", id: "111111111111", tags: {} };
    const empty = deployment("dev", {
      accounts: [
        {
          ...account,
          region: "eu-central-1",
          deployRoleArn: "",
          previewRoleArn: "",
          ceiling: { arn: "", document: { Version: "2012-10-17", Statement: [] } },
          sessionName: "dev",
        },
      ],
    });
    assert.deepEqual(accessMatrix([empty]).accounts, ["Sandbox"]);
  });
});

describe("the workload matrix", () => {
  it("shows a workload of both stacks in one row, with what it runs on and its roles", () => {
    const matrix = workloadMatrix([
      deployment("dev", { workloads: [workload("Development", "shop", { runsOn: "ecs" })] }),
      deployment("prod", {
        workloads: [
          workload("Production", "shop", {
            runsOn: "ecs",
            executionRole: role("Production", "shop-execution"),
          }),
          workload("Production", "images", { instanceProfile: "images" }),
        ],
      }),
    ]);
    assert.deepEqual(matrix.accounts, ["Development", "Production"]);
    assert.deepEqual(matrix.rows, [
      {
        workload: "images",
        cells: {
          Production: {
            roleName: "images",
            instanceProfile: "images",
            configPath: "workloads.images",
          },
        },
      },
      {
        workload: "shop",
        cells: {
          Development: { runsOn: "ecs", roleName: "shop", configPath: "workloads.shop" },
          Production: {
            runsOn: "ecs",
            roleName: "shop",
            executionRoleName: "shop-execution",
            configPath: "workloads.shop",
          },
        },
      },
    ]);
  });
});
