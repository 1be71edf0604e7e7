import type { Case } from "../cases.ts";
import { type Given, notKnown } from "../judge.ts";

const pack = { config: { "no-iam-user": { breakGlassUsers: ["break-glass-1"] } } };
const withoutPreview = { ...pack, resourcesOnly: true };

const setUp = ["iam:EnableMFADevice", "iam:GetUser", "iam:ListMFADevices", "iam:ResyncMFADevice", "iam:ChangePassword"];
const deny = {
  Effect: "Deny",
  NotAction: setUp,
  Resource: "*",
  Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
};
const text = (...statements: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

const password = (more: Partial<Given> = {}): Given => ({
  type: "aws:iam/userLoginProfile:UserLoginProfile",
  name: "password",
  props: { user: "break-glass-1", pgpKey: "keybase:operations" },
  dependsOn: ["mfa"],
  ...more,
});
const written = (policy: unknown, more: Partial<Given> = {}): Given => ({
  type: "aws:iam/userPolicy:UserPolicy",
  name: "mfa",
  props: { user: "break-glass-1", policy },
  ...more,
});
const program = (...statements: unknown[]) => [written(text(...statements)), password()];

const good: [string, Given[]][] = [
  ["a policy written on the user", program(deny)],
  ["in any spelling", [written({ Version: "2012-10-17", Statement: { ...deny, Resource: ["*"] } }), password()]],
  [
    "with the key absent and false denied apart",
    program(
      { ...deny, Condition: { Bool: { "AWS:MultiFactorAuthPresent": false } } },
      { ...deny, Condition: { Null: { "aws:multifactorauthpresent": "true" } } },
    ),
  ],
  [
    "by the age of the factor, which is missing without one",
    program({ ...deny, Condition: { Null: { "aws:MultiFactorAuthAge": "true" } } }),
  ],
  ["that denies even setting it up", program({ ...deny, NotAction: undefined, Action: "*" })],
  ["that spares looking at IAM", program({ ...deny, NotAction: [...setUp, "iam:Get*", "iam:List*"] })],
  ["beside permissions", program({ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }, deny)],
  [
    "a policy of the user's group",
    [
      { type: "aws:iam/groupPolicy:GroupPolicy", name: "mfa", props: { group: "DevOps-Admin", policy: text(deny) } },
      {
        type: "aws:iam/groupMembership:GroupMembership",
        name: "m",
        props: { group: "DevOps-Admin", users: ["break-glass-1"] },
      },
      password({ dependsOn: ["mfa", "m"] }),
    ],
  ],
  [
    "a customer managed policy that is attached to it",
    [
      { type: "aws:iam/policy:Policy", name: "p", props: { name: "mfa", path: "/", policy: text(deny) } },
      {
        type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        name: "mfa",
        props: { user: "break-glass-1", policyArn: "arn:aws:iam::111122223333:policy/mfa" },
        dependsOn: ["p"],
      },
      password(),
    ],
  ],
  [
    "one of a list of attachments",
    [
      { type: "aws:iam/policy:Policy", name: "p", props: { name: "mfa", path: "/x/", policy: text(deny) } },
      {
        type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
        name: "mfa",
        props: { userName: "break-glass-1", policyArns: ["arn:aws:iam::111122223333:policy/x/mfa"] },
        dependsOn: ["p"],
      },
      password(),
    ],
  ],
];

const bad: [string, Given[]][] = [
  ["nothing but a device", [{ type: "aws:iam/virtualMfaDevice:VirtualMfaDevice", name: "mfa" }, password()]],
  ["an Allow where the Deny should be", program({ ...deny, Effect: "Allow" })],
  [
    "an Allow with MFA",
    program({
      Effect: "Allow",
      Action: "*",
      Resource: "*",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    }),
  ],
  [
    "a Deny that holds with MFA",
    program({ ...deny, Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } } }),
  ],
  [
    "a Deny that lets keys through",
    program({ ...deny, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }),
  ],
  [
    "a Deny that lets the console through",
    program({ ...deny, Condition: { Null: { "aws:MultiFactorAuthPresent": "true" } } }),
  ],
  ["a Deny of some actions", program({ ...deny, NotAction: undefined, Action: ["ec2:*", "s3:*"] })],
  ["a Deny on some resources", program({ ...deny, Resource: "arn:aws:s3:::*" })],
  ["a Deny that spares a service", program({ ...deny, NotAction: [...setUp, "sts:*"] })],
  ["a Deny that spares IAM", program({ ...deny, NotAction: "iam:*" })],
  ["a Deny that spares taking the factor away", program({ ...deny, NotAction: [...setUp, "iam:DeactivateMFADevice"] })],
  [
    "a Deny that also hangs on something else",
    program({ ...deny, Condition: { ...deny.Condition, StringEquals: { "aws:RequestedRegion": "eu-central-1" } } }),
  ],
  [
    "a Deny of another key that sounds like it",
    program({ ...deny, Condition: { BoolIfExists: { "aws:PrincipalTag/MultiFactorAuthPresent": "false" } } }),
  ],
  ["a document that AWS would refuse", program({ ...deny, Effect: "deny" })],
  [
    "another user's policy",
    [written(text(deny), { props: { user: "break-glass-2", policy: text(deny) } }), password()],
  ],
  [
    "another account's policy",
    [written(text(deny), { provider: "urn:pulumi:prod::shop::pulumi:providers:aws::Other" }), password()],
  ],
  [
    "a policy that nobody attaches",
    [{ type: "aws:iam/policy:Policy", name: "mfa", props: { name: "mfa", policy: text(deny) } }, password()],
  ],
  [
    "a policy of a group that it is not in",
    [
      { type: "aws:iam/groupPolicy:GroupPolicy", name: "mfa", props: { group: "DevOps-Admin", policy: text(deny) } },
      {
        type: "aws:iam/groupMembership:GroupMembership",
        name: "m",
        props: { group: "DevOps-Admin", users: ["break-glass-2"] },
      },
      password({ dependsOn: ["mfa", "m"] }),
    ],
  ],
];

const attachedLater: Given[] = [
  { type: "aws:iam/policy:Policy", name: "p", props: { name: "mfa", policy: text(deny) } },
  {
    type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    name: "mfa",
    props: { user: "break-glass-1", policyArn: notKnown },
    from: { policyArn: ["p"] },
  },
  password(),
];

export const breakGlassCases: Record<string, Case[]> = {
  "mfa-before-password": [
    ...good.map(([title, given]) => ({ title, program: given, pack, expected: [] })),
    ...good.map(([title, given]) => ({
      title: `${title}, without a preview`,
      program: given,
      pack: withoutPreview,
      expected: [],
    })),
    ...bad.map(([title, given]) => ({ title, program: given, pack: withoutPreview, expected: ["mandatory" as const] })),
    {
      title: "an attachment that is known by what it is made from",
      program: attachedLater,
      pack,
      expected: ["advisory"],
      says: /`policyArn of "mfa"`/,
    },
    {
      title: "the same with a policy that denies nothing",
      program: attachedLater.map((given) =>
        given.name === "p" ? { ...given, props: { name: "mfa", policy: text({ ...deny, NotAction: "*" }) } } : given,
      ),
      pack,
      expected: ["advisory", "mandatory"],
    },
    {
      title: "a policy that is not known yet",
      program: [written(notKnown), password()],
      pack,
      expected: ["advisory", "advisory"],
    },
    {
      title: "a policy that the password does not wait for",
      program: [written(text(deny)), password({ dependsOn: [] })],
      pack,
      expected: ["mandatory"],
      says: /does not depend on/,
    },
    {
      title: "a policy that comes after the password",
      program: [password({ dependsOn: [] }), written(text(deny))],
      pack: withoutPreview,
      expected: ["mandatory"],
    },
    { title: "a user that is not for break-glass has no password to guard", program: [password()], expected: [] },
  ],
  "no-console-password": [
    {
      title: "a password",
      program: [password({ props: { user: "alice", pgpKey: "keybase:a" } })],
      expected: ["mandatory"],
      says: /"alice"/,
    },
    {
      title: "a password in the state",
      program: [password({ props: { user: "alice" } })],
      expected: ["mandatory", "mandatory"],
    },
    {
      title: "a break-glass user's in the state",
      program: [password({ props: { user: "break-glass-1" } })],
      pack,
      expected: ["mandatory"],
      says: /state/,
    },
    { title: "a break-glass user's", program: [password()], pack, expected: [] },
    {
      title: "one in the state, for a user that is not known yet",
      program: [password({ props: { user: notKnown } })],
      pack,
      expected: ["mandatory", "advisory"],
    },
    {
      title: "one for a user that is told by what it refers to",
      program: [
        { type: "aws:iam/user:User", name: "alice", props: { name: "alice" } },
        password({ props: { user: notKnown, pgpKey: "keybase:a" }, from: { user: ["alice"] } }),
      ],
      pack,
      expected: ["advisory", "mandatory"],
    },
    {
      title: "and for a break-glass user",
      program: [
        { type: "aws:iam/user:User", name: "b", props: { name: "break-glass-1" } },
        password({ props: { user: notKnown, pgpKey: "keybase:a" }, from: { user: ["b"] } }),
      ],
      pack,
      expected: ["advisory"],
    },
  ],
};
