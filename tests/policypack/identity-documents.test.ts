import assert from "node:assert/strict";
import { type Case, cases, statementsOf } from "../iam/danger/cases.ts";
import { documentOf as policyOf } from "./battery/row.ts";
import { type Given, judge, notKnown } from "./judge.ts";

type Unnamed = Omit<Given, "name"> & { name?: string };

/** The rules that block. */
const blocking = (program: Unnamed[]): string[] =>
  [
    ...new Set(
      judge(program.map((one, at) => ({ name: `r${at}`, ...one })))
        .filter(({ level }) => level === "mandatory")
        .map(({ rule }) => rule),
    ),
  ].sort();
const documentOf = (one: Case): string => policyOf(statementsOf(one));
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
});

/** Everywhere a policy of an identity can stand. */
const places: [string, (policy: unknown) => Unnamed][] = [
  ["an inline policy of a role", (policy) => ({ type: "aws:iam/rolePolicy:RolePolicy", props: { role: "a", policy } })],
  [
    "an inline policy within a role",
    (policy) => ({
      type: "aws:iam/role:Role",
      props: {
        assumeRolePolicy: trust,
        inlinePolicies: [
          { name: notKnown, policy: notKnown },
          { name: "b", policy },
        ],
      },
    }),
  ],
  [
    "an inline policy of a group",
    (policy) => ({ type: "aws:iam/groupPolicy:GroupPolicy", props: { group: notKnown, policy } }),
  ],
  [
    "an inline policy of a permission set",
    (inlinePolicy) => ({
      type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      props: { inlinePolicy, permissionSetArn: notKnown },
    }),
  ],
  [
    "a customer managed policy",
    (policy) => ({ type: "aws:iam/policy:Policy", props: { name: "a", arn: notKnown, policy } }),
  ],
];

describe("policies of identities in the pack", function () {
  this.timeout(60_000);

  for (const [place, resource] of places)
    it(`are judged in ${place}, whatever is unknown around them`, () => {
      for (const one of cases) {
        const found = blocking([resource(documentOf(one))]).filter((name) => name !== "policy-readable");
        assert.deepEqual(found, [...new Set(one.expect)].sort(), JSON.stringify(one));
      }
    });

  const broad: Unnamed = {
    type: "aws:iam/policy:Policy",
    name: "broad",
    props: { name: "ceiling", path: "/", policy: documentOf({ allow: "*", on: "*", expect: [] }), arn: notKnown },
  };
  const role = (props: Record<string, unknown>, from?: Record<string, string[]>): Unnamed => ({
    type: "aws:iam/role:Role",
    props: { assumeRolePolicy: trust, ...props },
    ...(from && { from }),
  });
  const attachment: Unnamed = {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { role: "a", policyArn: notKnown },
    from: { policyArn: ["broad"] },
  };

  it("may be broad where they are only ever a boundary", () => {
    assert.deepEqual(
      blocking([broad, role({ permissionsBoundary: notKnown }, { permissionsBoundary: ["broad"] })]),
      [],
    );
    assert.deepEqual(blocking([broad, role({ permissionsBoundary: "arn:aws:iam::111122223333:policy/ceiling" })]), []);
  });

  it("may not where they are attached too, or used by nobody, or by another name", () => {
    const bounded = role({ permissionsBoundary: notKnown }, { permissionsBoundary: ["broad"] });
    assert.deepEqual(blocking([broad]), ["admin"]);
    assert.deepEqual(blocking([broad, attachment]), ["admin"]);
    assert.deepEqual(blocking([broad, bounded, attachment]), ["admin", "boundary-attached"]);
    assert.deepEqual(blocking([broad, role({ permissionsBoundary: "arn:aws:iam::111122223333:policy/other" })]), [
      "admin",
    ]);
    assert.deepEqual(
      blocking([
        broad,
        bounded,
        {
          type: "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
          props: { customerManagedPolicyReferences: [{ name: "ceiling", path: "/" }] },
        },
      ]),
      ["admin", "boundary-attached"],
    );
  });

  it("gain nothing by tags, names or metadata", () => {
    const tags = { break: "glass", exempt: "true", "securecart:exception": "admin" };
    assert.deepEqual(blocking([{ ...broad, name: "break-glass", props: { ...broad.props, tags } }]), ["admin"]);
  });
});
