import type { Case } from "../case.ts";

const duration = "session-duration: 4 hours";
const long = "x".repeat(33);

/** Keys, kinds of value, the form of texts. */
export const structure: Case[] = [
  { what: "a key is misspelt", codes: ["unknown-key"], edits: [["prod.yaml", duration, "▸sesion-duration: 4 hours"]] },
  {
    what: "a section is misspelt",
    codes: ["unknown-key"],
    edits: [["base.yaml", "policies:\n", "▸polices: x\npolicies:\n"]],
  },
  {
    what: "a key of an entry of access is misspelt",
    codes: ["unknown-key"],
    edits: [["prod.yaml", "reason: Move", "▸resson: x\n        reason: Move"]],
  },
  {
    what: "a key is missing",
    codes: ["missing-key"],
    edits: [
      ["prod.yaml", "  Audit:\n", "  ▸Audit:\n"],
      ["prod.yaml", "description: Look at everything\n    owner: Operations\n", "description: Look at everything\n"],
    ],
  },
  {
    what: "a key of few words is missing",
    codes: ["missing-key"],
    edits: [
      ["base.yaml", "  GitHub:\n", "  ▸GitHub:\n"],
      ["base.yaml", "    type: oidc\n", ""],
    ],
  },
  {
    what: "a list where a word is expected",
    codes: ["wrong-type"],
    edits: [["base.yaml", "type: oidc", "▸type: [oidc]"]],
  },
  {
    what: "a key is missing in a block of a line",
    codes: ["missing-key"],
    edits: [["base.yaml", "ada: { given-name: Ada,", "▸ada: {"]],
  },
  {
    what: "the organization misses a key",
    codes: ["missing-key"],
    edits: [["base.yaml", "organization:\n  id: o-a1b2c3d4e5\n", "▸organization:\n"]],
  },
  {
    what: "text where a list is expected",
    codes: ["wrong-type"],
    edits: [["prod.yaml", "aws-managed-policies: [ViewOnlyAccess]", "aws-managed-policies: ▸ViewOnlyAccess"]],
  },
  {
    what: "text where a cell is expected",
    codes: ["wrong-type"],
    edits: [["dev.yaml", "Development: [Developer]", "Development: ▸Developer"]],
  },
  {
    what: "a list where a map is expected",
    codes: ["wrong-type"],
    edits: [["base.yaml", "  tags:\n    managed-by: access", "  ▸tags: [access]"]],
  },
  {
    what: "a map where text is expected",
    codes: ["text-became-map"],
    edits: [["prod.yaml", "description: Release the shop", "▸description: { Release: the shop }"]],
  },
  {
    what: "a word that is not in the list",
    codes: ["value-not-allowed"],
    edits: [["base.yaml", "type: oidc", "type: ▸openid"]],
  },
  {
    what: "a name that is too long",
    codes: ["text-length"],
    edits: [
      ["prod.yaml", "  Audit:\n", `  ▸${long}:\n`],
      ["prod.yaml", "all accounts: [Audit]", `all accounts: [${long}]`],
      ["prod.yaml", "Security: [Audit]", `Security: [${long}]`],
    ],
  },
  {
    what: "a description that is too long",
    codes: ["text-length"],
    edits: [["prod.yaml", "description: Release the shop", `description: ▸${"x".repeat(701)}`]],
  },
  {
    what: "a character that AWS does not take",
    codes: ["text-characters"],
    edits: [["prod.yaml", "description: Release the shop", "description: ▸Release the shop → now"]],
  },
  {
    what: "an execution role whose name is too long",
    codes: ["text-length"],
    edits: [["prod.yaml", "    execution-role:", `    role-name: ${"r".repeat(55)}\n    ▸execution-role:`]],
  },
  {
    what: "a name with a space",
    codes: ["name-characters"],
    edits: [
      ["base.yaml", "  Auditors: {", "  ▸All Auditors: {"],
      ["prod.yaml", "  Auditors:", "  All Auditors:"],
    ],
  },
  {
    what: "a name that is every object's",
    codes: ["name-characters"],
    edits: [
      ["base.yaml", "  ada: {", "  ▸constructor: {"],
      ["base.yaml", "[ada]", "[constructor]"],
    ],
  },
  {
    what: "a stack's name with capitals",
    codes: ["name-characters"],
    stackFile: "dev.yaml",
    edits: [["prod.yaml", "stack: prod", "stack: ▸Prod"]],
  },
  {
    what: "account and accounts",
    codes: ["choose-one"],
    edits: [["prod.yaml", "account: Production", "account: Production\n    ▸accounts: [Production]"]],
  },
  {
    what: "neither runs-on nor trust",
    codes: ["choose-one"],
    edits: [
      ["dev.yaml", "  web:", "  ▸web:"],
      ["dev.yaml", "    runs-on: lambda\n", ""],
    ],
  },
  {
    what: "neither synced nor managed",
    codes: ["choose-one"],
    edits: [["base.yaml", "  Auditors: { members: [ada] }", "  ▸Auditors: { display-name: auditors }"]],
  },
  {
    what: "synced and managed",
    codes: ["choose-one"],
    edits: [["base.yaml", "{ members: [ada] }", "{ synced-from: Okta, display-name: a, ▸members: [ada] }"]],
  },
  {
    what: "a service account outside EKS",
    codes: ["key-does-not-apply"],
    edits: [["dev.yaml", "runs-on: lambda", "runs-on: lambda\n    ▸service-account: shop/web"]],
  },
  {
    what: "an execution role outside ECS",
    codes: ["key-does-not-apply"],
    edits: [["dev.yaml", "runs-on: lambda", "runs-on: lambda\n    ▸execution-role: { deny: [delete databases] }"]],
  },
  {
    what: "a subject of a pipeline in AWS",
    codes: ["key-does-not-apply"],
    edits: [["prod.yaml", "runs-on: codebuild", "runs-on: codebuild\n      ▸subject: repo:a/b:environment:c"]],
  },
  {
    what: "an id of a group that is made here",
    codes: ["key-does-not-apply"],
    edits: [["base.yaml", "{ members: [ada] }", "{ members: [ada], ▸id: 906790d5-5a1b-4b4e-9d0e-2f6a4c1b7e3d }"]],
  },
  {
    what: "a list says something twice",
    codes: ["duplicate-entry"],
    edits: [["prod.yaml", "[ViewOnlyAccess]", "[ViewOnlyAccess, ▸ViewOnlyAccess]"]],
  },
  {
    what: "a cell names a set twice",
    codes: ["duplicate-entry"],
    edits: [["prod.yaml", "Production: [Deploy]", "Production: [Deploy, ▸Deploy]"]],
  },
  {
    what: "an earlier name is a key",
    codes: ["formerly-taken"],
    edits: [["prod.yaml", "runs-on: ecs", "runs-on: ecs\n    formerly: [shop, ▸cluster-job]"]],
  },
  {
    what: "an earlier name is another's too",
    codes: ["formerly-taken"],
    edits: [
      ["prod.yaml", "runs-on: ecs", "runs-on: ecs\n    formerly: [shop]"],
      ["prod.yaml", "runs-on: eks", "runs-on: eks\n    formerly: [▸shop]"],
    ],
  },
  ...["expect"].map((section): Case => ({
    what: `the section ${section}`,
    codes: ["not-supported-yet"],
    edits: [["prod.yaml", "access:\n", `▸${section}: { a: b }\n\naccess:\n`]],
  })),
  { what: "a date of another form", codes: ["date"], edits: [["prod.yaml", "until: 2027-03-31", "until: ▸31.3.2027"]] },
  {
    what: "a day that does not exist",
    codes: ["date"],
    edits: [["base.yaml", "next-review: 2027-06-30", "next-review: ▸2027-06-31"]],
  },
  {
    what: "not an e-mail address",
    codes: ["email"],
    edits: [["base.yaml", "management@example.com", "▸management"]],
  },
  ...["8h", "45 minutes", "13 hours", "0 hours", "1.5 hours", "2  hours"].map((text): Case => ({
    what: `the session duration ${text}`,
    codes: ["session-duration"],
    edits: [["prod.yaml", duration, `session-duration: ▸${text}`]],
  })),
  ...["boundaries", "/boundaries", "/a b/", "/bootstrap/", "/bootstrap/mine/"].map((text): Case => ({
    what: `the path ${text}`,
    codes: ["iam-path"],
    edits: [["base.yaml", "description: Read logs", `description: Read logs\n    path: ▸${text}`]],
  })),
];
