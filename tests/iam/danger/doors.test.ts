import assert from "node:assert/strict";
import { openDoors } from "../../../iam/danger/outsiders.ts";
import { looseSubjects } from "../../../iam/danger/web-identity.ts";
import { normalize, type NormalStatement } from "../../../iam/normalize.ts";

const own = "111122223333";
const read = (...statements: unknown[]): NormalStatement[] =>
  normalize({ Version: "2012-10-17", Statement: statements });
const allow = (Principal: unknown, Condition?: unknown, Action: unknown = "sts:AssumeRole"): unknown => ({
  Effect: "Allow",
  Principal,
  Action,
  Condition,
});

describe("doors that are open to anybody", () => {
  const org = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
  const otherOrgs = { StringNotEquals: org.StringEquals };
  const cases: [string, "trust" | "resource", boolean, ...unknown[]][] = [
    ["everybody", "trust", true, allow("*")],
    ["everybody of AWS", "trust", true, allow({ AWS: "*" })],
    ["everybody in a list", "trust", true, allow({ AWS: [own, "*"] })],
    ["one account", "trust", false, allow({ AWS: `arn:aws:iam::${own}:root` })],
    ["a service", "trust", false, allow({ Service: "ec2.amazonaws.com" })],
    ["every service", "trust", true, allow({ Service: "*" })],
    ["one organization", "trust", false, allow("*", org)],
    ["an external id", "trust", true, allow("*", { StringEquals: { "sts:ExternalId": "abc" } })],
    ["a network, to take on a role", "trust", true, allow("*", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })],
    ["a network, to fetch data", "resource", false, allow("*", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })],
    ["any network", "resource", true, allow("*", { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } })],
    ["everybody, denied", "trust", false, { ...(allow("*") as object), Effect: "Deny" }],
    [
      "everybody, and all but one organization denied",
      "resource",
      false,
      allow("*"),
      {
        Effect: "Deny",
        Principal: "*",
        Action: "*",
        Condition: otherOrgs,
      },
    ],
    [
      "everybody, and all principals but one denied",
      "resource",
      false,
      allow("*"),
      { Effect: "Deny", NotPrincipal: { AWS: [own, `arn:aws:iam::${own}:role/web`] }, Action: "*" },
    ],
    [
      "everybody, and all services but one denied",
      "resource",
      true,
      allow("*"),
      { Effect: "Deny", NotPrincipal: { Service: "ec2.amazonaws.com" }, Action: "*" },
    ],
    [
      "everybody, and one organization denied",
      "resource",
      true,
      allow("*"),
      { Effect: "Deny", Principal: "*", Action: "*", Condition: org },
    ],
    [
      "everybody, and all but one organization denied something else",
      "resource",
      true,
      allow("*"),
      {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:PutObject",
        Condition: otherOrgs,
      },
    ],
    ...(
      [
        ["all but what is allowed", { NotAction: "s3:GetObject" }, {}],
        ["what only a longer name matches", { Action: "s3:?" }, {}],
        ["all the actions, on what is not allowed", { Action: "*", Resource: "a" }, { NotResource: "a" }],
      ] as const
    ).map(([what, denied, allowed]): (typeof cases)[number] => [
      `everybody, and all but one organization denied ${what}`,
      "resource",
      true,
      { ...(allow("*", undefined, "s3:*") as object), ...allowed },
      { Effect: "Deny", Principal: "*", Condition: otherOrgs, ...denied },
    ]),
    [
      "everybody, and all but one organization denied to one user",
      "resource",
      true,
      allow("*"),
      {
        Effect: "Deny",
        Principal: { AWS: own },
        Action: "*",
        Condition: otherOrgs,
      },
    ],
  ];
  for (const [name, kind, open, ...statements] of cases)
    it(`${kind}: ${name} is ${open ? "" : "not "}anybody`, () => {
      assert.equal(openDoors(read(...statements), kind).length, open ? 1 : 0);
    });
});

describe("subjects of identity providers", () => {
  const hub = "token.actions.githubusercontent.com";
  const arn = (issuer: string): string => `arn:aws:iam::${own}:oidc-provider/${issuer}`;
  const web = "sts:AssumeRoleWithWebIdentity";
  const trusting = (issuer: string, condition: unknown): NormalStatement[] =>
    read(
      allow(
        { Federated: issuer.endsWith("amazonaws.com") && !issuer.includes("eks") ? issuer : arn(issuer) },
        condition,
        web,
      ),
    );
  const aud = { [`${hub}:aud`]: "sts.amazonaws.com" };
  const subject = (value: unknown, operator = "StringLike"): unknown => ({
    StringEquals: aud,
    ...(operator === "StringEquals"
      ? { StringEquals: { ...aud, [`${hub}:sub`]: value } }
      : { [operator]: { [`${hub}:sub`]: value } }),
  });
  const eks = "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF";
  const cognito = "cognito-identity.amazonaws.com";
  const cases: [string, string, unknown, "audience" | "subject" | undefined][] = [
    ["nothing", hub, undefined, "audience"],
    ["the audience alone", hub, { StringEquals: aud }, "subject"],
    ["the subject alone", hub, { StringLike: { [`${hub}:sub`]: "repo:acme/shop:*" } }, "audience"],
    ["one branch", hub, subject("repo:acme/shop:ref:refs/heads/main", "StringEquals"), undefined],
    ["one repository", hub, subject("repo:acme/shop:*"), undefined],
    ["one organization", hub, subject("repo:acme/*"), undefined],
    ["everything", hub, subject("*"), "subject"],
    ["every repository", hub, subject("repo:*"), "subject"],
    ["every organization with such a repository", hub, subject("repo:*/shop:*"), "subject"],
    ["organizations whose name begins so", hub, subject("repo:acme*"), "subject"],
    ["every main branch", hub, subject("*:ref:refs/heads/main"), "subject"],
    ["one repository or anything", hub, subject(["repo:acme/shop:*", "repo:*"]), "subject"],
    ["whatever subject it is", hub, subject(`\${${hub}:sub}`, "StringEquals"), "subject"],
    ["whatever audience it is", hub, { StringEquals: { [`${hub}:aud`]: `\${${hub}:aud}` } }, "audience"],
    ["all but one repository", hub, subject("repo:acme/shop:*", "StringNotLike"), "subject"],
    ["a subject if there is one", hub, subject("repo:acme/shop:*", "StringLikeIfExists"), "subject"],
    ["all of no subjects", hub, subject("repo:acme/shop:*", "ForAllValues:StringLike"), "subject"],
    [
      "a subject of another issuer",
      hub,
      { StringEquals: { ...aud, "gitlab.com:sub": "project_path:acme/shop:ref_type:branch:ref:main" } },
      "subject",
    ],
    [
      "a service account",
      eks,
      { StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com", [`${eks}:sub`]: "system:serviceaccount:shop:web" } },
      undefined,
    ],
    [
      "a namespace",
      eks,
      {
        StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${eks}:sub`]: "system:serviceaccount:shop:*" },
      },
      undefined,
    ],
    [
      "every service account",
      eks,
      {
        StringEquals: { [`${eks}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${eks}:sub`]: "system:serviceaccount:*" },
      },
      "subject",
    ],
    [
      "users who signed in",
      cognito,
      {
        StringEquals: { [`${cognito}:aud`]: "eu-central-1:1234" },
        "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" },
      },
      undefined,
    ],
    [
      "users who did not",
      cognito,
      {
        StringEquals: { [`${cognito}:aud`]: "eu-central-1:1234" },
        "ForAnyValue:StringLike": { [`${cognito}:amr`]: "unauthenticated" },
      },
      "subject",
    ],
    ["users of any pool", cognito, { "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" } }, "audience"],
  ];
  for (const [name, issuer, condition, missing] of cases)
    it(`${issuer}, ${name}: ${missing === undefined ? "pinned" : `the ${missing} is open`}`, () => {
      assert.deepEqual(
        looseSubjects(trusting(issuer, condition)).map((found) => found.missing),
        missing === undefined ? [] : [missing],
      );
    });

  it("are no matter of providers of SAML, nor of other calls", () => {
    assert.deepEqual(
      looseSubjects(
        read(allow({ Federated: `arn:aws:iam::${own}:saml-provider/okta` }, undefined, "sts:AssumeRoleWithSAML")),
      ),
      [],
    );
    assert.deepEqual(looseSubjects(read(allow({ Federated: arn(hub) }, undefined, "sts:TagSession"))), []);
  });

  it("are a matter of a NotAction that does not name the call", () => {
    const sparing = (NotAction: string): number =>
      looseSubjects(read({ Effect: "Allow", Principal: { Federated: arn(hub) }, NotAction })).length;
    assert.deepEqual([sparing("sts:TagSession"), sparing(web)], [1, 0]);
  });
});
