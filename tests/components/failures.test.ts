import assert from "node:assert/strict";
import { configCopy, rename } from "./config-copy.ts";
import { ofKind } from "./graph.ts";
import { type FoundOrganization, type Run, foundOrganization, run, syncedGroups } from "./program.ts";

/** Stops with messages for people, which say all of `says`. */
function stops({ failures, outputs }: Run, ...says: RegExp[]): void {
  assert.equal(outputs, undefined);
  assert.ok(failures.length > 0);
  for (const { kind, message } of failures) {
    assert.equal(kind, "RunError", message);
    for (const text of says) assert.match(message, text);
  }
}

describe("a program that cannot go on", function () {
  this.timeout(60_000);

  it("stops at a group that Identity Center does not have, and assigns nothing", async () => {
    const result = await run({
      stack: "prod",
      groups: syncedGroups.filter(({ displayName }) => displayName !== "aws-finance"),
    });
    stops(result, /groups\.Finance: Identity Center has no group called "aws-finance"/, /Nothing is changed/);
    assert.doesNotMatch(result.failures[0]!.message, /groups\.Developers/);
    assert.deepEqual(ofKind(result, "AccountAssignment"), []);
  });

  it("stops at an empty answer, and assigns nothing", async () => {
    const result = await run({ stack: "prod", groups: [] });
    stops(
      result,
      /groups\.Developers: .*\ngroups\.Finance: .*\ngroups\.Operations: .*\ngroups\.SecurityTeam: /,
      /answered with 0 groups/,
    );
    assert.deepEqual(ofKind(result, "AccountAssignment"), []);
  });

  it("stops where a group was made anew under its old name, and assigns nothing", async () => {
    const pinned = "906790d5-5a1b-4b4e-9d0e-2f6a4c1b7e3d";
    const copy = configCopy((document, file) => {
      if (file === "base.yaml") document.setIn(["groups", "Developers", "id"], pinned);
    });
    try {
      const result = await run({ stack: "dev", config: copy.file("dev") });
      stops(result, /groups\.Developers: the group "aws-developers" has the id id of aws-developers, not 906790d5/);
      assert.deepEqual(ofKind(result, "AccountAssignment"), []);
      const groups = syncedGroups.map((group) =>
        group.displayName === "aws-developers" ? { ...group, groupId: pinned } : group,
      );
      assert.deepEqual((await run({ stack: "dev", config: copy.file("dev"), groups })).failures, []);
    } finally {
      copy.remove();
    }
  });

  const stopsWithoutGuardrails = async (found: Partial<FoundOrganization>, ...says: RegExp[]): Promise<void> => {
    const result = await run({ stack: "prod", organization: { ...foundOrganization, ...found } });
    stops(result, ...says, /Nothing is changed/);
    assert.deepEqual(ofKind(result, "Guardrail"), []);
    assert.deepEqual(ofKind(result, "Role"), []);
  };

  it("stops where the types of its guardrails are not enabled, and says how to enable them", () =>
    stopsWithoutGuardrails(
      { enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"] },
      /RESOURCE_CONTROL_POLICY are not enabled.*PolicyTypeNotEnabledException.*enable-policy-type --root-id id of root/,
    ));

  it("stops where a guardrail's organizational unit does not exist", () =>
    stopsWithoutGuardrails(
      { units: { "id of root": ["Infrastructure"] } },
      /^guardrails\.allowed-regions\.targets: the organization has no unit "Workloads"/,
    ));

  it("stops where a guardrail's account is not in the organization", async () => {
    const copy = configCopy((document, file) => {
      if (file === "guardrails.yaml") document.setIn(["guardrails", "allowed-regions", "targets"], ["Production"]);
    });
    try {
      const organization = { ...foundOrganization, accounts: ["111122223333"] };
      const result = await run({ stack: "prod", config: copy.file("prod"), organization });
      stops(
        result,
        /guardrails\.allowed-regions\.targets: the organization has no account 444455556666 \(Production\)/,
      );
    } finally {
      copy.remove();
    }
  });

  it("stops where Identity Center is not there, or not the only one", async () => {
    stops(await run({ stack: "dev", instances: { arns: [], identityStoreIds: [] } }), /0 instances in eu-central-1/);
    const two = { arns: ["arn:one", "arn:two"], identityStoreIds: ["d-1", "d-2"] };
    stops(await run({ stack: "dev", instances: two }), /2 instances in eu-central-1/);
  });

  it("stops where another id stands behind an account's name, or behind its earlier name", async () => {
    const before = { accountIds: { Development: "999999999999", Security: "222233334444" } };
    const result = await run({ stack: "dev", outputs: before });
    stops(result, /^accounts\.Development\.id: the account Development was 999999999999; .* says 012345678901\.\n/);
    assert.deepEqual(result.registrations, []);
    const same = { accountIds: { Development: "012345678901", Closed: "888888888888" } };
    assert.deepEqual((await run({ stack: "dev", outputs: same })).failures, []);

    const copy = configCopy((document) => {
      rename(document.contents, "Development", "Lab");
      if (document.hasIn(["accounts", "Lab"])) document.setIn(["accounts", "Lab", "formerly"], ["Development"]);
    });
    try {
      const renamed = { stack: "dev", config: copy.file("dev") };
      stops(await run({ ...renamed, outputs: before }), /the account Lab was 999999999999/);
      assert.deepEqual((await run({ ...renamed, outputs: same })).failures, []);
    } finally {
      copy.remove();
    }
  });

  it("stops in a stack of another name than its file's", async () => {
    const result = await run({ stack: "prod", config: "config/dev.yaml" });
    stops(result, /^This is the stack prod, the file says dev\.$/);
    assert.deepEqual(result.registrations, []);
  });

  it("stops at a broken file, at the place where it is broken", async () => {
    const copy = configCopy((document, file) => {
      if (file === "dev.yaml") document.setIn(["workloads", "storefront-web", "runs-on"], "lamda");
    });
    try {
      const result = await run({ stack: "dev", config: copy.file("dev") });
      stops(result, /dev\.yaml:\d+:\d+: error: .*"lamda"/);
      assert.deepEqual(result.registrations, []);
    } finally {
      copy.remove();
    }
  });

  it("stops at a file that is not there", async () => {
    stops(await run({ stack: "dev", config: "config/nowhere.yaml" }), /config\/nowhere\.yaml: error: There is no file/);
  });
});
