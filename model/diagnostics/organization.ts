import type { Definitions } from "./definition.ts";

/** The organization, its accounts and their selection. */
export const organization = {
  "organization-id": {
    severity: "error",
    title: "Not an organization's id",
    explanation: "AWS Organizations shows it: `o-` and 10 to 32 small letters or digits.",
    example: "organization:\n  id: 1b2c3d4e5",
  },
  region: {
    severity: "error",
    title: "Not a region of the partition",
    explanation: "The region does not exist in the organization's partition, as far as the program's dated list knows.",
    example: "home-region: eu-centrall-1",
  },
  tag: {
    severity: "error",
    title: "A tag that AWS does not take",
    explanation:
      "Keys have 1 to 128 characters and do not begin with `aws:`, values at most 256; letters, digits, spaces and _ . : / = + - @.",
    example: 'tags: { "aws:team": shop }',
  },
  "too-many-tags": {
    severity: "error",
    title: "More tags than AWS takes",
    explanation: "A resource has at most 50 tags.",
    example: "tags: { a1: x, a2: x, a3: x } # ... and 48 more",
  },
  "unknown-quota": {
    severity: "error",
    title: "A quota that the program does not know",
    explanation: "`raised-quotas` raises quotas of a dated table.",
    example: 'raised-quotas: { policies-per-role: "20" }',
  },
  "quota-value": {
    severity: "error",
    title: "A quota that AWS does not grant",
    explanation: "A quota is a whole number from AWS's default to the most that AWS grants.",
    example: 'raised-quotas: { managed-policies-per-role: "500" }',
  },
  "too-many": {
    severity: "error",
    title: "More than AWS allows",
    explanation: "A limit of AWS that cannot be raised.",
    example: "# 26 managed policies in one permission set",
  },
  "over-quota": {
    severity: "warning",
    title: "More than AWS allows by default",
    explanation:
      "AWS raises this quota on request. Have it raised, then write its value into `raised-quotas` in security.yaml.",
    example: "# 11 managed policies on one role",
  },
  "account-id": {
    severity: "error",
    title: "Not an account id",
    explanation: "An account id has twelve digits; zeros at its beginning count.",
    guide: "add-an-account",
    example: 'id: "12345678901"',
  },
  "account-id-twice": {
    severity: "error",
    title: "Two accounts have one id",
    explanation: "One account of AWS would have two names. Copy the right id, or delete one entry.",
    guide: "add-an-account",
    example: 'accounts:\n  Development: { id: "444455556666" }\n  Production: { id: "444455556666" }',
  },
  "account-name-twice": {
    severity: "error",
    title: "Two accounts have one name",
    explanation: "Names that differ only in capitals, or a `name` that is another account's, lead readers astray.",
    example: "accounts:\n  Production: {}\n  production: {}",
  },
  "account-email-twice": {
    severity: "error",
    title: "Two accounts have one e-mail address",
    explanation: "AWS takes each address for one account only.",
    example: "accounts:\n  A: { email: aws@securecart.example }\n  B: { email: aws@securecart.example }",
  },
  "account-in-two-stacks": {
    severity: "error",
    title: "An account in two stacks",
    explanation:
      "An account belongs to one stack: two would fight over what lies inside it. Define it once, in a file that both include.",
    example:
      '# dev.yaml\naccounts:\n  Shared: { id: "333344445555", stack: dev }\n# prod.yaml\naccounts:\n  Shared: { id: "333344445555", stack: prod }',
  },
  "unknown-stack": {
    severity: "error",
    title: "A stack that does not exist",
    explanation: "`stack` names one of the stack files beside this one: those with a `stack` of their own.",
    example: "accounts:\n  Production: { stack: production }",
  },
  "unknown-account": {
    severity: "error",
    title: "An account that does not exist",
    explanation: "No account of the name is defined under `accounts`.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  Developers:\n    Prodution: [ReadOnly]",
  },
  "account-without-owner": {
    severity: "warning",
    title: "An account for which nobody answers",
    explanation:
      "Whoever finds something odd in the account wants to know whom to ask. `owner` names one of the `groups`.",
    guide: "add-an-account",
    example: 'accounts:\n  Production: { id: "444455556666", ou: Workloads, stack: prod }',
  },
  "account-not-active": {
    severity: "error",
    title: "An account that is suspended or closed is named",
    explanation: "AWS does nothing in such an account, and waits until it fails. Take the name out; selectors skip it.",
    guide: "give-a-team-access-to-an-account",
    example: "accounts:\n  Old: { status: closed }\naccess:\n  Developers:\n    Old: [ReadOnly]",
  },
  "management-account": {
    severity: "error",
    title: "Not the management account",
    explanation: "The key names the organization's management account, and no other.",
    example: "administered-from: Security",
  },
  "ou-path": {
    severity: "error",
    title: "Not the path of an organizational unit",
    explanation:
      "`root`, or names from the top to the account's own unit, with / between: no / at the ends, no empty name, no name above 128 characters.",
    example: "ou: /Workloads/Production/",
  },
  selector: {
    severity: "error",
    title: "Accounts that cannot be understood",
    explanation:
      "Which accounts is said by an account's name, `all accounts`, `accounts in OU`, `accounts under OU`, `accounts tagged key=value`; several joined by `and`; then, if need be, `except` and what is left out.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  Developers:\n    Development, Production: [ReadOnly]",
  },
  "unknown-ou": {
    severity: "error",
    title: "An organizational unit that no account is in",
    explanation: "The unit is written as a path from the top, or by its last names where these are unique.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  Developers:\n    accounts in Worklods: [ReadOnly]",
  },
  "ambiguous-ou": {
    severity: "error",
    title: "Several organizational units have the name",
    explanation: "Write the path from the top, so that it means one.",
    example:
      "# ou: Shop/Production and ou: Payments/Production\naccess:\n  Developers:\n    accounts in Production: [ReadOnly]",
  },
  "unknown-tag": {
    severity: "error",
    title: "A tag that no account has",
    explanation: "`accounts tagged key=value` means the tags of `accounts.X.tags`.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  Developers:\n    accounts tagged enviroment=production: [ReadOnly]",
  },
  "selects-nothing": {
    severity: "warning",
    title: "No account is meant",
    explanation: "Everything it would select is excepted, or suspended or closed.",
    guide: "give-a-team-access-to-an-account",
    example: "access:\n  Developers:\n    Production except Production: [ReadOnly]",
  },
} satisfies Definitions;
