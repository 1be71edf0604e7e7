import type { Case } from "../case.ts";

/** Both stacks with a security file. */
export const included: [string, string, string][] = ["prod.yaml", "dev.yaml"].map((file) => [
  file,
  "include: [base.yaml]",
  "include: [base.yaml, security.yaml]",
]);

const override = (until: string): string =>
  `lock-out-overrides:\n  deployer-locked-out: { reason: It moves, owner: Operations, until: ${until} }\n`;

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
    edits: [["prod.yaml", "include: [base.yaml]", "include: [base.yaml, below/security.yaml]"]],
    files: { "below/security.yaml": `▸${override("2027-03-31")}users: {}\n`.replace("users: {}\n", "") },
  },
  {
    what: "access in the security file",
    codes: ["not-for-security-file"],
    edits: included,
    files: { "security.yaml": `${override("2027-03-31")}▸access:\n  Developers:\n    Development: [Developer]\n` },
  },
  {
    what: "another file that the security file includes",
    codes: ["not-for-security-file"],
    edits: included,
    files: { "security.yaml": `▸include: [base.yaml]\n${override("2027-03-31")}` },
  },
  {
    what: "a security file that no stack includes",
    codes: ["security-file-unused"],
    files: { "security.yaml": `▸${override("2027-03-31")}` },
  },
  ...["break-glass", "disabled-rules", "policy-exceptions", "trusted-third-parties"].map((section): Case => ({
    what: `the section ${section}`,
    codes: ["not-supported-yet"],
    edits: included,
    files: { "security.yaml": `▸${section}: { a: b }\n` },
  })),
  {
    what: "a security file that is a link to a file of others",
    codes: ["security-file-link"],
    edits: included,
    links: { "security.yaml": "others.txt" },
    files: { "others.txt": override("2027-03-31") },
  },
  {
    what: "an override that nobody answers for",
    codes: ["unknown-group"],
    edits: included,
    files: { "security.yaml": override("2027-03-31").replace("owner: Operations", "owner: ▸Nobody") },
  },
  {
    what: "an override that has ended",
    codes: ["override-expired"],
    edits: included,
    files: { "security.yaml": override("▸2026-11-24") },
  },
];
