import type { Case } from "../case.ts";

const selector = (text: string): [string, string, string] => [
  "dev.yaml",
  "    Development: [Developer]",
  `    ${text}`,
];
const twoOus: [string, string, string] = ["base.yaml", "ou: Workloads/Development", "ou: Shop & Co/Production"];
const many = Array.from({ length: 51 }, (_, at) => `t${at}: x`).join(", ");

const suspended: [string, string, string] = [
  "base.yaml",
  "  Production:\n",
  '  Old: { id: "999988887777", ou: Old, stack: prod, owner: Operations, status: closed }\n  Production:\n',
];

/** The organization, its accounts and their selection. */
export const organization: Case[] = [
  {
    what: "an id that is no organization's",
    codes: ["organization-id"],
    edits: [["base.yaml", "id: o-a1b2c3d4e5", "id: ▸a1b2c3d4e5"]],
  },
  { what: "a region that does not exist", codes: ["region"], edits: [["base.yaml", "eu-central-1", "▸eu-centrall-1"]] },
  {
    what: "a region of another partition",
    codes: ["region"],
    edits: [["base.yaml", "regions: [eu-west-1]", "regions: [▸cn-north-1]"]],
  },
  {
    what: "a management account that does not exist",
    codes: ["unknown-account"],
    edits: [["base.yaml", "management-account: Management", "management-account: ▸Managment"], ...unadministered()],
  },
  {
    what: "a delegated administrator that does not exist",
    codes: ["unknown-account"],
    edits: [["base.yaml", "identity-center: Security", "identity-center: ▸Securty"]],
  },
  {
    what: "a deploy role that can be no role",
    codes: ["text-characters"],
    edits: [["base.yaml", "deploy-role: deploy", "deploy-role: ▸path/deploy"]],
  },
  { what: "a tag that is AWS's own", codes: ["tag"], edits: [["base.yaml", "managed-by: access", "▸aws:by: access"]] },
  { what: "a tag with a comma", codes: ["tag"], edits: [["base.yaml", "managed-by: access", '▸managed-by: "a,b"']] },
  {
    what: "too many tags",
    codes: ["too-many-tags"],
    edits: [["base.yaml", "    tags: { environment: production }", `    ▸tags: { environment: production, ${many} }`]],
  },
  {
    what: "a quota that nobody knows",
    codes: ["unknown-quota"],
    files: { "security.yaml": 'raised-quotas: { ▸policies-per-role: "20" }\n' },
  },
  ...["500", "5", "many"].map((value): Case => ({
    what: `the quota ${value}`,
    codes: ["quota-value"],
    files: { "security.yaml": `raised-quotas: { managed-policies-per-role: ▸"${value}" }\n` },
  })),
  {
    what: "an account id of eleven digits",
    codes: ["account-id"],
    edits: [["base.yaml", '"012345678901"', '▸"12345678901"']],
  },
  {
    what: "an account id with dashes",
    codes: ["account-id"],
    edits: [["base.yaml", '"012345678901"', '▸"0123-4567-8901"']],
  },
  {
    what: "an account id twice",
    codes: ["account-id-twice"],
    edits: [["base.yaml", '"444455556666"', '▸"012345678901"']],
  },
  {
    what: "an account name twice, but for capitals",
    codes: ["account-name-twice"],
    edits: [["base.yaml", "    regions: [eu-west-1]", "    name: ▸development"]],
  },
  {
    what: "an e-mail address twice",
    codes: ["account-email-twice"],
    edits: [["base.yaml", "    regions: [eu-west-1]", "    email: ▸Management@example.com"]],
  },
  {
    what: "an account in two stacks",
    codes: ["account-in-two-stacks"],
    edits: [
      [
        "prod.yaml",
        "access:\n",
        'accounts:\n  Shared: { id: "999988887777", ou: root, stack: prod, owner: Operations }\n\naccess:\n',
      ],
      [
        "dev.yaml",
        "access:\n",
        'accounts:\n  ▸Shop: { id: "999988887777", ou: root, stack: dev, owner: Operations }\n\naccess:\n',
      ],
    ],
  },
  {
    what: "a stack that does not exist",
    codes: ["unknown-stack"],
    edits: [
      [
        "base.yaml",
        'id: "222233334444"\n    ou: Security\n    stack: prod',
        'id: "222233334444"\n    ou: Security\n    stack: ▸production',
      ],
    ],
  },
  {
    what: "an account for which nobody answers",
    codes: ["account-without-owner"],
    edits: [
      [
        "base.yaml",
        '  Security:\n    id: "222233334444"\n    ou: Security\n    stack: prod\n    owner: Operations',
        '  ▸Security:\n    id: "222233334444"\n    ou: Security\n    stack: prod',
      ],
    ],
  },
  { what: "an unknown account in a cell", codes: ["unknown-account"], edits: [selector("▸Developmnt: [Developer]")] },
  {
    what: "an unknown account in a list",
    codes: ["unknown-account"],
    edits: [["base.yaml", "accounts: [Development, Production]", "accounts: [Development, Production, ▸Test]"]],
  },
  {
    what: "an account that is named like every object's",
    codes: ["unknown-account"],
    edits: [["base.yaml", "accounts: [Development, Production]", "accounts: [Development, Production, ▸toString]"]],
  },
  {
    what: "a closed account in a cell",
    codes: ["account-not-active"],
    edits: [suspended, selector("▸Development and Old: [Developer]")],
  },
  {
    what: "a closed account as target of a pipeline",
    codes: ["account-not-active"],
    edits: [suspended, ["prod.yaml", "    to:\n", "    to:\n      ▸Old: { deny: [delete databases] }\n"]],
  },
  ...["/Workloads", "Workloads/", "A//B", "a/b/c/d/e/f"].map((ou): Case => ({
    what: `the organizational unit ${ou}`,
    codes: ["ou-path"],
    edits: [["base.yaml", "ou: Security", `ou: ▸${ou}`]],
  })),
  { what: "a selector with a comma", codes: ["selector"], edits: [selector("▸Development, Production: [Developer]")] },
  { what: "a selector that is none", codes: ["selector"], edits: [selector("▸every account: [Developer]")] },
  {
    what: "a selector with half a tag",
    codes: ["selector"],
    edits: [selector("▸accounts tagged environment: [Developer]")],
  },
  {
    what: "except twice",
    codes: ["selector"],
    edits: [selector("▸all accounts except Security except Production: [Developer]")],
  },
  {
    what: "a selector of a policy that is none",
    codes: ["selector"],
    edits: [["base.yaml", "accounts: [Development, Production]", "accounts: ▸accounts Development"], ...withoutLogs()],
  },
  {
    what: "a selector inside a list",
    codes: ["selector"],
    edits: [["base.yaml", "accounts: [Development, Production]", "accounts: [Development, Production, ▸all accounts]"]],
  },
  {
    what: "an unknown organizational unit",
    codes: ["unknown-ou"],
    edits: [selector("▸accounts under Worklods: [Developer]")],
  },
  {
    what: "an ambiguous organizational unit",
    codes: ["ambiguous-ou"],
    edits: [
      twoOus,
      ["base.yaml", "accounts: accounts under Workloads", "accounts: all accounts"],
      ["prod.yaml", "    accounts under Workloads except Development:", "    Production:"],
      selector("▸accounts in Production: [Developer]"),
    ],
  },
  {
    what: "an unknown tag",
    codes: ["unknown-tag"],
    edits: [selector("▸accounts tagged enviroment=production: [Developer]")],
  },
  {
    what: "a selector that means nothing",
    codes: ["selects-nothing"],
    edits: [selector("▸Development except Development: [Developer]")],
  },
];

/** Without a management account nobody can say that a set is administered from it. */
function unadministered(): [string, string, string][] {
  return [["prod.yaml", "    administered-from: Management\n", ""]];
}

/** Without the policy where it is needed. */
function withoutLogs(): [string, string, string][] {
  return [["prod.yaml", "    customer-managed-policies: [read-logs]\n", ""]];
}
