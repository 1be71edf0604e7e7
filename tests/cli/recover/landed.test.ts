import assert from "node:assert/strict";
import { landedOf, placeOf } from "../../../cli/recover/landed.ts";
import type { Candidate, ThrowAwayStack } from "../../../cli/recover/throw-away-stack.ts";
import { creation, provider, urn } from "./recorded.ts";

const role = "aws:iam/role:Role";
const elsewhere = { ...provider, urn: urn("pulumi:providers:aws", "Production"), id: "26ab0db9" };

/** An AWS in which everything exists that is asked for; `asked` collects what that was. */
function everything(asked: Candidate[]): ThrowAwayStack {
  return {
    lookUp: () => Promise.resolve([]),
    read: (candidates) => {
      asked.push(...candidates);
      return Promise.resolve(candidates.map((candidate) => ({ ...candidate, outputs: {} })));
    },
    remove: () => undefined,
  };
}

describe("What has come about already", () => {
  const here = creation(role, "here", { name: "deployer" });
  const there = { ...creation(role, "there", { name: "deployer" }), provider: elsewhere };

  it("is told apart by account, where a name stands in several", async () => {
    const landed = await landedOf([here, there], new Set(), everything([]));
    assert.deepEqual(
      landed.map(({ creation: { name }, existing }) => [name, existing.provider.urn]),
      [
        ["here", provider.urn],
        ["there", elsewhere.urn],
      ],
    );
  });

  it("is not what the stack has, which says nothing of the same name in another account", async () => {
    const asked: Candidate[] = [];
    const recorded = new Set([placeOf(role, "deployer", provider.urn)]);
    const landed = await landedOf([here, there], recorded, everything(asked));
    assert.deepEqual(
      landed.map(({ creation: { name } }) => name),
      ["there"],
    );
    assert.deepEqual(
      asked.map((candidate) => candidate.provider.urn),
      [elsewhere.urn],
    );
  });
});
