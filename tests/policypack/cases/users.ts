import type { Case } from "../cases.ts";
import { notKnown } from "../judge.ts";

const breakGlass = { config: { "no-iam-user": { breakGlassUsers: ["break-glass-1"] } } };
const user = (props: Record<string, unknown>, name = "u") => ({ type: "aws:iam/user:User", name, props });

export const userCases: Record<string, Case[]> = {
  "no-iam-user": [
    { title: "a user", program: [user({ name: "alice" })], expected: ["mandatory"], says: /"alice" could sign in/ },
    { title: "a user without a name", program: [user({})], expected: ["mandatory"] },
    { title: "a user whose name is not known", program: [user({ name: notKnown })], expected: ["mandatory"] },
    {
      title: "a user whose name is not known, with break-glass configured",
      program: [user({ name: notKnown })],
      pack: breakGlass,
      expected: ["mandatory"],
    },
    { title: "a break-glass user", program: [user({ name: "break-glass-1" })], pack: breakGlass, expected: [] },
    {
      title: "break-glass in other capitals is another user",
      program: [user({ name: "Break-Glass-1" })],
      pack: breakGlass,
      expected: ["mandatory"],
    },
    {
      title: "tags, path and logical name make no break-glass user",
      program: [user({ name: "alice", path: "/break-glass/", tags: { "break-glass": "true" } }, "break-glass-1")],
      pack: breakGlass,
      expected: ["mandatory"],
    },
    {
      title: "a break-glass user that no configuration names",
      program: [user({ name: "break-glass-1" })],
      expected: ["mandatory"],
    },
    {
      title: "a configuration that cannot be read names nobody",
      program: [user({ name: "break-glass-1" })],
      pack: { config: { "no-iam-user": { breakGlassUsers: "break-glass-1" } } },
      expected: ["mandatory"],
    },
    {
      title: "each of two users",
      program: [user({ name: "alice" }, "a"), user({ name: "bob" }, "b")],
      expected: ["mandatory", "mandatory"],
    },
    { title: "a role", program: [{ type: "aws:iam/role:Role", name: "r", props: { name: "r" } }], expected: [] },
  ],
  "no-user-policy": [
    {
      title: "an inline policy",
      program: [{ type: "aws:iam/userPolicy:UserPolicy", name: "p", props: { user: "alice", policy: "{}" } }],
      expected: ["mandatory"],
    },
    {
      title: "an attachment",
      program: [{ type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", name: "p", props: { user: "alice" } }],
      expected: ["mandatory"],
    },
    {
      title: "one for a user that is not known, where there is no break-glass user",
      program: [{ type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", name: "p", props: { user: notKnown } }],
      expected: ["mandatory"],
    },
    {
      title: "one for a user that is not known yet, where there is",
      program: [{ type: "aws:iam/userPolicyAttachment:UserPolicyAttachment", name: "p", props: { user: notKnown } }],
      pack: breakGlass,
      expected: ["advisory"],
      says: /`user` of .*UserPolicyAttachment "p"/,
    },
    {
      title: "a user that is not known yet is told by the resource it refers to",
      program: [
        user({ name: "alice" }),
        { type: "aws:iam/userPolicy:UserPolicy", name: "p", props: { user: notKnown }, from: { user: ["u"] } },
      ],
      pack: breakGlass,
      expected: ["advisory", "mandatory"],
    },
    {
      title: "and so is a break-glass user",
      program: [
        user({ name: "break-glass-1" }),
        { type: "aws:iam/userPolicy:UserPolicy", name: "p", props: { user: notKnown }, from: { user: ["u"] } },
      ],
      pack: breakGlass,
      expected: ["advisory"],
    },
    {
      title: "an attachment to roles and a user",
      program: [
        {
          type: "aws:iam/policyAttachment:PolicyAttachment",
          name: "p",
          props: { roles: ["r"], users: ["break-glass-1", "alice"] },
        },
      ],
      pack: breakGlass,
      expected: ["mandatory"],
      says: /users\[1\]/,
    },
    {
      title: "an attachment to roles alone",
      program: [{ type: "aws:iam/policyAttachment:PolicyAttachment", name: "p", props: { roles: ["r"] } }],
      expected: [],
    },
    {
      title: "a list of attachments",
      program: [
        {
          type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
          name: "p",
          props: { userName: "alice", policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "an empty list, which takes them all away",
      program: [
        {
          type: "aws:iam/userPoliciesExclusive:UserPoliciesExclusive",
          name: "p",
          props: { userName: "alice", policyNames: [] },
        },
      ],
      expected: [],
    },
    {
      title: "a break-glass user's",
      program: [{ type: "aws:iam/userPolicy:UserPolicy", name: "p", props: { user: "break-glass-1" } }],
      pack: breakGlass,
      expected: [],
    },
    {
      title: "a role's",
      program: [{ type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name: "p", props: { role: "r" } }],
      expected: [],
    },
  ],
  "no-iam-group": [
    {
      title: "a group that is not listed",
      program: [{ type: "aws:iam/group:Group", name: "g", props: { name: "Developers" } }],
      expected: ["mandatory"],
      says: /Billing-ReadOnly, Security-Audit, DevOps-Admin/,
    },
    {
      title: "a group without a known name",
      program: [{ type: "aws:iam/group:Group", name: "g", props: { name: notKnown } }],
      expected: ["mandatory"],
    },
    ...["Billing-ReadOnly", "Security-Audit", "DevOps-Admin"].map((name) => ({
      title: `the group ${name}`,
      program: [{ type: "aws:iam/group:Group", name: "g", props: { name } }],
      expected: [],
    })),
    {
      title: "a listed group in other capitals",
      program: [{ type: "aws:iam/group:Group", name: "g", props: { name: "devops-admin" } }],
      expected: ["mandatory"],
    },
    {
      title: "a group that the configuration lists",
      program: [{ type: "aws:iam/group:Group", name: "g", props: { name: "Operators" } }],
      pack: { config: { "no-iam-group": { iamGroups: ["Operators"] } } },
      expected: [],
    },
    {
      title: "members that are no break-glass users",
      program: [
        {
          type: "aws:iam/groupMembership:GroupMembership",
          name: "m",
          props: { group: "DevOps-Admin", users: ["break-glass-1", "alice", "bob"] },
        },
      ],
      pack: breakGlass,
      expected: ["mandatory", "mandatory"],
    },
    {
      title: "a user's membership of groups, one of them not listed",
      program: [
        {
          type: "aws:iam/userGroupMembership:UserGroupMembership",
          name: "m",
          props: { user: "break-glass-1", groups: ["DevOps-Admin", "Admins"] },
        },
      ],
      pack: breakGlass,
      expected: ["mandatory"],
      says: /groups\[1\]/,
    },
    {
      title: "a group that is known is not looked up, whatever it is made from",
      program: [
        { type: "aws:iam/group:Group", name: "g", props: { name: "Operators" } },
        {
          type: "aws:iam/groupMembership:GroupMembership",
          name: "m",
          props: { group: "DevOps-Admin", users: notKnown },
          from: { group: ["g"] },
        },
      ],
      pack: { config: { ...breakGlass.config, "no-iam-group": { iamGroups: ["DevOps-Admin"] } } },
      expected: ["mandatory", "advisory"],
    },
    {
      title: "break-glass users in a listed group",
      program: [
        {
          type: "aws:iam/groupMembership:GroupMembership",
          name: "m",
          props: { group: "DevOps-Admin", users: ["break-glass-1"] },
        },
      ],
      pack: breakGlass,
      expected: [],
    },
  ],
  "no-mfa-seed": [
    {
      title: "a virtual device",
      program: [
        { type: "aws:iam/virtualMfaDevice:VirtualMfaDevice", name: "d", props: { virtualMfaDeviceName: "phone" } },
      ],
      expected: ["advisory"],
    },
    { title: "a user", program: [user({ name: "alice" })], expected: [] },
  ],
  "password-policy": [
    {
      title: "passwords that may be short and used again",
      program: [
        {
          type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
          name: "p",
          props: { minimumPasswordLength: 8 },
        },
      ],
      expected: ["advisory", "advisory"],
    },
    {
      title: "passwords as the benchmark has them",
      program: [
        {
          type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
          name: "p",
          props: { minimumPasswordLength: 14, passwordReusePrevention: 24 },
        },
      ],
      expected: [],
    },
  ],
};
