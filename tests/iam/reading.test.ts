import assert from "node:assert/strict";
import fc from "fast-check";
import type { DocumentKind, FindingCode } from "../../iam/finding.ts";
import { refusedByAws } from "../../iam/finding.ts";
import { normalize } from "../../iam/normalize.ts";
import { readDocument } from "../../iam/reading.ts";
import { callerDocument } from "./arbitrary-decisions.ts";
import { arbitraryJson } from "./arbitrary-json.ts";

const good = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" };
const codes = (document: unknown, kind: DocumentKind = "identity"): FindingCode[] =>
  readDocument(document, kind).findings.map(({ code }) => code);

describe("reading", () => {
  const document = { Version: "2012-10-17", Statement: [{ Sid: "One", ...good }] };

  const spellings: [string, unknown][] = [
    ["text", JSON.stringify(document)],
    ["text with white space", `\n\t${JSON.stringify(document, undefined, 4)} \r\n`],
    ["text with escapes", JSON.stringify(document).replaceAll("s3", "\\u00733").replaceAll("/", "\\/")],
    ["a single statement", { ...document, Statement: document.Statement[0] }],
    ["lists of one", { ...document, Statement: [{ ...document.Statement[0], Action: ["S3:GETOBJECT"] }] }],
    ["elements in another order", { Statement: document.Statement, Version: document.Version }],
    ["an empty condition", { ...document, Statement: [{ ...document.Statement[0], Condition: {} }] }],
  ];
  for (const [name, spelling] of spellings)
    it(`reads ${name} alike`, () => {
      const { statements, findings } = readDocument(spelling, "identity");
      assert.deepEqual(statements, normalize(document));
      assert.deepEqual(findings, []);
    });

  const broken: [string, string, FindingCode[]][] = [
    ["what is no JSON", "{", ["document-not-json"]],
    ["nothing", "", ["document-not-json"]],
    ["other JSON", "[]", ["document-not-object"]],
    ["a key twice", JSON.stringify(document).replace("{", '{"Statement":[],'), ["key-repeated"]],
    ["a key twice, once escaped", '{"Version":"2012-10-17","Statement":[],"\\u0053tatement":[]}', ["key-repeated"]],
  ];
  for (const [name, text, expected] of broken)
    it(`reports ${name}`, () => {
      assert.equal(codes(text)[0], expected[0]);
    });

  it("says where a key stands twice", () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{},{"Action":["a",{"b":"{"}],"Effect":"Allow","Effect":"Deny"}]}';
    assert.deepEqual(readDocument(text, "identity").findings[0]?.path, ["Statement", 1, "Effect"]);
  });

  it("takes the same key in two objects, and as a value, for no repetition", () => {
    const text = '{"Version":"2012-10-17","Statement":[{"Sid":"Sid"},{"Sid":"Effect","Effect":"Allow"}]}';
    assert.ok(!codes(text).includes("key-repeated"));
  });

  it("reads the statements beside a broken one, at their own places", () => {
    const { statements, findings } = readDocument({ ...document, Statement: [{ Effect: "allow" }, good] }, "identity");
    assert.deepEqual(
      statements.map(({ index }) => index),
      [1],
    );
    assert.ok(findings.every(({ statement }) => statement === 0));
  });

  it("reads whatever there is without throwing, and has an error for each statement it could not read", () => {
    const kinds = fc.constantFrom<DocumentKind>("identity", "trust", "resource", "scp", "rcp", "boundary");
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryJson,
          arbitraryJson.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
        kinds,
        (value, kind) => {
          const { statements, findings } = readDocument(value, kind);
          const data = typeof value === "string" ? undefined : (value as { Statement?: unknown } | null)?.Statement;
          if (!Array.isArray(data)) return;
          for (let index = 0; index < data.length; index++)
            assert.ok(
              statements.some((statement) => statement.index === index) ||
                findings.some((finding) => finding.statement === index && refusedByAws(finding)),
            );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads right documents as evaluation does", () => {
    fc.assert(
      fc.property(callerDocument, (policy) => {
        assert.deepEqual(readDocument(JSON.stringify(policy), "identity").statements, normalize(policy));
      }),
    );
  });
});
