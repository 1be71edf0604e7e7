import assert from "node:assert/strict";
import { importFile } from "../../../cli/recover/adoption.ts";
import { plannedBy } from "../../../cli/recover/creation.ts";
import type { PulumiExit } from "../../../cli/recover/pulumi.ts";
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
    const inputs = { name: "web", description: unknown, tags: { owner: "Web" } };
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

  it("is told apart from what it would replace", async () => {
    const steps = [step("replace", "web"), step("create-replacement", "web")];
    const { creations, replaced } = await plannedBy(says({ steps }), "dev", recorded);
    assert.deepEqual(creations, []);
    assert.deepEqual([...new Set(replaced)], [urn("aws:iam/role:Role", "web")]);
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
