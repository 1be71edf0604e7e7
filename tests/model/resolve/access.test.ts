import assert from "node:assert/strict";
import type { Deployment } from "../../../model/deployment.ts";
import { resolved } from "./resolved.ts";

const cells = ({ access }: Deployment): Record<string, string[]> =>
  Object.fromEntries(access.map((line) => [line.configPath, line.cells.map(({ name }) => name)]));

describe("the access of a stack", () => {
  it("is one component for each line, one cell for each account and set", () => {
    const { deployment, found } = resolved("prod");
    assert.deepEqual(found, []);
    assert.deepEqual(cells(deployment), {
      "access.Auditors.accounts tagged environment=production and Security": [
        "Auditors/Production/Audit",
        "Auditors/Security/Audit",
      ],
      "access.Developers.Production": ["Developers/Production/Deploy"],
      "access.Operations.accounts under Workloads except Development": ["Operations/Production/Deploy"],
      "access.Operations.all accounts": [
        "Operations/Development/Audit",
        "Operations/Management/Audit",
        "Operations/Production/Audit",
        "Operations/Security/Audit",
      ],
    });
  });

  it("says of each cell its account, its set, and from where the set is administered", () => {
    const { deployment } = resolved("prod");
    const line = deployment.access.find(({ configPath }) => configPath === "access.Operations.all accounts")!;
    assert.deepEqual(line.principal, { type: "GROUP", name: "Operations" });
    assert.deepEqual(line.cells[0], {
      name: "Operations/Development/Audit",
      formerly: [],
      account: "Development",
      accountId: "012345678901",
      administeredFrom: "Management",
      permissionSet: "Audit",
    });
  });

  it("ends with the day that `until` names, which counts", () => {
    const has = (day: string): boolean =>
      JSON.stringify(resolved("prod", [], day).deployment.access).includes("Operations/Production/Deploy");
    assert.ok(has("2027-03-31"));
    assert.ok(!has("2027-04-01"));
  });

  it("makes a cell once that two lines mean", () => {
    const { deployment } = resolved("prod", [
      ["prod.yaml", "    all accounts: [Audit]\n", "    all accounts: [Audit]\n    Production: [Audit, Audit]\n"],
    ]);
    const names = deployment.access.flatMap((line) => line.cells.map(({ name }) => name));
    assert.equal(names.filter((name) => name === "Operations/Production/Audit").length, 1);
  });

  it("reaches a person by `user NAME`", () => {
    const { deployment } = resolved("prod", [
      ["prod.yaml", "access:\n", "access:\n  user ada:\n    Production: [Deploy]\n"],
    ]);
    const line = deployment.access.find(({ configPath }) => configPath === "access.user ada.Production")!;
    assert.deepEqual(line.principal, { type: "USER", name: "ada" });
    assert.deepEqual(
      line.cells.map(({ name }) => name),
      ["user ada/Production/Deploy"],
    );
  });

  it("remembers under which names a cell was, whichever of its parts was renamed", () => {
    const { deployment } = resolved("prod", [
      ["base.yaml", "display-name: aws-developers }", "display-name: aws-developers, formerly: [Coders, Hackers] }"],
      ["prod.yaml", "    description: Release the shop\n", "    description: Release the shop\n    formerly: [Ship]\n"],
    ]);
    const [line] = deployment.access.filter(({ principal }) => principal.name === "Developers");
    assert.deepEqual(line!.cells[0]!.formerly.sort(), [
      "Coders/Production/Deploy",
      "Coders/Production/Ship",
      "Developers/Production/Ship",
      "Hackers/Production/Deploy",
      "Hackers/Production/Ship",
    ]);
    assert.deepEqual(line!.formerly, ["Coders/Production", "Hackers/Production"]);
  });
});
