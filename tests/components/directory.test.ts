import assert from "node:assert/strict";
import type { Document } from "yaml";
import { type ConfigCopy, configCopy } from "./config-copy.ts";
import { ofKind } from "./graph.ts";
import { type Registration, type Run, run, syncedGroups } from "./program.ts";

/** A group whose members are people of Identity Center's own directory, with access in both stacks. */
function withManagedGroup(document: Document, file: string): void {
  if (file === "base.yaml") {
    document.setIn(["users", "ada"], {
      "given-name": "Ada",
      "family-name": "Lovelace",
      email: "ada@securecart.example",
    });
    document.setIn(["users", "grace"], {
      "given-name": "Grace",
      "family-name": "Hopper",
      "user-name": "ghopper",
      email: "grace@securecart.example",
    });
    document.setIn(["groups", "Auditors"], {
      "display-name": "external-auditors",
      description: "They look, once a year",
      members: ["grace", "ada"],
    });
  }
  if (file === "prod.yaml") document.setIn(["access", "Auditors", "Production"], ["ReadOnly"]);
  if (file === "prod.yaml") document.setIn(["access", "user ada", "DevOps"], ["ReadOnly"]);
  if (file === "dev.yaml") document.setIn(["access", "Auditors", "Development"], ["Developer"]);
}

describe("groups and people that are managed here", function () {
  this.timeout(60_000);
  let copy: ConfigCopy;
  let prod: Run;
  let dev: Run;
  before(async () => {
    copy = configCopy(withManagedGroup);
    const groups = [...syncedGroups, { displayName: "external-auditors", groupId: "id of the auditors" }];
    prod = await run({ stack: "prod", config: copy.file("prod") });
    dev = await run({ stack: "dev", config: copy.file("dev"), groups });
    assert.deepEqual([...prod.failures, ...dev.failures], []);
  });
  after(() => {
    copy.remove();
  });
  const made = (of: Run, kind: string): Registration[] =>
    of.registrations.filter(({ type }) => type.startsWith("aws:identitystore/") && type.endsWith(`:${kind}`));

  it("are made by the stack that holds the management account", () => {
    const directory = { identityStoreId: "d-0000000000", region: "eu-central-1" };
    assert.deepEqual(
      made(prod, "User").map(({ inputs }) => inputs),
      [
        {
          ...directory,
          userName: "ada",
          displayName: "Ada Lovelace",
          name: { givenName: "Ada", familyName: "Lovelace" },
          emails: { value: "ada@securecart.example", primary: true, type: "work" },
        },
        {
          ...directory,
          userName: "ghopper",
          displayName: "Grace Hopper",
          name: { givenName: "Grace", familyName: "Hopper" },
          emails: { value: "grace@securecart.example", primary: true, type: "work" },
        },
      ],
    );
    assert.deepEqual(
      made(prod, "Group").map(({ inputs }) => inputs),
      [{ ...directory, displayName: "external-auditors", description: "They look, once a year" }],
    );
    assert.deepEqual(
      made(prod, "GroupMembership").map(({ name, inputs }) => [name, inputs]),
      [
        ["Auditors/ada", { ...directory, groupId: "id of Auditors", memberId: "id of ada" }],
        ["Auditors/grace", { ...directory, groupId: "id of Auditors", memberId: "id of grace" }],
      ],
    );
    const all = ["User", "Group", "GroupMembership"].flatMap((kind) => made(prod, kind));
    assert.deepEqual(new Set(all.map(({ provider }) => provider)), new Set(["Security"]));
  });

  it("are looked up by every other stack", () => {
    for (const kind of ["User", "Group", "GroupMembership"]) assert.deepEqual(made(dev, kind), []);
  });

  it("are what their assignments name", () => {
    const principal = (of: Run, name: string): unknown => {
      const { inputs } = ofKind(of, "AccountAssignment").find((assignment) => assignment.name === name)!;
      return [inputs["principalType"], inputs["principalId"]];
    };
    assert.deepEqual(principal(prod, "Auditors/Production/ReadOnly"), ["GROUP", "id of Auditors"]);
    assert.deepEqual(principal(prod, "user ada/DevOps/ReadOnly"), ["USER", "id of ada"]);
    assert.deepEqual(principal(dev, "Auditors/Development/Developer"), ["GROUP", "id of the auditors"]);
  });

  it("are not looked up by the stack that makes them", async () => {
    assert.deepEqual((await run({ stack: "prod", config: copy.file("prod"), groups: syncedGroups })).failures, []);
  });
});
