import type { Definitions } from "./definition.ts";

/** Permission sets, policies, and who has them where. */
export const access = {
  "unknown-permission-set": {
    severity: "error",
    title: "A permission set that does not exist",
    explanation: "No permission set of the name is defined under `permission-sets` in the files of the stack.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  Developers:\n    Development: [Develper]",
  },
  "foreign-permission-set": {
    severity: "error",
    title: "A permission set of another stack is assigned",
    explanation:
      "A permission set belongs to the stack whose file defines it, and that stack alone assigns it, in any account. Move the line to that stack's file.",
    guide: "give-a-team-access-to-an-account",
    example:
      "# dev.yaml; SecurityAudit is defined in prod.yaml\naccess:\n  SecurityTeam:\n    Development: [SecurityAudit]",
  },
  "permission-set-in-two-stacks": {
    severity: "error",
    title: "A permission set in two stacks",
    explanation:
      "Identity Center has one list of permission sets for the organization. Rename one; a set stands in a stack's own file, not in one that two stacks include.",
    example: "# dev.yaml and prod.yaml both define\npermission-sets:\n  ReadOnly: {}",
  },
  "unknown-policy": {
    severity: "error",
    title: "A customer managed policy that does not exist",
    explanation: "No policy of the name is defined under `policies`.",
    example: "customer-managed-policies: [read-aplication-logs]",
  },
  "unknown-aws-managed-policy": {
    severity: "error",
    title: "An AWS managed policy that does not exist",
    explanation: "AWS has no managed policy of the name, as far as the program's dated list knows.",
    guide: "make-a-new-permission-set",
    example: "aws-managed-policies: [ViewOnly]",
  },
  "policy-not-in-account": {
    severity: "error",
    title: "A customer managed policy is missing where it is needed",
    explanation:
      "A policy has to exist in every account where its bearer is made. Add the account to `policies.X.accounts`.",
    example:
      "policies:\n  read-application-logs: { accounts: [Production] }\nworkloads:\n  web: { account: Development, customer-managed-policies: [read-application-logs] }",
  },
  "set-leaves-its-stack": {
    severity: "error",
    title: "A set with a customer managed policy lands in another stack's account",
    explanation:
      "The policy is made by the account's own stack, so two stacks would have to be deployed in one order. A set with a customer managed policy stays in its stack's accounts.",
    example:
      "# prod.yaml, where Development belongs to dev\naccess:\n  Operations:\n    Development: [DeploymentManager]",
  },
  "administered-from-missing": {
    severity: "error",
    title: "A set lands in the management account and does not say so",
    explanation:
      "The delegated administrator of Identity Center cannot touch a set that is used in the management account. Such a set is administered from there, and says so.",
    guide: "make-a-new-permission-set",
    example: "access:\n  Finance:\n    Management: [Billing-ReadOnly] # without `administered-from: Management`",
  },
  "relay-state": {
    severity: "error",
    title: "Not a page of the AWS console",
    explanation:
      "A session begins at an https address of the AWS console in the organization's partition, of at most 240 characters.",
    example: "relay-state: https://example.com/",
  },
  "access-by-user": {
    severity: "warning",
    title: "Access for a single person",
    explanation: "Access follows groups, so that it ends when somebody changes teams. Make a group.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  user ada:\n    Production: [ReadOnly]",
  },
  "access-expired": {
    severity: "warning",
    title: "Access that has ended",
    explanation: "The day in `until` has passed: nobody has this access any more. Delete the lines.",
    guide: "give-access-for-a-limited-time",
    example:
      "- permission-set: DatabaseOperator\n  until: 2020-03-31\n  reason: Move the order database\n  owner: Operations",
  },
  "ends-soon": {
    severity: "warning",
    title: "Something that ends within 30 days",
    explanation:
      "The day that is written is the last one, in UTC. After it access is gone, an exception no longer excepts, a review is overdue.",
    guide: "give-access-for-a-limited-time",
    example:
      "- permission-set: DatabaseOperator\n  until: 2027-03-31 # and it is March\n  reason: Move the order database\n  owner: Operations",
  },
  "access-without-reason": {
    severity: "error",
    title: "Access for a limited time without reason or owner",
    explanation: "Whoever reads `until` later wants to know why it was given and who answers for it.",
    guide: "give-access-for-a-limited-time",
    example: "- permission-set: DatabaseOperator\n  until: 2027-03-31",
  },
  "permission-set-unused": {
    severity: "warning",
    title: "A permission set that nobody has",
    explanation: "No line of `access` assigns it.",
    guide: "make-a-new-permission-set",
    example: "permission-sets:\n  Forgotten: {}",
  },
  "policy-unused": {
    severity: "warning",
    title: "A policy that nobody has",
    explanation:
      "No permission set, workload or pipeline names the policy, as a policy or as a permissions boundary. It would be made in AWS all the same.",
    example: "policies:\n  forgotten: { accounts: [Production] }",
  },
} satisfies Definitions;
