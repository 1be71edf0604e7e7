import type { Case } from "./case.ts";

/** What sets and roles may do, and what protects everybody. */
export const policies: readonly Case[] = [
  {
    what: "a short grant that is widened",
    edits: [["prod.yaml", "      - operate databases: orders-*\n", "      - operate databases: [orders-*, carts-*]\n"]],
    says: [
      "gains: permission set DatabaseOperator, which Operations has, in Production",
      "  + operate databases: carts-*",
    ],
  },
  {
    what: "a denial that is taken away",
    edits: [
      [
        "prod.yaml",
        "    deny:\n      - delete databases\n      - stop auditing\n    statements: # close",
        "    deny:\n      - stop auditing\n    statements: # close",
      ],
    ],
    says: ["gains: permission set DevOps-Admin, which Operations has, in DevOps", "  - denied: delete databases"],
  },
  {
    what: "a statement that is widened: what it allowed is not lost",
    edits: [["prod.yaml", "        Action: ses:SendEmail\n", "        Action: ses:Send*\n"]],
    says: [
      "gains: workload storefront-web, role storefront-web, in Production",
      "  + Allow ses:Send* on arn:aws:ses:eu-central-1:444455556666:identity/securecart.example if StringEquals ses:FromAddress = orders@securecart.example",
    ],
  },
  {
    what: "a condition that is taken away",
    edits: [
      [
        "prod.yaml",
        "        Resource: arn:aws:ses:eu-central-1:444455556666:identity/securecart.example\n        Condition:\n          StringEquals:\n            ses:FromAddress: orders@securecart.example\n",
        "        Resource: arn:aws:ses:eu-central-1:444455556666:identity/securecart.example\n",
      ],
    ],
    says: [
      "gains: workload storefront-web, role storefront-web, in Production",
      "  + Allow ses:SendEmail on arn:aws:ses:eu-central-1:444455556666:identity/securecart.example",
    ],
  },
  {
    what: "a role without its boundary",
    edits: [
      [
        "prod.yaml",
        "    runs-on: lambda\n    permissions-boundary: { customer-managed-policy: workload-boundary }\n",
        "    runs-on: lambda\n",
      ],
    ],
    says: [
      "gains: workload payments-processor, role payments-processor, in Production",
      "  ~ permissions boundary: workload-boundary → bootstrap/securecart-deploy-ceiling",
    ],
  },
  {
    what: "a boundary that allows more",
    edits: [["base.yaml", "          - sqs:*\n", "          - sqs:*\n          - iam:*\n"]],
    says: ["gains: permissions boundary workload-boundary, in Development and Production", "  + Allow iam:* on *"],
  },
  {
    what: "who may become a role",
    edits: [["prod.yaml", "        external-id: securecart-release\n", "        external-id: other\n"]],
    says: [
      "gains: pipeline release, where it deploys to, role release, in Production",
      "  ~ trust: Allow sts:AssumeRole for AWS arn:aws:iam::333344445555:role/pipelines/release: StringEquals sts:ExternalId = other instead of securecart-release",
    ],
  },
  {
    what: "a workload that is removed",
    edits: [
      [
        "dev.yaml",
        "\n  payments-processor:\n    description: Takes payments in the provider's test mode\n    owner: Developers\n    account: Development\n    runs-on: lambda\n    permissions-boundary: { customer-managed-policy: workload-boundary }\n    allow:\n      - read secrets: payments/stripe-test-api-key\n        kms-key: alias/payments\n      - receive messages: payments-requests\n      - send messages: payments-results\n      - write logs: /securecart/payments-processor\n",
        "",
      ],
    ],
    says: ["loses: workload payments-processor is removed, and the role payments-processor deleted, in Development"],
  },
  {
    what: "a workload whose key is another without `formerly`",
    edits: [["dev.yaml", "  payments-processor:\n", "  payments:\n    role-name: payments-processor\n"]],
    says: [
      "interrupts: workload payments, role payments-processor, is deleted and made anew under the same ARN: until then nothing can assume it, and whoever pins the old one no longer lets it in; within a stack formerly keeps it, in Development",
    ],
  },
  {
    what: "a word of a guardrail that is taken away",
    edits: [["guardrails.yaml", "      - create iam users\n", ""]],
    says: ["weakens: guardrail temporary-credentials-only", "  - denied: create iam users"],
  },
  {
    what: "an exception from a guardrail",
    edits: [
      [
        "guardrails.yaml",
        "      role /break-glass/BreakGlass:\n",
        "      role /x/Y:\n        reason: r\n        owner: SecurityTeam\n        review: 2027-06-30\n      role /break-glass/BreakGlass:\n",
      ],
    ],
    says: [
      "weakens: guardrail protect-databases",
      "  ~ denied: delete databases, on *: ArnNotLike aws:PrincipalArn also arn:aws:iam::*:role/x/Y",
    ],
  },
  {
    what: "a guardrail that holds in less",
    edits: [["guardrails.yaml", "[ou Infrastructure, ou Workloads]", "[ou Workloads]"]],
    says: ["weakens: guardrail allowed-regions", "  - holds in ou Infrastructure"],
  },
  {
    what: "a break-glass user",
    edits: [
      [
        "security.yaml",
        "    break-glass-2: { owner: SecurityTeam }\n",
        "    break-glass-2: { owner: SecurityTeam }\n    break-glass-3: { owner: SecurityTeam }\n",
      ],
    ],
    says: [
      "weakens: break-glass user break-glass-3 is new: with MFA, whoever has the password can become what the break-glass role is, in every account that has it, in Management",
      "  + policy break-glass/break-glass-assume-role",
      "  + policy break-glass/break-glass-mfa",
      "weakens: how one would notice (audit)",
      "  + alarms alarms audit/Management/alarms/break-glass-3-used",
      "  ~ alarms topicPolicy: Allow sns:Publish for Service cloudwatch.amazonaws.com on arn:aws:sns:eu-central-1:111122223333:audit-alarms: ArnEquals aws:SourceArn also arn:aws:cloudwatch:eu-central-1:111122223333:alarm:break-glass-3-used",
      "gains: break-glass, role BreakGlass, in DevOps, Development, Management, Production and Security",
      "  ~ trust: Allow sts:AssumeRole for AWS arn:aws:iam::111122223333:root: ArnEquals aws:PrincipalArn also arn:aws:iam::111122223333:user/break-glass/break-glass-3",
      "none: alarms on the use of break-glass and of root",
      "  + alarm when the user break-glass-3 does anything",
    ],
  },
  {
    what: "whom an alarm does not reach any more",
    edits: [
      [
        "security.yaml",
        "[security-on-call@securecart.example, operations-on-call@securecart.example]",
        "[security-on-call@securecart.example]",
      ],
    ],
    says: [
      "weakens: alarms on the use of break-glass and of root",
      "  - alarms go to operations-on-call@securecart.example",
    ],
  },
  {
    what: "log files that are locked for less long",
    edits: [["prod.yaml", "      locked-for: 400 days", "      locked-for: 300 days"]],
    says: ["weakens: how one would notice (audit)", "  ~ trail logFiles lockedForDays: 400 → 300"],
  },
  {
    what: "an exception from the policy pack",
    edits: [
      [
        "security.yaml",
        "break-glass: #",
        'policy-exceptions:\n  admin-managed:\n    "urn:pulumi:prod::securecart-iam::aws:iam/role:Role::x": { reason: It leaves, owner: SecurityTeam, until: 2027-03-31 }\n\nbreak-glass: #',
      ],
    ],
    says: [
      "weakens: exception from the rule admin-managed of the policy pack for urn:pulumi:prod::securecart-iam::aws:iam/role:Role::x is new",
      "  + until 2027-03-31, that day included: It leaves; owner SecurityTeam",
    ],
  },
  {
    what: "a rule that is disabled",
    edits: [
      [
        "security.yaml",
        "break-glass: #",
        "disabled-rules:\n  admin-managed: { reason: It moves, owner: SecurityTeam, until: 2027-03-31 }\n\nbreak-glass: #",
      ],
    ],
    says: ["weakens: what the policy pack is told", "  + the rule admin-managed is disabled"],
  },
  {
    what: "a third party that is trusted",
    edits: [
      [
        "security.yaml",
        "break-glass: #",
        'trusted-third-parties:\n  Watcher:\n    account: "999988887777"\n    external-id: shop-7f3a\n    reason: It watches\n    owner: SecurityTeam\n    review: 2027-03-31\n\nbreak-glass: #',
      ],
    ],
    says: [
      "weakens: what the policy pack is told",
      "  + roles and resources may let in the third party 999988887777 with the external id shop-7f3a",
    ],
  },
  {
    what: "an override of the lock-out guard",
    edits: [
      [
        "security.yaml",
        "break-glass: #",
        "lock-out-overrides:\n  deployer-locked-out: { reason: It moves, owner: SecurityTeam, until: 2027-03-31 }\n\nbreak-glass: #",
      ],
    ],
    says: [
      "weakens: override of deployer-locked-out is new",
      "  + until 2027-03-31, that day included: It moves; owner SecurityTeam",
    ],
  },
  {
    what: "the day of a review",
    edits: [["base.yaml", "      next-review: 2027-06-30", "      next-review: 2027-05-31"]],
    says: [
      "none: promise in identity-providers.Okta.mfa that MFA is enforced",
      "  ~ last day: 2027-06-30 → 2027-05-31",
    ],
  },
];
