import assert from "node:assert/strict";
import fc from "fast-check";
import { type DiagnosticCode, diagnostics } from "../../../model/diagnostics.ts";
import { type Case, loadCompany } from "../case.ts";
import { access } from "../cases/access.ts";
import { audit } from "../cases/audit.ts";
import { organization } from "../cases/organization.ts";
import { people } from "../cases/people.ts";
import { security } from "../cases/security.ts";
import { software } from "../cases/software.ts";
import { structure } from "../cases/structure.ts";
import { company } from "../company.ts";
import { objections } from "./validator.ts";

/** What a file shows by itself. */
const structural: DiagnosticCode[] = [
  "email",
  "empty-value",
  "missing-key",
  "organization-id",
  "text-became-map",
  "unknown-aws-managed-policy",
  "unknown-key",
  "unquoted-digits",
  "value-not-allowed",
  "wrong-type",
];

/** Keys that may stand in another file, or that only follow from what other keys say. */
const byTheLoaderAlone = [
  "the organization misses a key",
  "a policy that says nothing",
  "SAML that serves nobody",
  "OpenID Connect without an audience",
  "EKS without a service account",
  "a pipeline from outside without a subject",
];

const all = [access, audit, organization, people, security, software, structure].flat();

describe("the schema and the loader", () => {
  it("agree about the company", () => {
    for (const [file, text] of Object.entries(company)) assert.deepEqual(objections(file, text), [], file);
  });

  for (const one of all) {
    const refused = one.codes.find((code) => structural.includes(code));
    if (refused === undefined || byTheLoaderAlone.includes(one.what)) continue;
    it(`both refuse ${one.what} (${refused})`, () => {
      const found = Object.entries(textsOf(one)).flatMap(([file, text]) => objections(file, text));
      assert.notDeepEqual(found, []);
    });
  }

  for (const one of all) {
    if (one.codes.some((code) => diagnostics[code].severity === "error")) continue;
    it(`both take ${one.what} (${one.codes.join()})`, () => {
      for (const [file, text] of Object.entries(textsOf(one))) assert.deepEqual(objections(file, text), [], file);
    });
  }

  it("agree about every way to write a text, in any place", () => {
    fc.assert(
      fc.property(place, written, ([file, from], value) => {
        const edits: Case["edits"] = [[file, from, from.replace(/(?<=: )\S.*$/u, () => value)]];
        const { loaded } = loadCompany({ edits });
        if (loaded.diagnostics.some(({ severity }) => severity === "error")) return;
        for (const [name, text] of Object.entries(textsOf({ edits }))) {
          assert.deepEqual(objections(name, text), [], `${from} → ${value}`);
        }
      }),
      { numRuns: Number(process.env["RUNS"] ?? 60) },
    );
  });
});

const lines = Object.entries(company).flatMap(([file, text]) =>
  text.split("\n").flatMap((line) => (/^ +[a-z-]+: [^{[]+$/u.test(line) ? [[file, line] as const] : [])),
);
const place = fc.constantFrom(...lines);

/** Texts, and what YAML takes for something else when it stands without quotes. */
const written = fc.constantFrom(
  ..."x|20|0|-1|1.5|1e3|0x1F|0o17|.inf|-.inf|.nan|true|false|yes|no|on|null|~|Null|2027-03-31|12:30|1_000".split("|"),
  ..."'20'|\"true\"|'2027-03-31'|\"012345678901\"|9999999999|1234567890.5|1e12|8 hours|90 minutes|13 hours".split("|"),
  ..."Production|all accounts|accounts under Workloads|accounts tagged environment=production and Security".split("|"),
  ..."accounts in Workloads/Production except Production|[Production]|[Development, Production]|accounts".split("|"),
  ..."eu-west-1|lambda|glue.amazonaws.com|a, b|a@b.example|https://console.aws.amazon.com/|Operations".split("|"),
);

function textsOf({ edits = [], files = {} }: Pick<Case, "edits" | "files">): Record<string, string> {
  const texts: Record<string, string> = { ...company };
  for (const [file, text] of Object.entries(files)) if (typeof text === "string") texts[file] = text;
  for (const [file, from, to] of edits) texts[file] = (texts[file] ?? "").replace(from, () => to);
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, text.replaceAll("▸", "")]));
}
