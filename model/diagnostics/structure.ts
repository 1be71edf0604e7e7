import type { Definitions } from "./definition.ts";

/** The shape of what is written: keys, kinds of value, the form of texts. */
export const structure = {
  "unknown-key": {
    severity: "error",
    title: "A word that nothing knows",
    explanation: "The word before the colon is misspelt or stands in the wrong place; it would have no effect.",
    example: "permission-sets:\n  ReadOnly:\n    sesion-duration: 8 hours",
  },
  "missing-key": {
    severity: "error",
    title: "Something is missing",
    explanation: "The entry cannot do without it, and nothing may be assumed.",
    example: 'accounts:\n  Production: { id: "444455556666", stack: prod, owner: Operations } # without `ou`',
  },
  "wrong-type": {
    severity: "error",
    title: "One value, a list and lines of `name: value` confused",
    explanation:
      "One value stands behind the colon; a list is `[a, b]`, or lines that begin with `- `; other entries are lines of `name: value` below, two spaces further in.",
    example: "access:\n  Developers:\n    Development: Developer",
  },
  "text-became-map": {
    severity: "error",
    title: "A text cut in two by its colon",
    explanation: "A colon followed by a space ends a name and begins a value. Put the text in quotes.",
    example: "description: { Payments: test mode }",
  },
  "value-not-allowed": {
    severity: "error",
    title: "A value that is not in the list",
    explanation: "Only certain words can stand here.",
    example: "partition: amazon",
  },
  "text-length": {
    severity: "error",
    title: "A text is too long or too short for AWS",
    explanation: "The limit comes from AWS's published service model and cannot be raised.",
    example: "permission-sets:\n  This-Name-Has-More-Than-Thirty-Two-Characters: {}",
  },
  "text-characters": {
    severity: "error",
    title: "A character that AWS does not take",
    explanation: "The allowed characters come from AWS's published service model.",
    example: "role-name: web/servers",
  },
  "name-characters": {
    severity: "error",
    title: "A name with spaces or punctuation",
    explanation: "Other lines refer to names: letters and digits, and . _ - + = @ between them.",
    example: "groups:\n  Security Team: { synced-from: Okta, display-name: aws-security }",
  },
  "choose-one": {
    severity: "error",
    title: "Two things that exclude each other, or neither of them",
    explanation: "Exactly one of them decides what the entry is.",
    example: "workloads:\n  web: { account: Production, accounts: [Development] }",
  },
  "key-does-not-apply": {
    severity: "error",
    title: "A word that has no effect here",
    explanation: "It belongs to another kind of entry.",
    example: "workloads:\n  payments: { runs-on: lambda, service-account: shop/payments }",
  },
  "duplicate-entry": {
    severity: "error",
    title: "A list says something twice",
    explanation: "Lists are sets: the order and the number of times mean nothing. Delete one.",
    example: "aws-managed-policies: [ViewOnlyAccess, ViewOnlyAccess]",
  },
  "formerly-taken": {
    severity: "error",
    title: "An earlier name is in use",
    explanation:
      "A name under `formerly` is the name of another entry today, or its earlier one: one thing in AWS would belong to two entries.",
    example: "workloads:\n  web: { formerly: [shop] }\n  shop: {}",
  },
  "not-supported-yet": {
    severity: "error",
    title: "A section that is not supported yet",
    explanation:
      "The language has a place for it, the program does not act on it yet. It is refused so that nobody relies on it.",
    example: "guardrails:\n  protect-databases: {}",
  },
  "session-duration": {
    severity: "error",
    title: "Not a session duration",
    explanation: "Whole hours or minutes, from 1 hour to 12 hours.",
    example: "session-duration: 8h",
  },
  "iam-path": {
    severity: "error",
    title: "Not an IAM path",
    explanation:
      "It begins and ends with /; between stand letters, digits and . , + @ = _ -. What lies below /bootstrap/ is not the program's to make.",
    example: "path: boundaries",
  },
  date: {
    severity: "error",
    title: "Not a day",
    explanation: "Days are written YYYY-MM-DD and exist in the calendar. They include the whole day, in UTC.",
    guide: "give-access-for-a-limited-time",
    example: "until: 31.3.2027",
  },
  email: {
    severity: "error",
    title: "Not an e-mail address",
    explanation: "AWS takes addresses of 6 to 64 characters for accounts.",
    example: "email: aws-production",
  },
} satisfies Definitions;
