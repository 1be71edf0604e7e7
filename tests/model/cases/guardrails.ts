import type { DiagnosticCode } from "../../../model/diagnostics.ts";

/** Of one thing that is spoiled in the guardrails; several codes in the order of their places. */
export interface SpoiledGuardrail {
  what: string;
  code: DiagnosticCode | DiagnosticCode[];
  /** Text, text instead; `▸` stands before the place of a diagnostic. */
  edits: [from: string, to: string][];
}

const many = (count: number, resource: string) =>
  Array.from({ length: count }, (_, at) => `"arn:aws:s3:::${resource}-${String(at).padStart(4, "0")}/*"`).join(", ");
export const attached = (count: number, more = "") =>
  Array.from({ length: count }, (_, at) => {
    const targets = at === count - 1 ? `[${more}root]` : "[root]";
    return `  more-${at}:\n    type: service-control-policy\n    owner: Operations\n    targets: ${targets}\n    deny: [use root]\n`;
  }).join("");
export const statement = (text: string): [string, string] => [
  "    deny:\n      - delete databases\n",
  `    statements:\n      - ${text}\n`,
];
const exception = (key: string): [string, string] => ["role BreakGlass", key];

export const guardrails: SpoiledGuardrail[] = [
  { what: "a word that there is not", code: "unknown-verb", edits: [["- delete databases", "- ▸delete database"]] },
  { what: "a word with a value", code: "grant-target", edits: [["- delete databases", "- delete databases: ▸all"]] },
  {
    what: "a word with a parameter",
    code: "unknown-verb",
    edits: [["regions: [eu-central-1]", "regions: [eu-central-1]\n        in: ▸Production"]],
  },
  {
    what: "a region that there is not",
    code: "grant-target",
    edits: [
      ["[eu-central-1]", "[eu-centrall-1]"],
      ["- act outside", "- ▸act outside"],
    ],
  },
  {
    what: "a region of another partition",
    code: "grant-target",
    edits: [
      ["[eu-central-1]", "[cn-north-1]"],
      ["- act outside", "- ▸act outside"],
    ],
  },
  {
    what: "regions that are missing",
    code: "grant-target",
    edits: [["- act outside regions: [eu-central-1]", "- ▸act outside regions"]],
  },
  {
    what: "a service without resource policies of this kind",
    code: "grant-target",
    edits: [["- access from outside organization: [s3, sts]", "- ▸access from outside organization: [ec2]"]],
  },
  {
    what: "a word of the other type",
    code: "guardrail-word",
    edits: [["- delete databases", "- ▸access from outside organization: [s3]"]],
  },
  {
    what: "an Allow",
    code: "guardrail-allows",
    edits: [statement('▸{ Effect: Allow, Action: "s3:*", Resource: "*" }')],
  },
  {
    what: "a statement that IAM refuses",
    code: "iam-statement",
    edits: [statement('{ Effect: Deny, Principal: ▸"*", Action: "s3:*", Resource: "*" }')],
  },
  {
    what: "an action that there is not",
    code: "iam-statement",
    edits: [statement('{ Effect: Deny, Action: "▸s3:GetObjekt", Resource: "*" }'.replace('"▸', '▸"'))],
  },
  {
    what: "more than AWS takes in one policy",
    code: "guardrail-too-large",
    edits: [
      ["  databases:", "  ▸databases:"],
      statement(`{ Effect: Deny, Action: "s3:GetObject", Resource: [${many(400, "bucket")}] }`),
    ],
  },
  {
    what: "more than AWS takes in one resource control policy",
    code: "guardrail-too-large",
    edits: [
      ["  perimeter:", "  ▸perimeter:"],
      [
        "    deny:\n      - access",
        `    statements:\n      - { Effect: Deny, Principal: "*", Action: "s3:GetObject", Resource: [${many(200, "bucket")}] }\n    deny:\n      - access`,
      ],
    ],
  },
  {
    what: "a tenth guardrail at the root",
    code: "too-many-guardrails",
    edits: [["  regions:\n", `${attached(9, "▸")}  regions:\n`]],
  },
  {
    what: "the management account as target",
    code: "guardrail-binds-nothing",
    edits: [["[ou Workloads/Production, Development]", "[▸Management]"]],
  },
  {
    what: "an account that there is not",
    code: "unknown-account",
    edits: [["[ou Workloads/Production, Development]", "[▸Developement]"]],
  },
  { what: "a unit that there is not", code: "unknown-ou", edits: [["ou Workloads/Production", "▸ou Production"]] },
  {
    what: "a target twice",
    code: "duplicate-entry",
    edits: [["Production, Development]", "Production, ▸ou Workloads/Production]"]],
  },
  {
    what: "a target below another",
    code: ["target-covered", "target-covered"],
    edits: [["[ou Workloads/Production, Development]", "[ou Workloads, ▸ou Workloads/Production, ▸Development]"]],
  },
  {
    what: "an account below the root",
    code: "target-covered",
    edits: [["[ou Workloads/Production, Development]", "[root, ▸Production]"]],
  },
  {
    what: "an owner that is no group",
    code: "unknown-group",
    edits: [["reason: Recovery\n        owner: Operations", "reason: Recovery\n        owner: ▸Nobody"]],
  },
  { what: "a review that is due", code: "exception-review-due", edits: [["2027-06-30", "▸2026-11-24"]] },
  ...[
    "BreakGlass",
    "role Break*",
    "role /break-glass/",
    "role /a*/BreakGlass",
    "user ada",
    "principal arn:aws:iam::*:role/x",
    "principal arn:aws:iam::444455556666:role/*",
  ].map((key): SpoiledGuardrail => ({
    what: `the exception ${key}`,
    code: "guardrail-exception",
    edits: [exception(`▸${key}`)],
  })),
  {
    what: "an exception for a pipeline that there is not",
    code: "unknown-pipeline",
    edits: [exception("▸pipeline relase")],
  },
  {
    what: "an exception for a set that there is not",
    code: "unknown-permission-set",
    edits: [exception("▸permission-set Dploy")],
  },
  {
    what: "an exception from a resource control policy that names no account",
    code: "guardrail-exception",
    edits: [
      [
        "      - access from outside organization: [s3, sts]\n",
        "      - access from outside organization: [s3, sts]\n    exceptions:\n      ▸role Partner: { reason: Exchange, owner: Operations, review: 2027-06-30 }\n",
      ],
    ],
  },
  {
    what: "nothing to deny",
    code: "missing-key",
    edits: [
      ["  databases:", "  ▸databases:"],
      ["    deny:\n      - delete databases\n", ""],
    ],
  },
];
