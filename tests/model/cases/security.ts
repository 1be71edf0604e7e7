import type { DiagnosticCode } from "../../../model/diagnostics.ts";
import type { Case } from "../case.ts";

const override = (until: string): string =>
  `lock-out-overrides:\n  deployer-locked-out: { reason: It moves, owner: Operations, until: ${until} }\n`;

const exception = (until: string): string =>
  `policy-exceptions:\n  no-iam-group:\n    "urn:pulumi:prod::shop::aws:iam/group:Group::legacy": { reason: It leaves, owner: Operations, until: ${until} }\n`;

const thirdParty = (name = "Monitoring"): string =>
  `trusted-third-parties:\n  ${name}: { account: "999988887777", external-id: shop-7f3a, reason: It watches, owner: Operations, review: 2027-06-30 }\n`;

const administrators = (group: string): string =>
  `administrators:\n  Audit: { groups: [${group}], reason: Repairs, owner: Operations }\n`;

const disabled = (rule: string): string =>
  `disabled-rules:\n  ${rule}: { reason: The move, owner: Operations, until: 2027-03-31 }\n`;

/** The security file and what stands in it. */
export const security: Case[] = [
  {
    what: "a quota raised in a stack's file",
    codes: ["security-file-only"],
    edits: [["prod.yaml", "access:\n", '▸raised-quotas: { managed-policies-per-role: "25" }\n\naccess:\n']],
  },
  {
    what: "an override in a file that both stacks include",
    codes: ["security-file-only"],
    edits: [["base.yaml", "accounts:\n", `▸${override("2027-03-31")}\naccounts:\n`]],
  },
  {
    what: "a security section in a file of the name in a directory below",
    codes: ["security-file-only"],
    edits: [["base.yaml", "include: [security.yaml]", "include: [below/security.yaml]"]],
    files: { "security.yaml": null, "below/security.yaml": `▸${override("2027-03-31")}` },
  },
  {
    what: "access in the security file",
    codes: ["not-for-security-file"],
    files: { "security.yaml": `${override("2027-03-31")}▸access:\n  Developers:\n    Development: [Developer]\n` },
  },
  {
    what: "another file that the security file includes",
    codes: ["not-for-security-file"],
    files: { "security.yaml": `▸include: [base.yaml]\n${override("2027-03-31")}` },
  },
  {
    what: "a security file that no stack includes",
    codes: ["security-file-unused"],
    edits: [["base.yaml", "\ninclude: [security.yaml]\n", ""]],
    files: { "security.yaml": `▸${override("2027-03-31")}` },
  },
  {
    what: "administrators that are no group",
    codes: ["unknown-group"],
    files: { "security.yaml": administrators("▸Nobody") },
  },
  {
    what: "administrators outside the security file",
    codes: ["security-file-only"],
    edits: [["base.yaml", "accounts:\n", `▸${administrators("Operations")}\naccounts:\n`]],
  },
  {
    what: "a third party that nobody answers for",
    codes: ["unknown-group"],
    files: { "security.yaml": thirdParty().replace("owner: Operations", "owner: ▸Nobody") },
  },
  ...(["99998888777", "arn:aws:iam::999988887777:root"] as const).map((account): Case => ({
    what: `a third party whose account is ${account}`,
    codes: ["third-party-account"],
    files: { "security.yaml": thirdParty().replace('"999988887777"', `▸"${account}"`) },
  })),
  {
    what: "two third parties with one account",
    codes: ["third-party-account"],
    files: {
      "security.yaml": thirdParty() + thirdParty("Billing").split("\n").slice(1).join("\n").replace('"999', '▸"999'),
    },
  },
  {
    what: "an external id with a wildcard",
    codes: ["external-id"],
    files: { "security.yaml": thirdParty().replace("shop-7f3a", '▸"shop-*"') },
  },
  {
    what: "a third party that nobody has looked at in time",
    codes: ["review-overdue"],
    files: { "security.yaml": thirdParty().replace("2027-06-30", "▸2020-06-30") },
  },
  {
    what: "a disabled rule that nobody answers for",
    codes: ["unknown-group"],
    files: { "security.yaml": disabled("write-star").replace("Operations", "▸Nobody") },
  },
  {
    what: "a disabled rule whose day has passed",
    codes: ["exception-expired"],
    files: { "security.yaml": disabled("write-star").replace("2027-03-31", "▸2020-03-31") },
  },
  {
    what: "the rule that tells of disabled rules, disabled",
    codes: ["disabled-rule"],
    files: { "security.yaml": disabled("▸pack-configuration") },
  },
  {
    what: "a security file that is a link to a file of others",
    codes: ["security-file-link"],
    links: { "security.yaml": "others.txt" },
    files: { "security.yaml": null, "others.txt": override("2027-03-31") },
  },
  {
    what: "an override that nobody answers for",
    codes: ["unknown-group"],
    files: { "security.yaml": override("2027-03-31").replace("owner: Operations", "owner: ▸Nobody") },
  },
  {
    what: "an override that has ended",
    codes: ["override-expired"],
    files: { "security.yaml": override("▸2026-11-24") },
  },
  {
    what: "break-glass in a stack's file",
    codes: ["security-file-only"],
    edits: [["prod.yaml", "access:\n", "▸break-glass: { owner: Operations }\n\naccess:\n"]],
  },
  ...[
    ["owner: Operations\n  account", "owner: ▸Nobody\n  account", "unknown-group"],
    ["account: Management", "account: ▸Managment", "unknown-account"],
    ["mfa: required", "mfa: ▸optional", "value-not-allowed"],
    ["  mfa: required\n", "", "missing-key"],
    ["glass-2: { owner: Developers }", "glass-2: { owner: ▸Nobody }", "unknown-group"],
    ["glass-2: { owner: Developers }", "▸glass-2: { pgp-key: keybase:glass }", "missing-key"],
    ["glass-2: { owner: Developers }", "glass-2: { owner: Developers, ▸access-key: x }", "unknown-key"],
    ["glass-2: { owner: Developers }", "glass-2: { owner: Developers, pgp-key: ▸night@example.com }", "pgp-key"],
    // The first byte of a secret key, in both formats of packets.
    ["glass-2: { owner: Developers }", "glass-2: { owner: Developers, pgp-key: ▸lQEB }", "pgp-key"],
    ["glass-2: { owner: Developers }", "glass-2: { owner: Developers, pgp-key: ▸xQEB }", "pgp-key"],
    [
      "glass-2: { owner: Developers }",
      "glass-2: { owner: Developers }\n    ▸GLASS-1: { owner: Operations }",
      "formerly-taken",
    ],
    ["glass-2: { owner: Developers }", "glass-2: { owner: Developers, formerly: [▸glass-1] }", "formerly-taken"],
    ["glass-1: { owner: Operations }", '▸"glass 1": { owner: Operations }', "name-characters"],
    ["    glass-1: { owner: Operations }\n", "", "break-glass-users"],
    ["name: BreakGlass", "name: ▸Break Glass", "text-characters"],
    ["name: BreakGlass", `name: ▸${"B".repeat(53)}`, "text-length"],
    ["accounts: all accounts", "accounts: ▸all acounts", "selector"],
    ["session-duration: 1 hour", "session-duration: ▸2 hours", "session-duration"],
    ["[AdministratorAccess]", "[▸AdminAccess]", "unknown-aws-managed-policy"],
    ["Security-Audit: {", "▸Admins: {", "iam-group"],
    ["members: [glass-2]", "members: [▸ada]", "iam-group-member"],
    ["members: [glass-2]", "members: [glass-2, ▸glass-2]", "duplicate-entry"],
    ["{ owner: Operations, reason: Audits", "{ owner: ▸Nobody, reason: Audits", "unknown-group"],
    ["email: [night@example.com]", "email: [▸night]", "email"],
    ["email: [night@example.com]", "email: [night@example.com, ▸night@example.com]", "duplicate-entry"],
  ].map(([from = "", to = "", code = ""]): Case => ({
    what: `break-glass with ${JSON.stringify(to)} instead of ${JSON.stringify(from)}`,
    codes: [code as DiagnosticCode],
    edits: [["security.yaml", from, to]],
  })),
  {
    what: "an exception that nobody answers for",
    codes: ["unknown-group"],
    files: { "security.yaml": exception("2027-03-31").replace("owner: Operations", "owner: ▸Nobody") },
  },
  ...["*", "legacy", "urn:pulumi:prod::shop::*"].map((resource): Case => ({
    what: `an exception for ${resource}`,
    codes: ["exception-resource"],
    files: { "security.yaml": exception("2027-03-31").replace(/"urn.*?"/, () => `▸"${resource}"`) },
  })),
  {
    what: "an exception that has ended",
    codes: ["exception-expired"],
    files: { "security.yaml": exception("▸2026-11-24") },
  },
  {
    what: "an exception whose day does not exist",
    codes: ["date"],
    files: { "security.yaml": exception("▸2027-02-30") },
  },
];
