import type { Case } from "../case.ts";

const duration = "session-duration: 4 hours";
const description = "description: Release the shop";

/** How YAML is written. */
export const yaml: Case[] = [
  {
    what: "a quote is missing",
    codes: ["yaml-syntax"],
    edits: [["dev.yaml", "subject: repo:securecart/storefront:ref:refs/heads/main\n", 'subject: "repo\n▸']],
  },
  {
    what: "a line is indented wrongly",
    codes: ["yaml-syntax"],
    edits: [["prod.yaml", `    ${duration}`, `   ▸${duration}`]],
  },
  {
    what: "text begins with a reserved character",
    codes: ["yaml-syntax"],
    edits: [["prod.yaml", description, "description: ▸@shop"]],
  },
  {
    what: "text holds a colon and a space",
    codes: ["text-became-map"],
    edits: [["prod.yaml", description, "description: ▸Release: the shop"]],
  },
  {
    what: "a tab indents",
    codes: ["yaml-tab"],
    edits: [["prod.yaml", `    ${duration}`, `▸\t${duration}`]],
  },
  {
    what: "a tab separates",
    codes: ["yaml-tab"],
    edits: [["prod.yaml", duration, "session-duration:▸\t4 hours # a tab\tin a comment"]],
  },
  {
    what: "a non-breaking space in a name",
    codes: ["yaml-invisible-space"],
    edits: [["prod.yaml", description, "description: Release▸\u00A0the shop # and a\u00A0comment"]],
  },
  {
    what: "a zero-width space in a key",
    codes: ["yaml-invisible-space"],
    edits: [["prod.yaml", `    ${duration}`, "    session-▸\u200Bduration: 4 hours"]],
  },
  {
    what: "curly quotes",
    codes: ["yaml-curly-quotes"],
    edits: [["prod.yaml", description, "description: ▸“Release the shop” # it’s"]],
  },
  {
    what: "a comment swallows the end of a text",
    codes: ["yaml-comment-swallows-text"],
    edits: [["prod.yaml", "reason: Move the database", "reason: fix ▸#123"]],
  },
  {
    what: "a comment swallows the end of a text in a list",
    codes: ["yaml-comment-swallows-text"],
    edits: [["prod.yaml", "Production: [Deploy]", "Production: [Deploy ▸#123\n    ]"]],
  },
  {
    what: "an anchor",
    codes: ["yaml-alias"],
    edits: [["prod.yaml", duration, "session-duration: &long ▸4 hours"]],
  },
  {
    what: "an alias",
    codes: ["yaml-alias", "yaml-alias"],
    edits: [
      ["prod.yaml", duration, "session-duration: &long ▸4 hours"],
      ["prod.yaml", "aws-managed-policies: [SecurityAudit]", "session-duration: ▸*long"],
    ],
  },
  {
    what: "a star without quotes",
    codes: ["yaml-alias"],
    edits: [["base.yaml", 'Resource: "*"', "Resource: ▸*"]],
  },
  {
    what: "an alias for a text or a list",
    codes: ["yaml-alias"],
    edits: [["dev.yaml", "subject: repo:securecart/storefront:ref:refs/heads/main", "subject: ▸*main"]],
  },
  {
    what: "a merge key",
    codes: ["yaml-merge-key"],
    edits: [["prod.yaml", `    ${duration}`, "    ▸<<: { session-duration: 4 hours }"]],
  },
  {
    what: "a tag",
    codes: ["yaml-tag"],
    edits: [["prod.yaml", duration, "session-duration: !hours ▸4 hours"]],
  },
  {
    what: "a tag of YAML itself",
    codes: ["yaml-tag"],
    edits: [["prod.yaml", duration, "session-duration: !!str ▸4 hours"]],
  },
  {
    what: "several documents",
    codes: ["yaml-several-documents"],
    edits: [["prod.yaml", "permission-sets:", "▸---\npermission-sets:"]],
  },
  {
    what: "a file that is a list",
    codes: ["yaml-not-a-map"],
    edits: [["prod.yaml", "include: [base.yaml]", "include: [base.yaml, list.yaml]"]],
    files: { "list.yaml": "▸- Developers\n" },
  },
  {
    what: "a key that is a list",
    codes: ["yaml-syntax"],
    edits: [["prod.yaml", `    ${duration}`, "    ▸[a, b]: c"]],
  },
  {
    what: "a key twice in one map",
    codes: ["duplicate-key"],
    edits: [["prod.yaml", `    ${duration}`, `    ${duration}\n    ▸session-duration: 5 hours`]],
  },
  { what: "a key without a value", codes: ["empty-value"], edits: [["prod.yaml", duration, "session-duration:▸"]] },
  { what: "null", codes: ["empty-value"], edits: [["prod.yaml", duration, "session-duration: ▸null"]] },
  { what: "a tilde", codes: ["empty-value"], edits: [["prod.yaml", duration, "session-duration: ▸~"]] },
  { what: "empty text", codes: ["empty-value"], edits: [["prod.yaml", description, 'description: ▸""']] },
  {
    what: "an empty list",
    codes: ["empty-value"],
    edits: [["prod.yaml", "customer-managed-policies: [read-logs]", "customer-managed-policies: ▸[]"]],
  },
  {
    what: "an account id without quotes",
    codes: ["unquoted-digits"],
    edits: [["base.yaml", '"012345678901"', "▸012345678901"]],
  },
  {
    what: "an account id of eleven digits without quotes",
    codes: ["account-id", "unquoted-digits"],
    edits: [["base.yaml", '"012345678901"', "▸▸12345678901"]],
  },
  ...["1e12", "+12345678901", "0xFFFFFFFFFF"].map((number): Case => ({
    what: `${number} without quotes`,
    codes: ["unquoted-digits"],
    edits: [["prod.yaml", "reason: Move the database", `reason: ▸${number}`]],
  })),
  {
    what: "an account id without quotes in a statement",
    codes: ["unquoted-digits"],
    edits: [
      [
        "base.yaml",
        'Resource: "*"',
        'Resource: "*"\n        Condition: { StringEquals: { aws:SourceAccount: ▸012345678901 } }',
      ],
    ],
  },
];
