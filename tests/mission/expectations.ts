import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Bearer } from "./bearers.ts";
import { type Outcome, outcome, parseRequest, trusts } from "./expectation.ts";

/** What tests/expectations/ says of one bearer. */
export interface Expectations {
  can?: string[];
  cannot?: string[];
  denied?: string[];
  /** Who may assume the role, and who may not. */
  trusts?: string[];
  "does-not-trust"?: string[];
  /** Reason → mutations that change nothing. */
  "makes-no-difference"?: Record<string, string[]>;
}

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`../expectations/${file}.yaml`, import.meta.url), "utf8"));

export const lists = read("lists") as Record<string, string[]>;

/** By bearer. A heading may name several accounts: `permission-set ReadOnly in DevOps, Production`. */
export function expectationsOf(stack: string): Map<string, Expectations> {
  const sections = Object.entries(read(stack) as Record<string, Expectations>);
  return new Map(
    sections.flatMap(([heading, expectations]) => {
      const [, who = heading, accounts = ""] = /^(.* (?:in|from|to) )(.+)$/.exec(heading) ?? [];
      return accounts.split(", ").map((account) => [who + account, expectations] as const);
    }),
  );
}

/** The texts of the expectations that do not hold, with what is the case instead. */
export function broken(bearer: Bearer, expectations: Expectations): string[] {
  return [...statementsOf(expectations)].flatMap(([expected, texts]) =>
    texts.flatMap((text) => {
      const actual = isTrust(expected) ? (trusts(bearer, text) ? "trusts" : "does-not-trust") : said(bearer, text);
      return actual === expected ? [] : [`${expected} ${text}: ${actual}`];
    }),
  );
}

/** Whether any expectation does not hold; stops at the first. */
export function isNoticed(mutant: Bearer, expectations: Expectations): boolean {
  return [...statementsOf(expectations)].some(([expected, texts]) =>
    texts.some((text) =>
      isTrust(expected) ? trusts(mutant, text) !== (expected === "trusts") : said(mutant, text) !== expected,
    ),
  );
}

function said(bearer: Bearer, text: string): Outcome {
  return outcome(bearer, parseRequest(text, bearer));
}

const isTrust = (kind: string): boolean => kind === "trusts" || kind === "does-not-trust";

function statementsOf(expectations: Expectations): Map<string, string[]> {
  const kinds = ["can", "cannot", "denied", "trusts", "does-not-trust"] as const;
  return new Map(kinds.map((kind) => [kind, (expectations[kind] ?? []).flatMap(expanded)]));
}

/** `all of LIST` stands for what lists.yaml has under that name. */
function expanded(text: string): string[] {
  if (!text.startsWith("all of ")) return [text];
  const list = lists[text.slice("all of ".length)];
  if (list === undefined) throw new Error(`There is no list "${text}"`);
  return list;
}
