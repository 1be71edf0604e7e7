import type { Case } from "../cases.ts";
import { notKnown, type Given } from "../judge.ts";

const limit = "arn:aws:iam::111122223333:policy/limit";
const policy = (props: object = { name: "limit" }): Given => ({
  type: "aws:iam/policy:Policy",
  name: "limit",
  props: {
    policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}',
    ...props,
  },
});
const role = (permissionsBoundary: unknown, more: object = {}): Given => ({
  type: "aws:iam/role:Role",
  name: "shop",
  props: { name: "shop", permissionsBoundary, ...more },
});
const attached = (policyArn: unknown, made?: string): Given => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "grant",
  props: { role: "other", policyArn },
  ...(made !== undefined && { from: { policyArn: [made] } }),
});
const reference = { customerManagedPolicyReference: { name: "limit", path: "/" } };
const ofSet = (type: string, props: object): Given => ({
  type: `aws:ssoadmin/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`,
  name: type,
  props: { permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1", ...props },
});

export const boundaryCases: Record<string, Case[]> = {
  "boundary-attached": [
    { title: "by its ARN", program: [role(limit), attached(limit)], expected: ["mandatory"] },
    {
      title: "by what makes it",
      program: [policy(), role(limit), attached(notKnown, "limit")],
      expected: ["mandatory"],
    },
    {
      title: "by what makes it, on both sides",
      program: [
        policy({}),
        { ...role(notKnown), from: { permissionsBoundary: ["limit"] } },
        attached(notKnown, "limit"),
      ],
      expected: ["mandatory"],
      says: /permissions boundary "limit"/,
    },
    { title: "in a role's own list", program: [role(limit, { managedPolicyArns: [limit] })], expected: ["mandatory"] },
    {
      title: "of a permission set",
      program: [
        ofSet("PermissionsBoundaryAttachment", { permissionsBoundary: reference }),
        ofSet("CustomerManagedPolicyAttachmentsExclusive", { customerManagedPolicyReferences: [{ name: "limit" }] }),
      ],
      expected: ["mandatory"],
    },
    { title: "another policy", program: [policy(), role(limit), attached(`${limit}s`)], expected: [] },
    { title: "another path", program: [role(limit), attached(limit.replace("limit", "x/limit"))], expected: [] },
    {
      title: "AWS's own",
      program: [role("arn:aws:iam::aws:policy/ReadOnlyAccess"), attached("arn:aws:iam::aws:policy/ReadOnlyAccess")],
      expected: [],
    },
    { title: "a boundary alone", program: [policy(), role(limit)], expected: [] },
    { title: "a grant alone", program: [policy(), attached(limit)], expected: [] },
  ],
  "sso-user-assignment": [
    { title: "a person", program: [ofSet("AccountAssignment", { principalType: "USER" })], expected: ["advisory"] },
    { title: "a group", program: [ofSet("AccountAssignment", { principalType: "GROUP" })], expected: [] },
  ],
};
