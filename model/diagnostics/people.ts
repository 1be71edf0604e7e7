import type { Definitions } from "./definition.ts";

/** People, their groups and where they sign in. */
export const people = {
  "unknown-group": {
    severity: "error",
    title: "A group that does not exist",
    explanation: "No group of the name is defined under `groups`.",
    guide: "give-a-team-access-to-an-account",
    example: "owner: Opperations",
  },
  "group-unused": {
    severity: "warning",
    title: "A group without access",
    explanation: "No line of `access` names the group, and it is the `owner` of nothing.",
    guide: "give-a-team-access-to-an-account",
    example: "groups:\n  Interns: { synced-from: Okta, display-name: aws-interns } # and no line of access",
  },
  "unknown-user": {
    severity: "error",
    title: "A user who does not exist",
    explanation: "No user of the name is defined under `users`.",
    example: "groups:\n  Auditors: { members: [adda] }",
  },
  "unknown-identity-provider": {
    severity: "error",
    title: "An identity provider that does not exist",
    explanation: "No provider of the name is defined under `identity-providers`, or it does not serve this purpose.",
    example: "groups:\n  Finance: { synced-from: Otka, display-name: aws-finance }",
  },
  "group-id": {
    severity: "error",
    title: "Not a group's id",
    explanation:
      "The identity store shows it: hexadecimal digits, as 8-4-4-4-12, in older stores with ten more before.",
    example: 'groups:\n  Finance: { synced-from: Okta, display-name: aws-finance, id: "42" }',
  },
  "group-display-name-twice": {
    severity: "error",
    title: "Two groups have one display name",
    explanation: "Both would be the same group of the identity store.",
    example:
      "groups:\n  Finance: { synced-from: Okta, display-name: aws-finance }\n  Billing: { synced-from: Okta, display-name: aws-finance }",
  },
  "reserved-user-name": {
    severity: "error",
    title: "A user name that AWS keeps for itself",
    explanation: "The identity store refuses `Administrator` and `AWSAdministrators`.",
    example: "users:\n  Administrator: { given-name: Ada, family-name: Lovelace }",
  },
  "mfa-missing": {
    severity: "error",
    title: "Nobody says who enforces MFA for people",
    explanation:
      "A session of Identity Center does not tell AWS whether MFA was used, so the configuration names who enforces it, the evidence, the owner and the next review: under the identity provider with `serves: identity-center`, or under `identity-center` where no provider serves it.",
    example: "identity-providers:\n  Okta: { type: saml, serves: identity-center, owner: SecurityTeam }",
  },
  "mfa-overdue": {
    severity: "error",
    title: "The review of MFA is overdue",
    explanation: "The owner looks at the evidence again and writes the day of the next review.",
    example:
      "mfa:\n  enforced-by: identity-provider\n  evidence: Okta sign-on policy AWS, rule 1\n  owner: SecurityTeam\n  next-review: 2020-01-31",
  },
  "issuer-url": {
    severity: "error",
    title: "Not an issuer's address",
    explanation: "IAM takes an https address without port, query and fragment, at most 255 characters.",
    example: "url: http://token.actions.githubusercontent.com",
  },
  "identity-provider-twice": {
    severity: "error",
    title: "Two providers for one purpose",
    explanation: "An account has one OpenID Connect provider an address, and Identity Center one identity provider.",
    example:
      "identity-providers:\n  Okta: { type: saml, serves: identity-center }\n  Entra: { type: saml, serves: identity-center }",
  },
} satisfies Definitions;
