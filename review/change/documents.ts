import type { PolicyDocument, Statement } from "../../iam/document.ts";
import type { ShortGrant } from "../../model/deployment.ts";
import { type Phrase, listed, say, word } from "../phrase.ts";
import { type Atom, atomsOf, keyOf, notImplied } from "./atoms.ts";
import type { Detail, Effect } from "./item.ts";

/** A document, and which short grants are part of it. */
export interface Granted {
  document: PolicyDocument | undefined;
  shortGrants: readonly ShortGrant[];
}

/** What more and less of an Allow or of a Deny means for whoever the document is about. */
export type Meaning = Record<Statement["Effect"], { more: Effect; less: Effect }>;

/** Of a policy that somebody holds. */
export const held: Meaning = { Allow: { more: "gains", less: "loses" }, Deny: { more: "loses", less: "gains" } };

/** Of a policy that limits everybody. */
export const limiting: Meaning = {
  Allow: { more: "weakens", less: "loses" },
  Deny: { more: "loses", less: "weakens" },
};

/**
 * What a document means more and less than before: in short grants where they say it, else in statements. What something
 * else in the document implies is neither; a document that is only written otherwise says that.
 */
export function documentChange(before: Granted, after: Granted, meaning: Meaning): Detail[] {
  const old = atomsOf(before.document?.Statement ?? []);
  const now = atomsOf(after.document?.Statement ?? []);
  const details = [
    ...lines(notImplied(now, old), after.shortGrants, before.shortGrants, "+", meaning),
    ...lines(notImplied(old, now), before.shortGrants, after.shortGrants, "-", meaning),
  ];
  if (details.length > 0) return details;
  return [{ effect: "none", sign: "~", text: word("its document is written otherwise, and means the same") }];
}

function lines(
  atoms: readonly Atom[],
  grants: readonly ShortGrant[],
  others: readonly ShortGrant[],
  sign: "+" | "-",
  meaning: Meaning,
): Detail[] {
  const left = new Map(atoms.map((atom) => [keyOf(atom), atom]));
  const detail = (effect: Statement["Effect"], text: Phrase): Detail => ({
    effect: meaning[effect][sign === "+" ? "more" : "less"],
    sign,
    text,
  });
  const inShort = grants.flatMap(({ text, statements }): Detail[] => {
    const explained = atomsOf(statements).filter((atom) => left.has(keyOf(atom)));
    const [first] = explained;
    if (first === undefined) return [];
    for (const atom of explained) left.delete(keyOf(atom));
    const resources = [...new Set(explained.map(({ resource }) => resource))].sort();
    const known = others.some((other) => other.text === text);
    const denied = first.effect === "Deny" ? say`denied: ${text}` : say`${text}`;
    return [detail(first.effect, known ? say`${denied}, ${word("on")} ${listed(resources)}` : denied)];
  });
  return [...inShort, ...statementsOf([...left.values()]).map(({ effect, text }) => detail(effect, text))];
}

/** Atoms as few statements: what has all but the action in common stands together, then what has all but the resource. */
function statementsOf(atoms: readonly Atom[]): { effect: Statement["Effect"]; text: Phrase }[] {
  const byResource = grouped(atoms, ({ effect, principal, action, condition }) => [
    effect,
    principal,
    action,
    condition,
  ]);
  const rows = byResource.map((group) => ({
    ...(group[0] as Atom),
    resources: [...new Set(group.map(({ resource }) => resource))].sort(),
  }));
  return grouped(rows, ({ effect, principal, condition, resources }) => [
    effect,
    principal,
    condition,
    ...resources,
  ]).map((group) => {
    const [first] = group as [(typeof rows)[number]];
    const actions = [...new Set(group.map(({ action }) => action))].sort();
    const { effect, principal, condition, resources } = first;
    const who = principal === "" ? [] : say` ${word("for")} ${principal}`;
    const where = resources.every((resource) => resource === "") ? [] : say` on ${listed(resources)}`;
    const when = condition === "" ? [] : say` if ${condition}`;
    return { effect, text: say`${word(effect)} ${listed(actions)}${who}${where}${when}` };
  });
}

function grouped<T>(all: readonly T[], key: (one: T) => string[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = JSON.stringify(key(one));
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
