import assert from "node:assert/strict";
import type { AccessLine } from "../../model/access-line.ts";
import { accessMatrix, breakGlassAccess, roleMatrix } from "../../review/matrix.ts";
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
          cells: new Map([["Development", [{ permissionSet: "Developer", stack: "dev", reasons: [] }]]]),
        },
        {
          principal: { type: "GROUP", name: "Security" },
          cells: new Map([
            ["Production", [{ permissionSet: "Audit", stack: "prod", reasons: [] }]],
            ["Development", [{ permissionSet: "Audit", stack: "prod", reasons: [] }]],
          ]),
        },
      ],
    });
  });

  const line = (
    selector: string,
    accounts: string[],
    permissionSet: string,
    more: Partial<AccessLine> = {},
  ): AccessLine => ({
    stack: "prod",
    principal: { type: "GROUP", name: "Developers" },
    selector,
    accounts,
    permissionSet,
    ended: false,
    place: { file: "config/prod.yaml", line: 1, column: 1 },
    ...more,
  });

  it("sorts a cell by permission set and names every line that gives one, whatever the order of the lines", () => {
    const lines = [
      line("Development", ["Development"], "Writer"),
      line("all accounts", ["Development", "Production"], "Reader"),
      line("all accounts", ["Development", "Production"], "Writer"),
    ];
    const prod = deployment("prod", {
      access: [
        access("Developers", "Development", ["Development Writer"]),
        access("Developers", "all accounts", ["Development Reader"]),
      ],
    });
    const cell = accessMatrix([prod], lines).rows[0]!.cells.get("Development")!;
    assert.deepEqual(
      cell.map(({ permissionSet, reasons }) => [permissionSet, reasons.map(({ selector }) => selector)]),
      [
        ["Reader", ["all accounts"]],
        ["Writer", ["Development", "all accounts"]],
      ],
    );
  });

  it("ends with the last of the lines that give a cell, and not at all where one has no end", () => {
    const prod = deployment("prod", { access: [access("Developers", "Production", ["Production Writer"])] });
    const until = (...days: (string | undefined)[]) =>
      accessMatrix(
        [prod],
        days.map((day) => line("Production", ["Production"], "Writer", day === undefined ? {} : { until: day })),
      ).rows[0]!.cells.get("Production")![0]!.until;
    assert.equal(until("2027-03-31"), "2027-03-31");
    assert.equal(until("2027-03-31", "2027-06-30", "2027-01-31"), "2027-06-30");
    assert.equal(until("2027-03-31", undefined), undefined);
  });

  it("takes no line for a reason that has ended, or that is about somebody or somewhere else", () => {
    const prod = deployment("prod", { access: [access("Developers", "Production", ["Production Writer"])] });
    const others = [
      line("Production", ["Production"], "Writer", { ended: true }),
      line("Production", ["Production"], "Writer", { stack: "dev" }),
      line("Production", ["Production"], "Writer", { principal: { type: "USER", name: "Developers" } }),
      line("Development", ["Development"], "Writer"),
      line("Production", ["Production"], "Reader"),
    ];
    assert.deepEqual(accessMatrix([prod], others).rows[0]!.cells.get("Production")![0]!.reasons, []);
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

describe("the matrix of roles", () => {
  it("shows a workload of both stacks in one row, with what it runs on and its roles", () => {
    const { accounts, rows } = roleMatrix([
      deployment("dev", { workloads: [workload("Development", "shop", { runsOn: "ecs" })] }),
      deployment("prod", {
        workloads: [
          workload("Production", "shop", { runsOn: "ecs", executionRole: role("Production", "shop-execution") }),
          workload("Production", "images", { instanceProfile: "images" }),
        ],
      }),
    ]);
    assert.deepEqual(accounts, ["Development", "Production"]);
    assert.deepEqual(
      rows.map(({ kind, name, cells }) => [
        `${kind} ${name}`,
        [...cells].map(([account, uses]) => [
          account,
          uses.map(({ use, roleName, stack }) => `${stack} ${use} ${roleName}`),
        ]),
      ]),
      [
        ["workload images", [["Production", ["prod own trust images"]]]],
        [
          "workload shop",
          [
            ["Development", ["dev ecs shop"]],
            ["Production", ["prod ecs shop", "prod execution shop-execution"]],
          ],
        ],
      ],
    );
    assert.equal(rows[0]!.cells.get("Production")![0]!.instanceProfile, "images");
  });

  it("shows where a pipeline starts and where it deploys to, over all stacks", () => {
    const pipeline = { name: "release", formerly: [], configPath: "pipelines.release" };
    const { rows } = roleMatrix([
      deployment("prod", { pipelines: [{ ...pipeline, source: role("DevOps", "release"), targets: [] }] }),
      deployment("dev", { pipelines: [{ ...pipeline, targets: [role("Development", "release")] }] }),
    ]);
    assert.deepEqual(
      rows.map(({ kind, name }) => `${kind} ${name}`),
      ["pipeline release"],
    );
    assert.deepEqual(
      [...rows[0]!.cells.values()].map((uses) => uses.map(({ use, account }) => `${use} ${account}`)),
      [["start DevOps"], ["deploy Development"]],
    );
  });

  it("says apart who may become what by break-glass", () => {
    assert.equal(breakGlassAccess([deployment("dev", {})]), undefined);
    const breakGlass = {
      ...{ name: "break-glass", formerly: [], configPath: "break-glass", groups: [] },
      users: [],
      roles: [role("Production", "BreakGlass"), role("Management", "BreakGlass")],
    };
    const found = breakGlassAccess([deployment("prod", { breakGlass })])!;
    assert.deepEqual(
      found.roles.map(({ account, roleName }) => `${account} ${roleName}`),
      ["Management BreakGlass", "Production BreakGlass"],
    );
  });
});
