import assert from "node:assert/strict";
import { importFile, replaced } from "../../../cli/recover/adoption.ts";
import { plannedBy } from "../../../cli/recover/creation.ts";
import type { PulumiExit } from "../../../cli/recover/pulumi.ts";
import type { RecordedResource } from "../../../cli/recover/stack-state.ts";
import { creation, provider, urn } from "./recorded.ts";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const part = { urn: urn("shop:Part", "part"), type: "shop:Part", custom: false };
const says =
  (digest: unknown, exitCode = 0) =>
  (): Promise<PulumiExit> =>
    Promise.resolve({ exitCode, stdout: JSON.stringify(digest), stderr: "" });

function step(op: string, name: string, more: Record<string, unknown> = {}) {
  const type = "aws:iam/role:Role";
  const state = { urn: urn(type, name), type, custom: true, parent: part.urn };
  return { op, urn: state.urn, newState: { ...state, provider: `${provider.urn}::${provider.id ?? ""}`, ...more } };
}

describe("What the next update would make", () => {
  const recorded = [provider, part];

  it("is what a preview creates, without what is not known yet", async () => {
    const noted = { __defaults: [] };
    const inputs = { name: "web", description: unknown, tags: { owner: "Web", ...noted }, ...noted };
    const steps = [step("create", "web", { inputs }), step("same", "old"), step("update", "changed")];
    const planned = await plannedBy(says({ steps, changeSummary: { create: 1, same: 2 } }), "dev", recorded);
    const known = { name: "web", tags: { owner: "Web" } };
    assert.deepEqual(planned, {
      creations: [creation("aws:iam/role:Role", "web", known)],
      changes: { create: 1, same: 2 },
      replaced: [],
    });
  });

  it("is nothing whose parent or provider is not recorded: it cannot have come about", async () => {
    const steps = [
      step("create", "orphan", { parent: urn("shop:Part", "new") }),
      step("create", "elsewhere", { provider: `${urn("pulumi:providers:aws", "New")}::${unknown}` }),
      step("create", "component", { custom: false }),
    ];
    assert.deepEqual((await plannedBy(says({ steps }), "dev", recorded)).creations, []);
  });

  it("says what takes the place of something recorded", async () => {
    const web = step("replace", "web", { inputs: { name: "web" } });
    const steps = [web, step("update", "changed")];
    const { creations, replaced: toReplace } = await plannedBy(says({ steps }), "dev", [...recorded, web.newState]);
    assert.deepEqual(creations, [{ ...creation("aws:iam/role:Role", "web", { name: "web" }), replaces: true }]);
    assert.deepEqual(toReplace, [web.urn]);
  });

  it("is not known where the program cannot be previewed", async () => {
    const diagnostics = [{ severity: "error", message: "config/dev.yaml:3:1: unknown key\n" }];
    await assert.rejects(plannedBy(says({ diagnostics }, 255), "dev", recorded), {
      name: "RecoveryError",
      message: "The program cannot be previewed:\nconfig/dev.yaml:3:1: unknown key",
    });
  });
});

describe("The file of an import", () => {
  it("names each parent and provider once, and keeps names and the plugin's version", () => {
    const landed = ["web", "batch"].map((name) => ({
      creation: creation("aws:iam/role:Role", `${name}/Development`, { name }),
      existing: { type: "aws:iam/role:Role", id: name, provider, outputs: {} },
    }));
    const shared = { type: "aws:iam/role:Role", parent: "known0", provider: "known1", version: "7.48.0" };
    assert.deepEqual(importFile(landed), {
      nameTable: { known0: part.urn, known1: provider.urn },
      resources: [
        { ...shared, name: "web/Development", id: "web" },
        { ...shared, name: "batch/Development", id: "batch" },
      ],
    });
  });
});

describe("A state in which a replacement is made", () => {
  const type = "aws:iam/role:Role";
  const old = {
    urn: urn(type, "web"),
    type,
    custom: true,
    id: "old",
    inputs: { name: "old" },
    outputs: { arn: "OLD" },
  };
  const landed = [
    {
      creation: { ...creation(type, "web", { name: "new" }), replaces: true },
      existing: { type, id: "new", provider, outputs: {} },
    },
  ];
  const made = { ...old, id: "new", inputs: {}, outputs: {}, pendingReplacement: false };
  const state = (...resources: RecordedResource[]) => ({ version: 3, deployment: { resources } });

  it("leaves what is replaced to be deleted", () => {
    assert.deepEqual(replaced(state(part, old), landed), state(part, made, { ...old, delete: true }));
  });

  it("holds what is replaced no more where it was deleted first", () => {
    assert.deepEqual(replaced(state({ ...old, pendingReplacement: true }, part), landed), state(made, part));
  });
});
