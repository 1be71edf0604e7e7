import assert from "node:assert/strict";
import { type DiagnosticCode, domains } from "../../model/diagnostics.ts";
import { loadCompany } from "./case.ts";
import { access } from "./cases/access.ts";
import { audit } from "./cases/audit.ts";
import { files } from "./cases/files.ts";
import { organization } from "./cases/organization.ts";
import { people } from "./cases/people.ts";
import { security } from "./cases/security.ts";
import { software } from "./cases/software.ts";
import { structure } from "./cases/structure.ts";
import { yaml } from "./cases/yaml.ts";

const cases = { files, yaml, structure, organization, people, access, software, security, audit };

describe("the configuration", () => {
  it("has no fault before it is spoiled", () => {
    const { loaded, found } = loadCompany({});
    assert.deepEqual(found, []);
    assert.deepEqual([...loaded.stacks.keys()], ["prod", "dev"]);
    assert.equal(loaded.stack?.accounts["Development"]?.id, "012345678901");
  });

  for (const [domain, list] of Object.entries(cases)) {
    describe(`refuses, of ${domain},`, () => {
      for (const one of list) {
        it(one.what, () => {
          const { expected, found } = loadCompany(one);
          if (expected.length === 0) {
            assert.deepEqual(
              found.map((text) => text.split(" ")[1]),
              one.codes,
            );
          } else {
            const wanted = expected.sort(byPlace).map((place, at) => `${place} ${one.codes[at] ?? ""}`);
            assert.deepEqual(found, wanted);
            assert.equal(one.codes.length, expected.length);
          }
        });
      }
    });
  }

  it("has a case for every diagnostic of its reading", () => {
    const tried = new Set(Object.values(cases).flatMap((list) => list.flatMap(({ codes }) => codes)));
    const untried = Object.keys(cases)
      .flatMap((domain) => Object.keys(domains[domain as keyof typeof cases]) as DiagnosticCode[])
      .filter((code) => !tried.has(code));
    assert.deepEqual(untried, []);
  });
});

function byPlace(a: string, b: string): number {
  const [fileA = "", lineA, columnA] = a.split(":");
  const [fileB = "", lineB, columnB] = b.split(":");
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return Number(lineA) - Number(lineB) || Number(columnA) - Number(columnB);
}
