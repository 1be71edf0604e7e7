import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Case } from "../cases.ts";
import { type Given, notKnown, type Pack } from "../judge.ts";

/** Properties of the compliant resource that are replaced, or other resources altogether. */
type Change = Record<string, unknown> & { resources?: Written[] };
type Written = Omit<Given, "name"> & { name?: string };

interface RuleCases {
  /** What the pack is told in these cases. */
  config?: NonNullable<Pack["config"]>;
  compliant: Written;
  /** Each is one thing wrong. */
  spoilt: Change[];
  /** Each is another thing that is right. */
  right?: Change[];
  /** Each leaves something unknown, which the rule says. */
  unknown?: Change[];
  /** Each is worth advice. */
  advised?: Change[];
  /** Each is worth advice, where the pack is told nothing. */
  untold?: Change[];
  /** Each is right, where the pack is told nothing. */
  untoldRight?: Change[];
}

const folder = new URL("documents/", import.meta.url);
const documentProperties = new Set(["policy", "inlinePolicy", "assumeRolePolicy", "policyDocument", "accessPolicies"]);

/** Policy documents are written as data, and sent as text. */
function sent(value: unknown, key = ""): unknown {
  if (value === "<unknown>") return notKnown;
  if (Array.isArray(value)) return value.map((item: unknown) => sent(item));
  if (typeof value !== "object" || value === null) return value;
  if (documentProperties.has(key)) return JSON.stringify(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sent(item, name)]));
}

function casesOf(rule: string): Case[] {
  const file = parse(readFileSync(new URL(`${rule}.yaml`, folder), "utf8")) as RuleCases;
  const { config = {}, compliant, spoilt, right = [], unknown = [], advised = [] } = file;
  const made = (change: Change): Given[] => {
    const { resources, ...props } = change;
    const list = resources ?? [{ ...compliant, props: { ...compliant.props, ...props } }];
    return list.map((one, at) => ({ name: `r${at}`, ...one, props: sent(one.props ?? {}) as Record<string, unknown> }));
  };
  const some = (changes: Change[], expected: Case["expected"], told = config): Case[] =>
    changes.map((change) => ({
      title: JSON.stringify(change),
      program: made(change),
      expected,
      pack: { config: told },
    }));
  return [
    { title: "the compliant resource", program: made({}), expected: [], pack: { config } },
    ...some(right, []),
    ...some(spoilt, ["mandatory"]),
    ...some([...unknown, ...advised], ["advisory"]),
    ...some(file.untold ?? [], ["advisory"], {}),
    ...some(file.untoldRight ?? [], [], {}),
  ];
}

/** A file of cases for each rule about policy documents and attachments. */
export const documentCases: Record<string, Case[]> = Object.fromEntries(
  readdirSync(folder).map((file) => [file.slice(0, -".yaml".length), casesOf(file.slice(0, -".yaml".length))]),
);
