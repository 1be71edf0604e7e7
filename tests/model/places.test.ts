import assert from "node:assert/strict";
import { pathText, placeOf } from "../../model/places.ts";
import { loadCompany } from "./case.ts";

describe("a place", () => {
  const { loaded } = loadCompany({});
  const at = (path: Parameters<typeof loaded.place>[0]): string => {
    const { file, line, column } = loaded.place(path);
    return `${file.slice(file.lastIndexOf("/") + 1)}:${line}:${column}`;
  };

  it("of a text is the text, of a map or a list its key", () => {
    assert.equal(at("organization.id"), "base.yaml:2:7");
    assert.equal(at("accounts.Development"), "base.yaml:29:3");
    assert.equal(at(["access", "Developers", "Production"]), "prod.yaml:7:5");
    assert.equal(at(["access", "Developers", "Production", 0]), "prod.yaml:7:18");
  });

  it("of something that is not written is its nearest ancestor's key", () => {
    assert.equal(at("accounts.Development.email"), "base.yaml:29:3");
    assert.equal(at("accounts.Nowhere.email"), "base.yaml:17:1");
    assert.equal(at("access.Developers.Production[7].until"), "prod.yaml:7:5");
    assert.equal(at("nothing"), "prod.yaml:1:1");
  });

  it("tells a key with a dot from two keys", () => {
    assert.equal(pathText(["policies", "a.b", 0, "c"]), 'policies."a.b"[0].c');
    const key = { line: 3, column: 1 };
    const places = new Map([
      ["policies", { file: "f", key: { line: 1, column: 1 }, value: { line: 2, column: 1 }, kind: "map" as const }],
      ['policies."a.b"', { file: "f", key, value: { line: 4, column: 1 }, kind: "map" as const }],
    ]);
    assert.equal(placeOf(places, ["policies", "a.b", "c"]).line, 3);
    assert.equal(placeOf(places, ["policies", "a", "b"]).line, 1);
    assert.equal(placeOf(places, ["policies", "a.c"]).line, 1);
  });
});
