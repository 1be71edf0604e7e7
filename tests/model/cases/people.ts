import type { Case } from "../case.ts";

const okta = `    mfa:
      enforced-by: identity-provider
      evidence: sign-on policy AWS
      owner: Operations
      next-review: 2027-06-30
`;

/** People, their groups and where they sign in. */
export const people: Case[] = [
  {
    what: "an unknown owner",
    codes: ["unknown-group"],
    edits: [["prod.yaml", "owner: Developers", "owner: ▸Develpers"]],
  },
  {
    what: "an unknown group in access",
    codes: ["unknown-group"],
    edits: [["prod.yaml", "  Auditors:", "  ▸Audtors:"]],
  },
  {
    what: "a group without access that answers for nothing",
    codes: ["group-unused"],
    edits: [["base.yaml", "  Auditors:", "  ▸Interns: { synced-from: Okta, display-name: aws-interns }\n  Auditors:"]],
  },
  {
    what: "no group without access that answers for something",
    codes: [],
    edits: [
      ["base.yaml", "  Auditors:", "  Owners: { synced-from: Okta, display-name: aws-owners }\n  Auditors:"],
      ["dev.yaml", "description: Build the shop\n    owner: Developers", "description: Build\n    owner: Owners"],
    ],
  },
  { what: "an unknown member", codes: ["unknown-user"], edits: [["base.yaml", "members: [ada]", "members: [▸adda]"]] },
  {
    what: "an unknown user in access",
    codes: ["unknown-user"],
    edits: [["prod.yaml", "  Auditors:", "  ▸user adda:"]],
  },
  {
    what: "an unknown identity provider of a group",
    codes: ["unknown-identity-provider"],
    edits: [["base.yaml", "Operations: { synced-from: Okta", "Operations: { synced-from: ▸Otka"]],
  },
  {
    what: "an unknown identity provider of Identity Center",
    codes: ["unknown-identity-provider"],
    edits: [["base.yaml", "identity-center:\n  synced-from: Okta", "identity-center:\n  synced-from: ▸Otka"]],
  },
  {
    what: "people who come from a provider for pipelines",
    codes: ["unknown-identity-provider"],
    edits: [["base.yaml", "identity-center:\n  synced-from: Okta", "identity-center:\n  synced-from: ▸GitHub"]],
  },
  {
    what: "pipelines that come from a provider for people",
    codes: ["unknown-identity-provider"],
    edits: [["dev.yaml", "identity-provider: GitHub", "identity-provider: ▸Okta"]],
  },
  {
    what: "not a group's id",
    codes: ["group-id"],
    edits: [["base.yaml", "display-name: aws-operations", 'display-name: aws-operations, id: ▸"42"']],
  },
  {
    what: "a display name twice",
    codes: ["group-display-name-twice"],
    edits: [["base.yaml", "display-name: aws-operations", "display-name: ▸aws-developers"]],
  },
  {
    what: "a user name that AWS keeps",
    codes: ["reserved-user-name"],
    edits: [["base.yaml", "ada: { ", "ada: { user-name: ▸Administrator, "]],
  },
  {
    what: "nobody who answers for MFA",
    codes: ["mfa-missing"],
    edits: [
      ["base.yaml", "  Okta:\n", "  ▸Okta:\n"],
      ["base.yaml", okta, ""],
    ],
  },
  {
    what: "nobody who answers for MFA in Identity Center's own directory",
    codes: ["mfa-missing"],
    edits: [
      ["base.yaml", "identity-center:\n  synced-from: Okta\n", "▸identity-center:\n"],
      ["base.yaml", `  Okta:\n    type: saml\n    serves: identity-center\n    owner: Operations\n${okta}`, ""],
      ["base.yaml", "{ synced-from: Okta, display-name: aws-developers }", "{ members: [ada] }"],
      ["base.yaml", "{ synced-from: Okta, display-name: aws-operations }", "{ members: [ada] }"],
    ],
  },
  {
    what: "MFA as a mere word",
    codes: ["wrong-type"],
    edits: [["base.yaml", okta, "    mfa: ▸required\n"]],
  },
  {
    what: "a review of MFA that was due yesterday",
    codes: ["mfa-overdue"],
    edits: [["base.yaml", "next-review: 2027-06-30", "next-review: ▸2026-11-24"]],
  },
  {
    what: "MFA in Identity Center beside a provider that serves it",
    codes: ["key-does-not-apply"],
    edits: [["base.yaml", "  attributes:", `  ▸${okta.replaceAll("\n    ", "\n  ").trim()}\n  attributes:`]],
  },
  {
    what: "SAML that serves nobody",
    codes: ["missing-key"],
    edits: [["base.yaml", "  Okta:\n", "  ▸Entra: { type: saml, owner: Operations }\n  Okta:\n"]],
  },
  {
    what: "OpenID Connect without an audience",
    codes: ["missing-key"],
    edits: [
      ["base.yaml", "  GitHub:\n", "  ▸GitHub:\n"],
      ["base.yaml", "    audience: sts.amazonaws.com\n", ""],
    ],
  },
  ...["http://gitlab.com", "https://gitlab.com:8443", "https://gitlab.com/?a=b"].map((url): Case => ({
    what: `the issuer ${url}`,
    codes: ["issuer-url"],
    edits: [["base.yaml", "url: https://token.actions.githubusercontent.com", `url: ▸${url}`], ...gitlab()],
  })),
  {
    what: "two providers for people",
    codes: ["identity-provider-twice"],
    edits: [
      [
        "base.yaml",
        "  GitHub:\n",
        `  Entra:\n    type: saml\n    serves: ▸identity-center\n    owner: Operations\n${okta}  GitHub:\n`,
      ],
    ],
  },
  {
    what: "one issuer twice in an account",
    codes: ["identity-provider-twice"],
    edits: [
      [
        "base.yaml",
        "\ngroups:",
        "  Hub:\n    type: oidc\n    url: ▸https://token.actions.githubusercontent.com\n    audience: a\n    accounts: Security\n    owner: Operations\n\ngroups:",
      ],
    ],
  },
  {
    what: "an attribute that AWS does not take",
    codes: ["text-characters"],
    edits: [["base.yaml", '"${path:enterprise.department}"', '▸"${path:enterprise;department}"']],
  },
  {
    what: "too many attributes",
    codes: ["too-many"],
    edits: [
      [
        "base.yaml",
        "  attributes:\n",
        `  ▸attributes:\n${Array.from({ length: 50 }, (_, at) => `    a${at}: b\n`).join("")}`,
      ],
    ],
  },
];

function gitlab(): [string, string, string][] {
  return [
    ["dev.yaml", "repo:securecart/storefront:ref:refs/heads/main", "project_path:shop/web:ref_type:branch:ref:main"],
  ];
}
