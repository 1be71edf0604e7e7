import assert from "node:assert/strict";
import fc from "fast-check";
import { managedPolicy, managedPolicyNames } from "../../iam/catalogue/managed-policies.ts";
import { findingKinds, refusedByAws, type DocumentKind, type FindingCode } from "../../iam/finding.ts";
import { validateDocument } from "../../iam/validate.ts";
import { arbitraryJson } from "./arbitrary-json.ts";
import cases from "./cases/findings.json" with { type: "json" };

interface Case {
  name: string;
  kind?: DocumentKind;
  /** A whole document, or one statement of an otherwise right document. */
  document?: unknown;
  statement?: unknown;
  findings: { code: FindingCode; path: string; fix?: string }[];
}

describe("validation of policy documents", () => {
  for (const { name, kind = "identity", document, statement, findings } of cases as Case[])
    it(`${kind}: ${name}`, () => {
      const whole = document === undefined ? { Version: "2012-10-17", Statement: [statement] } : document;
      const found = validateDocument(whole, kind).map(({ code, path, fix }) => ({
        code,
        path: path.join("."),
        ...(fix !== undefined && { fix }),
      }));
      assert.deepEqual(found, findings);
    });

  it("has a case for every code", () => {
    // What is wrong with the text itself is found before: see reading.test.ts.
    const covered = new Set<FindingCode>(["document-not-json", "key-repeated"]);
    for (const { findings } of cases as Case[]) for (const { code } of findings) covered.add(code);
    assert.deepEqual(
      Object.keys(findingKinds).filter((code) => !covered.has(code as FindingCode)),
      [],
    );
  });

  it("finds nothing that AWS would refuse in AWS's own policies", function () {
    this.timeout(60_000);
    for (const name of managedPolicyNames())
      assert.deepEqual(validateDocument(managedPolicy(name)?.document, "identity").filter(refusedByAws), [], name);
  });

  it("takes any JSON whatever, and never throws", () => {
    const kinds = fc.constantFrom<DocumentKind>("identity", "trust", "resource", "scp", "rcp", "boundary");
    fc.assert(
      fc.property(arbitraryJson, kinds, (document, kind) => Array.isArray(validateDocument(document, kind))),
      { numRuns: 500 },
    );
  });

  it("says which statement is meant", () => {
    const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }, {}] };
    assert.deepEqual([...new Set(validateDocument(document, "identity").map(({ statement }) => statement))], [1]);
    assert.equal(validateDocument({ Version: "2012-10-17", Statement: {} }, "identity")[0]?.statement, 0);
    assert.equal(validateDocument({ Version: "2012-10-17" }, "identity")[0]?.statement, undefined);
  });
});
