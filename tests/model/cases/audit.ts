import type { Case } from "../case.ts";

const spoiled = (from: string, to: string): NonNullable<Case["edits"]> => [["prod.yaml", from, to]];

const trail = `  trail:
    name: organization-trail
    account: Management
    logs-to:
      account: Security
      bucket: shop-logs
      locked-for: 400 days
      deleted-after: 2555 days
`;

const baseline = (text: string): NonNullable<Case["edits"]> => [
  ["base.yaml", "policies:\n", `account-baseline:\n${text}\n\npolicies:\n`],
];

/** The audit trail, the analyzers and the floor under every account. */
export const audit: Case[] = [
  {
    what: "alarms without the trail that raises them",
    codes: ["alarms-without-trail"],
    edits: [
      ["prod.yaml", trail, ""],
      ["security.yaml", "  alarms:", "  ▸alarms:"],
    ],
  },
  {
    what: "an audit in a stack that does not hold the management account",
    codes: ["organization-stack"],
    edits: [["dev.yaml", "access:\n", "▸audit:\n  centralized-root-access: [RootSessions]\n\naccess:\n"]],
  },
  {
    what: "a trail outside of the management account",
    codes: ["management-account"],
    edits: spoiled("    account: Management\n    logs-to", "    account: ▸Security\n    logs-to"),
  },
  {
    what: "log files in an account that does not exist",
    codes: ["unknown-account"],
    edits: spoiled("      account: Security\n      bucket", "      account: ▸Securty\n      bucket"),
  },
  ...["Shop_Logs", "shop.logs", "-shop", "xn--shop", "shop--ol-s3", "ab"].map((name): Case => ({
    what: `a bucket called ${name}`,
    codes: ["bucket-name"],
    edits: spoiled("shop-logs", `▸${name}`),
  })),
  ...["13 months", "0 days", "400", "99999 days"].map((duration): Case => ({
    what: `log files that are locked for ${duration}`,
    codes: ["days"],
    edits: spoiled("400 days", `▸${duration}`),
  })),
  {
    what: "log files that are deleted while they are locked",
    codes: ["deleted-while-locked"],
    edits: spoiled("2555 days", "▸399 days"),
  },
  {
    what: "a retention that CloudWatch Logs does not have",
    codes: ["log-retention"],
    edits: spoiled("    logs-to:", "    log-group-retention: ▸100 days\n    logs-to:"),
  },
  {
    what: "a log group that can be none",
    codes: ["text-characters"],
    edits: spoiled("    logs-to:", "    log-group: ▸audit trail\n    logs-to:"),
  },
  ...["a..b", "-trail", "ab"].map((name): Case => ({
    what: `a trail called ${name}`,
    codes: ["text-characters"],
    edits: spoiled("organization-trail", `▸${name}`),
  })),
  {
    what: "analyzers in an account to which nothing is delegated",
    codes: ["not-delegated"],
    edits: spoiled("    account: Management\n    external", "    account: ▸Production\n    external"),
  },
  { what: "an analyzer of four hundred days", codes: ["days"], edits: spoiled("90 days", "▸400 days") },
  {
    what: "an archive rule without filter",
    codes: ["empty-value"],
    edits: spoiled("          filter:\n            resource: { contains: role/pipelines/ }", "          filter: ▸{}"),
  },
  {
    what: "an archive rule by what findings do not have",
    codes: ["archive-rule"],
    edits: spoiled("            resource:", "            ▸principle.AWS:"),
  },
  {
    what: "an archive rule that says nothing of a property",
    codes: ["empty-value"],
    edits: spoiled("            resource: { contains: role/pipelines/ }", "            resource: ▸{}"),
  },
  {
    what: "an archive rule of nobody",
    codes: ["unknown-group"],
    edits: spoiled("On purpose\n          owner: Operations", "On purpose\n          owner: ▸Nobody"),
  },
  {
    what: "an archive rule whose name AWS does not take",
    codes: ["text-characters"],
    edits: spoiled("        github:", "        ▸2github:"),
  },
  {
    what: "a part of root access that does not exist",
    codes: ["value-not-allowed"],
    edits: spoiled("[RootSessions]", "[▸RootPasswords]"),
  },
  {
    what: "a part of root access twice",
    codes: ["duplicate-entry"],
    edits: spoiled("[RootSessions]", "[RootSessions, ▸RootSessions]"),
  },
  {
    what: "a floor under an account that does not exist",
    codes: ["unknown-account"],
    edits: baseline("  accounts: [▸Testing]\n  s3-block-public-access: enabled"),
  },
  ...["5", "129", "many"].map((length): Case => ({
    what: `passwords of ${length} characters`,
    codes: ["password-policy"],
    edits: baseline(
      `  accounts: all accounts\n  password-policy: { minimum-length: ▸"${length}", remembered-passwords: "24" }`,
    ),
  })),
  {
    what: "a floor under another stack's account",
    codes: ["outside-its-stack"],
    edits: [["prod.yaml", "access:\n", "▸account-baseline:\n  accounts: all accounts\n\naccess:\n"]],
  },
];
