import assert from "node:assert/strict";
import { nearest } from "../../iam/nearest.ts";

describe("the nearest name", () => {
  const names = ["Effect", "Action", "NotAction", "Resource", "Condition"];
  const cases: [string, string | undefined][] = [
    ["Effect", "Effect"],
    ["effect", "Effect"],
    ["Efect", "Effect"],
    ["Effcet", "Effect"],
    ["Ressource", "Resource"],
    ["Actions", "Action"],
    ["Cond", "Condition"],
    ["Principal", undefined],
    ["", undefined],
  ];
  for (const [written, meant] of cases)
    it(`of "${written}" is ${meant ?? "none"}`, () => {
      assert.equal(nearest(written, names), meant);
    });

  it("is the one with the fewest edits, and of equals the first", () => {
    assert.equal(nearest("GetObjct", ["GetObjects", "GetObject"]), "GetObject");
    assert.equal(nearest("aaaa", ["aaab", "aaac"]), "aaab");
  });
});
