import assert from "node:assert/strict";
import { resolved } from "./resolved.ts";

describe("Identity Center as a stack sees it", () => {
  it("is administered by the delegated administrator, else from the management account", () => {
    assert.equal(resolved("prod").deployment.identityCenter.administeredFrom, "Security");
    const { deployment } = resolved("prod", [
      ["base.yaml", "  delegated-administrators:\n    identity-center: Security\n", ""],
    ]);
    assert.equal(deployment.identityCenter.administeredFrom, "Management");
  });

  it("looks up the synced groups that have access, and no other", () => {
    const lookedUp = (stack: string, edits: Parameters<typeof resolved>[1] = []) =>
      resolved(stack, edits).deployment.identityCenter.lookedUp;
    assert.deepEqual(lookedUp("dev"), [
      { name: "Developers", configPath: "groups.Developers", displayName: "aws-developers" },
    ]);
    assert.deepEqual(
      lookedUp("prod").map(({ name }) => name),
      ["Developers", "Operations"],
    );
    const id = "906790d5-5a1b-4b4e-9d0e-2f6a4c1b7e3d";
    const [pinned] = lookedUp("dev", [
      ["base.yaml", "display-name: aws-developers }", `display-name: aws-developers, id: ${id} }`],
    ]);
    assert.equal(pinned!.id, id);
  });

  it("makes groups, people and attributes in the stack that holds the management account, and there only", () => {
    const { identityCenter } = resolved("prod").deployment;
    assert.deepEqual(
      identityCenter.groups.map(({ name, members }) => [name, members]),
      [["Auditors", ["ada"]]],
    );
    assert.deepEqual(
      identityCenter.users.map(({ userName, displayName }) => [userName, displayName]),
      [["ada", "Ada Lovelace"]],
    );
    assert.deepEqual(identityCenter.attributes!.values, { department: ["${path:enterprise.department}"] });
    const dev = resolved("dev").deployment.identityCenter;
    assert.deepEqual([dev.groups, dev.users, dev.attributes], [[], [], undefined]);
  });

  it("looks up, in the other stack, a group that is managed elsewhere", () => {
    const { deployment } = resolved("dev", [
      ["dev.yaml", "access:\n", "access:\n  Auditors:\n    Development: [Developer]\n"],
    ]);
    assert.deepEqual(
      deployment.identityCenter.lookedUp.map(({ displayName }) => displayName),
      ["Auditors", "aws-developers"],
    );
  });
});
