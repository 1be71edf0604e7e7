import { isDeepStrictEqual } from "node:util";
import type { PolicyDocument, Statement } from "../../iam/document.ts";
import type { ShortGrant } from "../../model/deployment.ts";
import { type Phrase, listed, say, word } from "../phrase.ts";
import { type Atom, atomsOf, elementText, keyOf, notImplied } from "./atoms.ts";
import { conditionChange, conditionText } from "./conditions.ts";
import { type Detail, type Effect, worst } from "./item.ts";

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

/** A part of what a document says more or less. */
interface Part {
  effect: Statement["Effect"];
  /** All but the condition. */
  text: Phrase;
  condition: string | undefined;
}

/**
 * What a document means more and less than before: in short grants where they say it, else in statements. What something
 * else in the document implies is neither; a document that is only written otherwise says that.
 */
export function documentChange(before: Granted, after: Granted, meaning: Meaning): Detail[] {
  const old = atomsOf(before.document?.Statement ?? []);
  const now = atomsOf(after.document?.Statement ?? []);
  const more = partsOf(notImplied(now, old), after.shortGrants, before.shortGrants);
  const less = partsOf(notImplied(old, now), before.shortGrants, after.shortGrants);
  const otherwise = more.flatMap((part) => {
    const was = less.filter((one) => isBut(one, part));
    const [only] = was;
    return only === undefined || was.length > 1 || more.filter((one) => isBut(one, only)).length > 1
      ? []
      : [{ part, was: only }];
  });
  const paired = new Set(otherwise.flatMap(({ part, was }) => [part, was]));
  const whole = ({ effect, text, condition }: Part, sign: "+" | "-"): Detail => ({
    effect: meaning[effect][sign === "+" ? "more" : "less"],
    sign,
    text: condition === undefined ? text : say`${text} if ${conditionText(condition)}`,
  });
  const details = [
    ...otherwise.map(({ part: { effect, text, condition }, was }): Detail => ({
      effect: worst([{ effect: meaning[effect].more }, { effect: meaning[effect].less }]),
      sign: "~",
      text: say`${text}: ${conditionChange(was.condition, condition)}`,
    })),
    ...more.filter((part) => !paired.has(part)).map((part) => whole(part, "+")),
    ...less.filter((part) => !paired.has(part)).map((part) => whole(part, "-")),
  ];
  if (details.length > 0) return details;
  return [{ effect: "none", sign: "~", text: word("its document is written otherwise, and means the same") }];
}

/** Whether two say the same but under another condition. */
function isBut(one: Part, other: Part): boolean {
  return one.effect === other.effect && isDeepStrictEqual(one.text, other.text);
}

function partsOf(atoms: readonly Atom[], grants: readonly ShortGrant[], others: readonly ShortGrant[]): Part[] {
  const left = new Map(atoms.map((atom) => [keyOf(atom), atom]));
  const inShort = grants.flatMap(({ text, statements }): Part[] => {
    const explained = atomsOf(statements).filter((atom) => left.has(keyOf(atom)));
    const [first] = explained;
    if (first === undefined) return [];
    for (const atom of explained) left.delete(keyOf(atom));
    const words = first.effect === "Deny" ? say`denied: ${text}` : say`${text}`;
    if (!others.some((other) => other.text === text))
      return [{ effect: first.effect, text: words, condition: undefined }];
    // The words stay: it is what they come to that changes.
    return grouped(explained, ({ condition = "" }) => [condition]).map((group) => {
      const resources = [...new Set(group.map(({ resource }) => elementText(resource)))].sort();
      return { effect: first.effect, text: say`${words}, on ${listed(resources)}`, condition: group[0]?.condition };
    });
  });
  return [...inShort, ...statementsOf([...left.values()])];
}

/** Atoms as few statements: what has all but the resource in common stands together, then what has all but the action. */
function statementsOf(atoms: readonly Atom[]): Part[] {
  const rows = grouped(atoms, ({ effect, principal, action, condition = "" }) => [
    effect,
    principal,
    action,
    condition,
  ]).map((group) => ({
    ...(group[0] as Atom),
    resources: [...new Set(group.map(({ resource }) => resource))].sort(),
  }));
  return grouped(rows, ({ effect, principal, condition = "", resources }) => [
    effect,
    principal,
    condition,
    ...resources,
  ]).map((group) => {
    const [{ effect, principal, condition, resources }] = group as [(typeof rows)[number]];
    const actions = [...new Set(group.map(({ action }) => elementText(action)))].sort();
    const who = principal === "" ? [] : say` for ${elementText(principal)}`;
    const where = resources.every((resource) => resource === "") ? [] : say` on ${listed(resources.map(elementText))}`;
    return { effect, text: say`${word(effect)} ${listed(actions)}${who}${where}`, condition };
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
