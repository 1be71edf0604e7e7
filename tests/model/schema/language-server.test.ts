import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type LanguageServer, type OpenText, startLanguageServer } from "./language-server.ts";
import { directory } from "./validator.ts";

const config = dirname(directory);
const shipped = readdirSync(config).filter((name) => name.endsWith(".yaml"));
const prod = readFileSync(join(config, "prod.yaml"), "utf8");

/** Edits of prod.yaml with the cursor at `|`, and some of what an editor offers there, with words about it. */
const completions: [what: string, from: string, to: string, offers: Record<string, RegExp>][] = [
  ["groups under access", "  Finance:\n    Management: [Billing-ReadOnly]\n", "  |\n", { Finance: /^$/u }],
  [
    "accounts and selectors under a group",
    "  Finance:\n",
    "  Finance:\n    |\n",
    { Production: /^$/u, "all accounts": /^$/u, "accounts under Workloads": /^$/u },
  ],
  [
    "permission sets between brackets",
    "Management: [Billing-ReadOnly]",
    "Management: [Billing-ReadOnly, |]",
    { ReadOnly: /^See how things are set up/u },
  ],
  [
    "permission sets and a set until a day, in lines",
    "    Production:\n      - DeploymentManager\n",
    "    Production:\n      - |\n",
    {
      DeploymentManager: /^Release and roll back/u,
      "permission-set": /^Which permission set/u,
      until: /inclusive, UTC/u,
    },
  ],
  [
    "keys of a permission set",
    "    session-duration: 8 hours\n",
    "    |\n",
    { "session-duration": /1 to 12 hours/u, "permissions-boundary": /The most that the bearer/u },
  ],
  [
    "groups as owners",
    "    owner: Finance\n",
    "    owner: |\n",
    { Finance: /aws-finance/u, Developers: /aws-developers/u },
  ],
  ["policies of AWS", "[AWSBillingReadOnlyAccess]", "[|]", { ViewOnlyAccess: /^/u, SecurityAudit: /^/u }],
  [
    "verbs",
    "      - operate databases: orders-*\n",
    "      - |\n",
    { "read objects": /Read the contents of S3/u, in: /lies/u },
  ],
  [
    "words of a denial",
    "    deny:\n      - delete databases\n",
    "    deny:\n      - |\n",
    { "stop auditing": /CloudTrail/u },
  ],
  ["what runs a workload", "    runs-on: ecs\n", "    runs-on: |\n", { lambda: /^/u, ec2: /^/u }],
  ["sections", "\naudit:\n", "\n|\naudit:\n", { guardrails: /^What nobody may do/u, groups: /^Groups of people/u }],
];

/** Texts of prod.yaml with the pointer at `|`, and what an editor shows there. */
const explained: [what: string, from: string, to: string, says: RegExp][] = [
  [
    "a key: what it is, what holds without it, an example",
    "    session-duration: 8 hours",
    "    session|-duration: 8 hours",
    /How long a session lasts[^]*Default: .*1 hour[^]*8 hours/u,
  ],
  [
    "what stands beside an account",
    "    Management: [Billing-ReadOnly]",
    "    Manage|ment: [Billing-ReadOnly]",
    /list of permission sets/u,
  ],
  [
    "what a permission set is, where access names it",
    "    Management: [Billing-ReadOnly]",
    "    Management: [Billing|-ReadOnly]",
    /Billing-ReadOnly.*See bills/u,
  ],
];

/** Edits of prod.yaml, and what an editor says against the line. */
const mistakes: [what: string, from: string, to: string, says: RegExp][] = [
  [
    "a key that is misspelt",
    "session-duration: 8 hours",
    "sesion-duration: 8 hours",
    /sesion-duration is not allowed/u,
  ],
  ["a section that is misspelt", "\nworkloads:\n", "\nworkload:\n", /workload is not allowed/u],
  ["a text for a list", "Management: [Billing-ReadOnly]", "Management: Billing-ReadOnly", /Expected is a list/u],
  [
    "a key that is missing",
    "    description: See bills, budgets and cost reports; pay or change nothing\n",
    "",
    /Missing property "description"/u,
  ],
  ["nothing", "    owner: Finance\n", "    owner:\n", /Expected is a text/u],
  ["a duration of another form", "session-duration: 8 hours", "session-duration: 8h", /something like: 8 hours/u],
  ["a day of another form", "until: 2027-03-31", "until: 31.3.2027", /something like: 2027-03-31/u],
  [
    "a comma in a selector",
    "    accounts under Workloads: ",
    "    accounts under Workloads, Security: ",
    /joined by `and`/u,
  ],
  ["a policy that AWS does not have", "[AWSBillingReadOnlyAccess]", "[AWSBilingReadOnlyAccess]", /no managed policy/u],
  [
    "a verb that there is not",
    "- operate databases: orders-*",
    "- run databases: orders-*",
    /run databases is not allowed/u,
  ],
  ["a parameter that is missing", "        to-service: ecs\n", "", /missing property to-service/u],
  [
    "a word that there is not",
    "    deny:\n      - delete databases\n",
    "    deny:\n      - delete database\n",
    /Expected is one of: delete databases/u,
  ],
  [
    "a section of the security file",
    "\naudit:\n",
    "\nbreak-glass: { owner: Operations }\naudit:\n",
    /break-glass is not allowed/u,
  ],
  ["another version", "version: 1\n", "version: 2\n", /not accepted/u],
];

/** Edits of prod.yaml that YAML's core schema reads as something else than text, and that are right. */
const right: [what: string, from: string, to: string][] = [
  ["a number for a text", "ticket: OPS-4711", "ticket: 4711"],
  ["a truth value for a text", "ticket: OPS-4711", "ticket: true"],
  ["a truth value in a condition", "ses:FromAddress: orders@securecart.example", "ses:FromAddress: true"],
  [
    "an account that the schema does not know",
    "    Management: [Billing-ReadOnly]",
    "    Warehouse: [Billing-ReadOnly]",
  ],
  ["a permission set that the schema does not know", "[Billing-ReadOnly]", "[Billing-Export]"],
  [
    "a long selector",
    "    accounts under Workloads: ",
    "    accounts tagged data=customer and accounts in root except DevOps: ",
  ],
];

describe("an editor with a YAML language server", () => {
  let server: LanguageServer;
  const opened = new Map<string, Opened>();

  before(async () => {
    server = await startLanguageServer(config);
    // All at once: the server waits a moment before it judges a text.
    for (const name of shipped) {
      opened.set(name, { ...server.open(name, readFileSync(join(config, name), "utf8")), line: 0, character: 0 });
    }
    for (const [what, from, to] of [...completions, ...mistakes, ...right, ...explained]) {
      opened.set(what, edited(server, `edited-${opened.size}.yaml`, from, to));
    }
  });

  after(() => {
    server.close();
  });

  const textOf = (what: string): Opened => opened.get(what) ?? assert.fail(what);

  for (const name of shipped) {
    it(`has nothing against ${name}`, async () => {
      assert.deepEqual(await textOf(name).diagnostics, []);
    });
  }

  for (const [what, , , offers] of completions) {
    it(`offers ${what}`, async () => {
      const { complete, line, character } = textOf(what);
      const found = await complete({ line, character });
      for (const [label, words] of Object.entries(offers)) {
        assert.ok(found.has(label), `${label} is not among ${[...found.keys()].join(", ")}`);
        assert.match(found.get(label) ?? "", words);
      }
    });
  }

  for (const [what, , , says] of explained) {
    it(`explains ${what}`, async () => {
      const { hover, line, character } = textOf(what);
      assert.match(await hover({ line, character }), says);
    });
  }

  for (const [what, , , says] of mistakes) {
    it(`points at ${what}`, async () => {
      const { diagnostics, line } = textOf(what);
      const found = await diagnostics;
      assert.equal(found.length, 1, found.map(({ message }) => message).join("\n"));
      assert.match(found[0]?.message ?? "", says);
      const at = (found[0]?.range.start.line ?? 0) - line;
      assert.ok(at >= -1 && at <= 2, `line ${at} of the edit`);
    });
  }

  for (const [what] of right) {
    it(`has nothing against ${what}`, async () => {
      assert.deepEqual(await textOf(what).diagnostics, []);
    });
  }
});

/** A text, and where the cursor is: at `|`, else where the edit begins. */
type Opened = OpenText & { line: number; character: number };

/** Opens prod.yaml with an edit. */
function edited(server: LanguageServer, name: string, from: string, to: string): Opened {
  const begin = prod.indexOf(from);
  assert.ok(begin >= 0, `prod.yaml holds ${JSON.stringify(from)}`);
  const cursor = to.indexOf("|");
  const lines = (prod.slice(0, begin) + to.slice(0, Math.max(cursor, 0))).split("\n");
  const whole = prod.slice(0, begin) + to.replace("|", "") + prod.slice(begin + from.length);
  return { ...server.open(name, whole), line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
