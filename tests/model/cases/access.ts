import type { Case } from "../case.ts";

const list = (number: number): string => {
  const names = [
    "ViewOnlyAccess, SecurityAudit, ReadOnlyAccess, PowerUserAccess, Billing, IAMReadOnlyAccess, AmazonS3ReadOnlyAccess",
    "AmazonEC2ReadOnlyAccess, AmazonRDSReadOnlyAccess, AmazonSQSReadOnlyAccess, AmazonSNSReadOnlyAccess",
    "AmazonDynamoDBReadOnlyAccess, AmazonVPCReadOnlyAccess, AmazonSSMReadOnlyAccess, AWSLambda_ReadOnlyAccess",
    "AmazonRoute53ReadOnlyAccess, AmazonKinesisReadOnlyAccess, AmazonElastiCacheReadOnlyAccess, AmazonSESReadOnlyAccess",
    "AmazonECS_FullAccess, AmazonRedshiftReadOnlyAccess, AmazonGlacierReadOnlyAccess, AWSCodeCommitReadOnly",
    "AWSCodePipeline_ReadOnlyAccess, AWSCodeBuildReadOnlyAccess, AmazonInspectorReadOnlyAccess",
  ].join(", ");
  return names.split(", ").slice(0, number).join(", ");
};

const exception = "        reason: Move the database\n        owner: Operations\n";

/** Permission sets, policies, and who has them where. */
export const access: Case[] = [
  {
    what: "an unknown set",
    codes: ["unknown-permission-set"],
    edits: [["prod.yaml", "Production: [Deploy]", "Production: [Deploy, ▸Auditt]"]],
  },
  {
    what: "an unknown set with conditions",
    codes: ["unknown-permission-set"],
    edits: [["prod.yaml", "permission-set: Deploy", "permission-set: ▸Deplyo"]],
  },
  {
    what: "a set of another stack",
    codes: ["foreign-permission-set"],
    edits: [["dev.yaml", "Development: [Developer]", "Development: [Developer, ▸Audit]"]],
  },
  {
    what: "a set in two stacks",
    codes: ["permission-set-in-two-stacks"],
    edits: [
      ["prod.yaml", "  Audit:\n", "  Developer:\n"],
      ["dev.yaml", "  Developer:\n", "  ▸Developer:\n"],
      ...inProd("Developer"),
    ],
  },
  {
    what: "a set in a file that two stacks include",
    codes: ["permission-set-in-two-stacks"],
    edits: [
      [
        "base.yaml",
        "policies:\n",
        "permission-sets:\n  ▸Shared: { description: Shared, owner: Operations }\n\npolicies:\n",
      ],
      ["prod.yaml", "Production: [Deploy]", "Production: [Deploy, Shared]"],
      ["dev.yaml", "Development: [Developer]", "Development: [Developer, Shared]"],
    ],
  },
  {
    what: "an unknown policy",
    codes: ["unknown-policy"],
    edits: [["prod.yaml", "[read-logs]", "[▸read-logz]"]],
  },
  {
    what: "an unknown policy as a boundary",
    codes: ["unknown-policy"],
    edits: [["prod.yaml", "customer-managed-policy: boundary", "customer-managed-policy: ▸bounds"]],
  },
  {
    what: "a boundary of both kinds",
    codes: ["choose-one"],
    edits: [["prod.yaml", "policy: boundary", "policy: boundary, ▸aws-managed-policy: PowerUserAccess"]],
  },
  {
    what: "a policy that AWS does not have",
    codes: ["unknown-aws-managed-policy"],
    edits: [["prod.yaml", "[SecurityAudit]", "[▸SecurityAuditt]"]],
  },
  {
    what: "a boundary that AWS does not have",
    codes: ["unknown-aws-managed-policy"],
    edits: [["prod.yaml", "customer-managed-policy: boundary", "aws-managed-policy: ▸PowerUser"]],
  },
  {
    what: "a policy that is not made where the set lands",
    codes: ["policy-not-in-account"],
    edits: [
      ["prod.yaml", "[read-logs]", "[▸read-logs]"],
      ["base.yaml", "accounts: [Development, Production]", "accounts: [Development]"],
    ],
  },
  {
    what: "a policy that is not made where the workload runs",
    codes: ["policy-not-in-account"],
    edits: [
      ["prod.yaml", "customer-managed-policy: boundary", "customer-managed-policy: ▸boundary"],
      ["base.yaml", "accounts: accounts under Workloads", "accounts: Development"],
    ],
  },
  {
    what: "a policy that is not made where the pipeline deploys to",
    codes: ["policy-not-in-account"],
    edits: [
      ["prod.yaml", "external-id: shop-release", "customer-managed-policies: [▸read-logs]"],
      ["base.yaml", "accounts: [Development, Production]", "accounts: Development"],
      ["prod.yaml", "    customer-managed-policies: [read-logs]\n", ""],
    ],
  },
  {
    what: "a set with a customer managed policy in another stack's account",
    codes: ["set-leaves-its-stack"],
    edits: [
      ["prod.yaml", "    accounts under Workloads except Development:", "    accounts under Workloads:"],
      ["prod.yaml", "      - permission-set: Deploy", "      - ▸permission-set: Deploy"],
    ],
  },
  {
    what: "a set in the management account that does not say so",
    codes: ["administered-from-missing"],
    edits: [
      ["prod.yaml", "  Audit:\n", "  ▸Audit:\n"],
      ["prod.yaml", "    administered-from: Management\n", ""],
    ],
  },
  {
    what: "a set administered from elsewhere",
    codes: ["management-account"],
    edits: [["prod.yaml", "administered-from: Management", "administered-from: ▸Security"]],
  },
  ...["http://console.aws.amazon.com/", "https://example.com/", "https://aws.amazon.com.example.com/", "console"].map(
    (address): Case => ({
      what: `the relay state ${address}`,
      codes: ["relay-state"],
      edits: [["prod.yaml", "https://console.aws.amazon.com/ecs/home", `▸${address}`]],
    }),
  ),
  {
    what: "the console of another partition",
    codes: ["relay-state"],
    edits: [["prod.yaml", "https://console.aws.amazon.com/ecs/home", "▸https://console.amazonaws.cn/"]],
  },
  {
    what: "access for one person",
    codes: ["group-unused", "access-by-user"],
    edits: [
      ["base.yaml", "  Auditors:", "  ▸Auditors:"],
      ["prod.yaml", "  Auditors:", "  ▸user ada:"],
    ],
  },
  ...["2026-11-25", "2026-11-26", "2026-12-25"].map((until): Case => ({
    what: `access that ends on ${until}`,
    codes: ["ends-soon"],
    edits: [["prod.yaml", "until: 2027-03-31", `until: ▸${until}`]],
  })),
  {
    what: "no access that ends in 31 days",
    codes: [],
    edits: [["prod.yaml", "until: 2027-03-31", "until: 2026-12-26"]],
  },
  {
    what: "access that ended yesterday",
    codes: ["access-expired"],
    edits: [["prod.yaml", "until: 2027-03-31", "until: ▸2026-11-24"]],
  },
  {
    what: "access for a limited time without reason",
    codes: ["access-without-reason"],
    edits: [["prod.yaml", `until: 2027-03-31\n${exception}`, "until: ▸2027-03-31\n        owner: Operations\n"]],
  },
  {
    what: "access for a limited time without owner",
    codes: ["access-without-reason"],
    edits: [["prod.yaml", `until: 2027-03-31\n${exception}`, "until: ▸2027-03-31\n        reason: Move\n"]],
  },
  {
    what: "a set that nobody has",
    codes: ["permission-set-unused"],
    edits: [["prod.yaml", "  Audit:\n", "  ▸Spare: { description: Spare, owner: Operations }\n  Audit:\n"]],
  },
  {
    what: "a policy that nobody has, in either stack",
    codes: ["policy-unused"],
    edits: [
      ["base.yaml", "  read-logs:", "  ▸read-logs:"],
      ["prod.yaml", "    customer-managed-policies: [read-logs]\n", ""],
    ],
  },
  {
    what: "no policy that the other stack alone names",
    codes: [],
    edits: [
      ["prod.yaml", "    permissions-boundary: { customer-managed-policy: boundary }\n", ""],
      [
        "dev.yaml",
        "    runs-on: lambda",
        "    runs-on: lambda\n    permissions-boundary: { customer-managed-policy: boundary }",
      ],
    ],
  },
  {
    what: "no policy that a grant alone names as a boundary",
    codes: [],
    edits: [
      [
        "prod.yaml",
        "    permissions-boundary: { customer-managed-policy: boundary }\n    allow:\n",
        "    allow:\n      - create roles: shop-*\n        permissions-boundary: { customer-managed-policy: boundary }\n",
      ],
    ],
  },
  {
    what: "more policies in a set than AWS takes",
    codes: ["too-many"],
    edits: [["prod.yaml", "aws-managed-policies: [SecurityAudit]", `▸aws-managed-policies: [${list(26)}]`]],
  },
  {
    what: "more policies of a role than AWS takes by default",
    codes: ["over-quota"],
    edits: [["dev.yaml", "runs-on: lambda", `runs-on: lambda\n    ▸aws-managed-policies: [${list(21)}]`]],
  },
  {
    what: "a policy that says nothing",
    codes: ["missing-key"],
    edits: [
      ["base.yaml", "  read-logs:\n", "  ▸read-logs:\n"],
      ["base.yaml", "    allow:\n      - read logs: /shop/*\n", ""],
    ],
  },
];

function inProd(set: string): [string, string, string][] {
  return [
    ["prod.yaml", "all accounts: [Audit]", `all accounts: [${set}]`],
    ["prod.yaml", "Security: [Audit]", `Security: [${set}]`],
  ];
}
