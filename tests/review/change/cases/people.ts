import type { Case } from "./case.ts";

/** Who has what where. */
export const people: readonly Case[] = [
  {
    what: "a set that a group gains",
    edits: [
      [
        "prod.yaml",
        "    Management: [Billing-ReadOnly]\n",
        "    Management: [Billing-ReadOnly]\n    Production: [ReadOnly]\n",
      ],
    ],
    says: ["gains: Finance gains ReadOnly, in Production"],
  },
  {
    what: "the last one to lose a set in an account",
    edits: [["prod.yaml", "    DevOps: [ReadOnly]\n", ""]],
    says: [
      "loses: Developers loses ReadOnly, in DevOps",
      "  - nobody has it there any more: the role AWSReservedSSO_ReadOnly_… is deleted, and has another ARN should somebody get it again",
    ],
  },
  {
    what: "a line that another selector replaces in part",
    edits: [
      ["prod.yaml", "    accounts under Workloads: [ReadOnly]\n", "    Production: [ReadOnly]\n"],
      [
        "prod.yaml",
        "    Production:\n      - DeploymentManager\n      - permission-set: DatabaseOperator\n        until: 2027-03-31\n        reason: Move the order database to Aurora\n        ticket: OPS-4711\n        owner: Operations\n",
        "",
      ],
    ],
    says: [
      "loses: Operations loses DatabaseOperator, in Production",
      "  - nobody has it there any more: the role AWSReservedSSO_DatabaseOperator_… is deleted, and has another ARN should somebody get it again",
      "loses: Operations loses DeploymentManager, in Production",
      "loses: Operations loses ReadOnly, in Development",
      "  - nobody has it there any more: the role AWSReservedSSO_ReadOnly_… is deleted, and has another ARN should somebody get it again",
      "none: permission set DatabaseOperator, which nobody has",
      "  - operate databases: orders-*",
      "  - denied: delete databases",
    ],
  },
  {
    what: "access until a day",
    edits: [
      [
        "prod.yaml",
        "    Management: [Billing-ReadOnly]\n",
        "    Management: [Billing-ReadOnly]\n    Production:\n      - permission-set: ReadOnly\n        until: 2027-01-31\n        reason: Yearly review\n        owner: Finance\n",
      ],
    ],
    says: [
      "gains: Finance gains ReadOnly, in Production",
      "  ~ until 2027-01-31, that day included: Yearly review; owner Finance",
    ],
  },
  {
    what: "a later day",
    edits: [["prod.yaml", "        until: 2027-03-31\n", "        until: 2027-06-30\n"]],
    says: [
      "gains: Operations keeps DatabaseOperator until 2027-06-30, that day included, and not only until 2027-03-31: Move the order database to Aurora (OPS-4711); owner Operations, in Production",
    ],
  },
  {
    what: "an earlier day",
    edits: [["prod.yaml", "        until: 2027-03-31\n", "        until: 2027-01-31\n"]],
    says: [
      "expires: Operations keeps DatabaseOperator until 2027-01-31, that day included, and not until 2027-03-31: Move the order database to Aurora (OPS-4711); owner Operations, in Production",
    ],
  },
  {
    what: "an end that is taken away",
    edits: [["prod.yaml", "        until: 2027-03-31\n", ""]],
    says: ["gains: Operations keeps DatabaseOperator without an end, and not only until 2027-03-31, in Production"],
  },
  {
    what: "a day that is over",
    edits: [["prod.yaml", "        until: 2027-03-31\n", "        until: 2026-11-24\n"]],
    says: [
      "loses: Operations loses DatabaseOperator, in Production",
      "  - nobody has it there any more: the role AWSReservedSSO_DatabaseOperator_… is deleted, and has another ARN should somebody get it again",
      "none: permission set DatabaseOperator, which nobody has",
      "  - operate databases: orders-*",
      "  - denied: delete databases",
    ],
  },
  {
    what: "a set that is called otherwise",
    edits: [
      ["prod.yaml", "    DevOps: [DevOps-Admin]\n", "    DevOps: [ToolAdmin]\n"],
      ["prod.yaml", "  DevOps-Admin:\n", "  ToolAdmin:\n    formerly: [DevOps-Admin]\n"],
    ],
    says: ["none: permission set DevOps-Admin is called ToolAdmin: nobody gains or loses anything by that"],
  },
  {
    what: "a set that is called otherwise without `formerly`",
    edits: [
      ["prod.yaml", "    DevOps: [DevOps-Admin]\n", "    DevOps: [ToolAdmin]\n"],
      ["prod.yaml", "  DevOps-Admin:\n", "  ToolAdmin:\n"],
    ],
    says: [
      "gains: Operations gains ToolAdmin, in DevOps",
      "gains: permission set ToolAdmin is new, which Operations has, in DevOps",
      "  ~ it says what DevOps-Admin says, which is deleted: with formerly: [DevOps-Admin] it is only called otherwise",
      "  + AWS managed policy PowerUserAccess",
      "  + denied: delete databases",
      "  + denied: stop auditing",
      "  + Deny codebuild:Create*, codebuild:Delete*, codebuild:Put*, codebuild:Retry*, codebuild:Start* and codebuild:Update* on arn:aws:codebuild:*:333344445555:project/release* and arn:aws:codebuild:*:333344445555:project/smoke-test*",
      "  + Deny sts:AssumeRole on arn:aws:iam::*:role/pipelines/* and arn:aws:iam::*:role/securecart-deploy",
      "loses: Operations loses DevOps-Admin, in DevOps",
      "  - nobody has it there any more: the role AWSReservedSSO_DevOps-Admin_… is deleted, and has another ARN should somebody get it again",
      "loses: permission set DevOps-Admin is deleted",
    ],
  },
  {
    what: "a group that is called otherwise",
    edits: [
      ["prod.yaml", "  Finance:\n    Management:", "  Accounting:\n    Management:"],
      [
        "base.yaml",
        "  Finance: { synced-from: Okta, display-name: aws-finance }",
        "  Accounting: { synced-from: Okta, display-name: aws-finance, formerly: [Finance] }",
      ],
      ["prod.yaml", "    owner: Finance\n    administered-from", "    owner: Accounting\n    administered-from"],
    ],
    says: [
      "none: permission set Billing-ReadOnly, which Accounting has, in Management",
      "  ~ owner or other tags",
      "none: group Finance is called Accounting: nobody gains or loses anything by that",
    ],
  },
  {
    what: "a group that is called otherwise without `formerly`",
    edits: [
      ["prod.yaml", "  Finance:\n    Management:", "  Accounting:\n    Management:"],
      [
        "base.yaml",
        "  Finance: { synced-from: Okta, display-name: aws-finance }",
        "  Accounting: { synced-from: Okta, display-name: aws-finance }",
      ],
      ["prod.yaml", "    owner: Finance\n    administered-from", "    owner: Accounting\n    administered-from"],
    ],
    says: [
      "interrupts: Accounting is without Billing-ReadOnly for about five minutes: the assignment is deleted and made again, in Management",
      "  ~ the role AWSReservedSSO_Billing-ReadOnly_… there gets another suffix: its ARN changes, and what names the old one (key policies, EKS access entries) no longer lets it in",
      "  ~ it is called Accounting/Management/Billing-ReadOnly, and was Finance/Management/Billing-ReadOnly: with formerly nobody is interrupted",
      "none: permission set Billing-ReadOnly, which Accounting has, in Management",
      "  ~ owner or other tags",
    ],
  },
  {
    what: "a name that means another group",
    edits: [["base.yaml", "display-name: aws-finance", "display-name: aws-all"]],
    says: [
      "gains: Finance means another group now, group aws-all instead of group aws-finance, which gains Billing-ReadOnly, in Management",
      "loses: Finance meant another group, group aws-finance, which loses Billing-ReadOnly, in Management",
    ],
  },
  {
    what: "a set that is administered from elsewhere",
    edits: [["prod.yaml", "  DevOps-Admin:\n", "  DevOps-Admin:\n    administered-from: Management\n"]],
    says: [
      "interrupts: Operations is without DevOps-Admin for about five minutes: the assignment is deleted and made again, in DevOps",
      "  ~ the role AWSReservedSSO_DevOps-Admin_… there gets another suffix: its ARN changes, and what names the old one (key policies, EKS access entries) no longer lets it in",
      "interrupts: permission set DevOps-Admin, which Operations has, in DevOps",
      "  ~ administered from: Security → Management",
    ],
  },
  {
    what: "a longer session",
    edits: [["prod.yaml", "    session-duration: 2 hours\n", "    session-duration: 12 hours\n"]],
    says: [
      "gains: permission set DatabaseOperator, which Operations has, in Production",
      "  ~ longest session: 2 hours → 12 hours",
    ],
  },
  {
    what: "a description",
    edits: [["prod.yaml", "    description: See how things are set up; no customer data\n", "    description: Look\n"]],
    says: [
      "none: permission set ReadOnly, which Developers and Operations have, in DevOps, Development and Production",
      "  ~ description",
    ],
  },
  {
    what: "an owner",
    edits: [
      [
        "prod.yaml",
        "    description: See how things are set up; no customer data\n    owner: Operations",
        "    description: See how things are set up; no customer data\n    owner: Finance",
      ],
    ],
    says: [
      "none: permission set ReadOnly, which Developers and Operations have, in DevOps, Development and Production",
      "  ~ owner or other tags",
    ],
  },
  {
    what: "a set with power over permissions, before all others",
    edits: [
      [
        "prod.yaml",
        "    Management: [Billing-ReadOnly]\n",
        "    Management: [Billing-ReadOnly]\n    DevOps: [ReadOnly, DevOps-Admin]\n",
      ],
      [
        "prod.yaml",
        "    aws-managed-policies: [PowerUserAccess]\n",
        "    aws-managed-policies: [AdministratorAccess]\n",
      ],
    ],
    says: [
      "gains: Finance gains DevOps-Admin, in DevOps",
      "  ~ power over permissions, its own too: AWS managed policy AdministratorAccess",
      "gains: permission set DevOps-Admin, which Finance and Operations have, in DevOps",
      "  ~ power over permissions, its own too: AWS managed policy AdministratorAccess",
      "  + AWS managed policy AdministratorAccess",
      "  - AWS managed policy PowerUserAccess",
      "gains: Finance gains ReadOnly, in DevOps",
    ],
  },
  {
    what: "a group that is managed here instead of by the identity provider",
    edits: [
      [
        "base.yaml",
        "Finance: { synced-from: Okta, display-name: aws-finance }",
        "Finance: { members: [ada], display-name: aws-finance }",
      ],
      [
        "base.yaml",
        "\npolicies: #",
        "\nusers:\n  ada: { given-name: Ada, family-name: Lovelace, email: ada@example.com }\n\npolicies: #",
      ],
    ],
    says: [
      "gains: Finance means another group now, managed group aws-finance instead of group aws-finance, which gains Billing-ReadOnly, in Management",
      "loses: Finance meant another group, group aws-finance, which loses Billing-ReadOnly, in Management",
      "none: group Finance is new, and managed here",
      "  + member ada",
      "none: user ada is new",
    ],
  },
];
