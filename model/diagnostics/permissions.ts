import type { Definitions } from "./definition.ts";

/** Short grants, full statements, and what becomes of them. */
export const permissions = {
  "unknown-verb": {
    severity: "error",
    title: "Not a short grant",
    explanation:
      "`allow` and `deny` know a closed list of verbs. What it cannot say is written as a full IAM statement under `statements`.",
    guide: "let-an-application-use-another-bucket",
    example: "allow:\n  - raed objects: product-images/*",
  },
  "verb-elsewhere": {
    severity: "error",
    title: "A guardrail among the permissions of an identity",
    explanation:
      "Some denials make sense only for a whole account or organization; one of them, on MFA, would lock out everybody who comes through Identity Center.",
    example: "deny:\n  - act without mfa",
  },
  "grant-target": {
    severity: "error",
    title: "A short grant without a target, or with one it cannot have",
    explanation: "Each verb says what its target looks like. A `*` stands only at the end.",
    guide: "let-an-application-use-another-bucket",
    example: "allow:\n  - read objects: product-images",
  },
  "grant-parameter": {
    severity: "error",
    title: "A parameter that the verb does not have, or lacks",
    explanation: "The parameters of a short grant stand beside its verb; which there are depends on the verb.",
    example: "allow:\n  - pass roles: storefront-*",
  },
  "kms-key": {
    severity: "error",
    title: "Not the alias of a KMS key",
    explanation: "A key is named by its alias, so that a key that replaces it is allowed too.",
    example: 'allow:\n  - read secrets: payments/*\n    kms-key: "1234"',
  },
  service: {
    severity: "error",
    title: "Not an AWS service",
    explanation: "A role is passed to one service, named by its short name or its principal.",
    example: 'allow:\n  - pass roles: storefront-*\n    to-service: "*"',
  },
  "iam-statement": {
    severity: "error",
    title: "A statement that IAM refuses or that means nothing",
    explanation:
      "Full statements follow IAM's grammar: Effect; Action or NotAction; Resource or NotResource; actions and condition operators that exist.",
    example: "statements:\n  - Effect: Allow\n    Action: s3:GetObjekt\n    Resource: arn:aws:s3:::product-images/*",
  },
  "iam-statement-doubtful": {
    severity: "warning",
    title: "A statement that hardly means what it says",
    explanation: "IAM takes the statement, but a part of it has no effect.",
    example:
      "statements:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: arn:aws:sqs:eu-central-1:444455556666:orders",
  },
  "other-partition": {
    severity: "error",
    title: "An ARN of another partition",
    explanation: "The organization's partition is `organization.partition`; an ARN of another one names nothing in it.",
    example:
      "# organization.partition: aws-cn\nstatements:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: arn:aws:s3:::product-images/*",
  },
  "document-too-large": {
    severity: "error",
    title: "A policy document beyond AWS's limit",
    explanation:
      "AWS counts the characters of a document without white space. The limit is fixed: split it, or use wildcards.",
    example: "# an inline policy of a permission set with more than 10,240 characters",
  },
  "name-twice-in-account": {
    severity: "error",
    title: "Two roles of one name in an account",
    explanation:
      "IAM compares names without regard to case and path. Roles of workloads, pipelines and the deploy role share one space of names.",
    example: "workloads:\n  release: { account: Production }\npipelines:\n  release: { to: { Production: {} } }",
  },
  "beyond-ceiling": {
    severity: "error",
    title: "A role without a permissions boundary is granted what its ceiling forbids",
    explanation:
      "Every role for which the configuration names no permissions boundary has the ceiling of the bootstrap template: data and software, no identities, accounts, organization or audit, and no roles outside of /workloads/, /pipelines/ and the deploy roles. A grant beyond it would do nothing.",
    example: "workloads:\n  web: { allow: [{ assume roles: administrator, in: Production }] }",
  },
  "identity-center-locked-out": {
    severity: "error",
    title: "Nobody could administer Identity Center",
    explanation:
      "After this update no group would have a permission set that can change permission sets and assignments where Identity Center is administered. Then nobody could repair a mistake.",
    example: "# access without any set such as AWSSSOMasterAccountAdministrator in the administering account",
  },
  "deployer-locked-out": {
    severity: "error",
    title: "The deployer would lose its own path",
    explanation:
      "`organization.deployer` names who assumes the deploy roles. After this update it could not do so in every account that the stack works in.",
    example: "organization:\n  deployer: pipeline access\npipelines: {} # no pipeline access",
  },
  previewer: {
    severity: "error",
    title: "Nobody could preview",
    explanation: "`organization.previewer` names whom the preview roles trust beside the deployer.",
    example: "organization:\n  previewer: pipeline review # and no pipeline of that name",
  },
  "lock-out-overridden": {
    severity: "warning",
    title: "An override lets a lock-out pass",
    explanation: "The lock-out guard would refuse the update; security.yaml lets it pass until a day.",
    example:
      "lock-out-overrides:\n  deployer-locked-out: { reason: A new pipeline, owner: SecurityTeam, until: 2027-03-31 }",
  },
  administrator: {
    severity: "error",
    title: "A set for administrators in other hands",
    explanation:
      "A permission set that administers Identity Center gives anybody any access. `administrators` in security.yaml names the groups that may have it.",
    example:
      "# security.yaml\nadministrators:\n  IdentityCenterAdmin: { groups: [SecurityTeam], reason: Repairs, owner: SecurityTeam }\n# prod.yaml\naccess:\n  Developers:\n    Security: [IdentityCenterAdmin]",
  },
} satisfies Definitions;
