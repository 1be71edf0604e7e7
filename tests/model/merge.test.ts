import assert from "node:assert/strict";
import { Findings } from "../../model/findings.ts";
import { type StackSource, merge } from "../../model/merge.ts";
import type { Located, Places } from "../../model/places.ts";
import type { TreeMap } from "../../model/tree.ts";

const source = (file: string, tree: TreeMap, ...paths: string[]): StackSource => {
  const places: Places = new Map();
  paths.forEach((path, at) => {
    const located: Located = {
      file,
      key: { line: at + 1, column: 1 },
      value: { line: at + 1, column: 9 },
      kind: "map",
    };
    places.set(path, located);
  });
  return { file, whole: true, tree, places };
};

describe("files of a stack", () => {
  it("unite at the keys of their sections, whatever their order", () => {
    const a = source("a", { groups: { A: "1" }, users: { U: "2" }, version: "1" }, "groups", "groups.A");
    const b = source("b", { groups: { B: "3" } }, "groups", "groups.B");
    const findings = new Findings(new Map());
    assert.deepEqual(merge([a, b], findings), { groups: { A: "1", B: "3" }, users: { U: "2" } });
    assert.deepEqual(merge([b, a], new Findings(new Map())), { groups: { A: "1", B: "3" }, users: { U: "2" } });
    assert.equal(findings.places.get("groups.A")?.file, "a");
    assert.equal(findings.places.get("groups.B")?.file, "b");
    assert.deepEqual(a.tree, { groups: { A: "1" }, users: { U: "2" }, version: "1" });
  });

  it("append their lists, and keep the places of the members", () => {
    const a = source("a", { expect: ["one", "two"] }, "expect", "expect[0]", "expect[1]");
    const b = source("b", { expect: ["three"] }, "expect", "expect[0]");
    const findings = new Findings(new Map());
    assert.deepEqual(merge([a, b], findings), { expect: ["one", "two", "three"] });
    assert.deepEqual(
      ["expect[0]", "expect[1]", "expect[2]"].map((path) => findings.places.get(path)?.file),
      ["a", "a", "b"],
    );
  });

  it("never override: the second of two keys is refused and names the first", () => {
    const a = source("a.yaml", { groups: { A: "first" } }, "groups", "groups.A");
    const b = source("b.yaml", { groups: { A: "second" } }, "groups", "groups.AB", "groups.A", "groups.A.x");
    const findings = new Findings(new Map());
    assert.deepEqual(merge([a, b], findings), { groups: { A: "first" } });
    const [diagnostic, ...others] = findings.diagnostics;
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, "key-in-two-files");
    assert.equal(`${diagnostic.file}:${diagnostic.line}:${diagnostic.column}`, "b.yaml:3:1");
    assert.match(diagnostic.message, /a\.yaml:2/u);
    assert.equal(findings.places.get("groups.A")?.file, "a.yaml");
    assert.equal(findings.places.has("groups.A.x"), false);
    assert.equal(findings.places.has("groups.AB"), true);
  });
});
