import assert from "node:assert/strict";
import { canonicalJson } from "../../iam/canonical.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import { documentSize } from "../../iam/document-size.ts";

const document: PolicyDocument = {
  Statement: [
    {
      Resource: ["arn:aws:s3:::b/*", "arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
      Action: ["s3:GetObject"],
      Effect: "Allow",
      Sid: "Second",
      Condition: {
        StringLike: { "s3:prefix": ["b", "a"], "aws:PrincipalArn": "x" },
        Bool: { "aws:SecureTransport": "true" },
      },
    },
    {
      Sid: "First",
      Effect: "Deny",
      NotAction: "iam:*",
      NotResource: "*",
      NotPrincipal: { Service: "b.amazonaws.com", AWS: ["*"] },
    },
  ],
  Version: "2012-10-17",
};

describe("canonical JSON", () => {
  it("has one order of elements, sorted sets, and one spelling of one value", () => {
    assert.equal(
      canonicalJson(document),
      '{"Version":"2012-10-17","Statement":[' +
        '{"Sid":"First","Effect":"Deny","NotPrincipal":{"AWS":"*","Service":"b.amazonaws.com"},"NotAction":"iam:*","NotResource":"*"},' +
        '{"Sid":"Second","Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"],' +
        '"Condition":{"Bool":{"aws:SecureTransport":"true"},"StringLike":{"aws:PrincipalArn":"x","s3:prefix":["a","b"]}}}]}',
    );
  });

  it("is the same for the same document in another order", () => {
    const reordered = { ...document, Statement: document.Statement.toReversed() };
    assert.equal(canonicalJson(reordered), canonicalJson(document));
    assert.equal(canonicalJson(JSON.parse(canonicalJson(document)) as PolicyDocument), canonicalJson(document));
  });

  it("orders statements without Sid by their text", () => {
    const statements = document.Statement.map((statement) => ({ ...statement, Sid: "" }));
    const [one, other] = [statements, statements.toReversed()].map((Statement) =>
      canonicalJson({ ...document, Statement }),
    );
    assert.equal(one, other);
  });
});

describe("document size", () => {
  const text =
    '{ "Version": "2012-10-17",\n  "Statement": [{ "Sid": "", "Condition": {"StringLike": {"a:b": "c \\" d"}} }] }';

  it("counts no white space outside of strings for IAM", () => {
    const counted = JSON.stringify(JSON.parse(text)).length;
    for (const kind of ["identity", "trust", "boundary"] as const) assert.equal(documentSize(text, kind), counted);
  });

  it("counts every character for Organizations", () => {
    for (const kind of ["scp", "rcp"] as const) assert.equal(documentSize(text, kind), text.length);
  });

  it("counts data as its canonical JSON", () => {
    assert.equal(documentSize(document, "identity"), canonicalJson(document).length);
    assert.equal(documentSize(document, "scp"), canonicalJson(document).length);
  });
});
