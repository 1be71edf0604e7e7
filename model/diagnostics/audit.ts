import type { Definitions } from "./definition.ts";

/** The audit trail, the analyzers and the floor under every account. */
export const audit = {
  "organization-stack": {
    severity: "error",
    title: "A thing of the whole organization in another stack",
    explanation:
      "What exists once for the organization is made by the stack that holds the management account. Move it into that stack's file.",
    example: "# dev.yaml, while Management belongs to prod\naudit:\n  trail: {}",
  },
  "alarms-without-trail": {
    severity: "error",
    title: "Alarms without the events that raise them",
    explanation:
      "Whoever is named under `break-glass.alarms` hears of every use, by the events of the organization's trail. Without a trail nobody would.",
    example: "break-glass:\n  alarms: { email: [on-call@securecart.example] } # and no audit.trail",
  },
  days: {
    severity: "error",
    title: "Not a number of days",
    explanation: "Written as `90 days`, and within what AWS takes at this place.",
    example: "locked-for: 13 months",
  },
  "deleted-while-locked": {
    severity: "error",
    title: "Log files would be deleted while they are locked",
    explanation: "What is locked cannot be deleted: `deleted-after` is at least `locked-for`.",
    example: "locked-for: 400 days\ndeleted-after: 90 days",
  },
  "log-retention": {
    severity: "error",
    title: "A retention that CloudWatch Logs does not have",
    explanation: "CloudWatch Logs keeps log events for one of a fixed list of days, such as 90, 365 or 731.",
    example: "log-group-retention: 100 days",
  },
  "bucket-name": {
    severity: "error",
    title: "Not the name of a bucket",
    explanation:
      "It has 3 to 63 small letters, digits and -, with a letter or a digit at both ends, and none of the prefixes and endings that AWS keeps for itself. AWS also allows dots; they break TLS.",
    example: "bucket: SecureCart_Logs",
  },
  "not-delegated": {
    severity: "error",
    title: "Not an account to which AWS delegates this",
    explanation:
      "Only the management account and the delegated administrator can look at the whole organization. Name the account in `organization.delegated-administrators`, or write the one that stands there.",
    example: "audit:\n  access-analyzer: { account: DevOps }",
  },
  "archive-rule": {
    severity: "error",
    title: "An archive rule that filters by what findings do not have",
    explanation:
      "A rule hides findings: it has to say exactly which. Its filter names properties of findings, each with `equals`, `not-equals`, `contains` or `exists`.",
    example: "filter: { principle.Federated: { contains: token.actions.githubusercontent.com } }",
  },
  "password-policy": {
    severity: "error",
    title: "Not a number that AWS takes in a password policy",
    explanation: "A password has 6 to 128 characters at least; AWS remembers the last 1 to 24.",
    example: "password-policy: { minimum-length: 4 }",
  },
} satisfies Definitions;
