/** One part of a selector. */
export type Term =
  | { kind: "all" }
  | { kind: "account"; name: string }
  | { kind: "in" | "under"; ou: string }
  | { kind: "tagged"; key: string; value: string };

/** The accounts of any of `terms`, without those of any of `except`. */
export interface Selector {
  terms: Term[];
  except: Term[];
}

/**
 * Reads a selector; a text says why it is none. Names of accounts hold no spaces, names of organizational units may,
 * and may even hold ` and `: the longest unit that exists is taken.
 */
export function parseSelector(
  written: string,
  accounts: Readonly<Record<string, unknown>>,
  units: () => readonly string[],
): Selector | string {
  if (written.includes(",")) return `\`${written}\` has a comma, where \`and\` is to stand.`;
  const [included = "", excepted, ...more] = written.split(" except ");
  if (more.length > 0)
    return `\`${written}\` has \`except\` twice; everything to be left out stands after one, joined by \`and\`.`;
  const terms = parseTerms(included, accounts, units);
  if (typeof terms === "string") return terms;
  const except = excepted === undefined ? [] : parseTerms(excepted, accounts, units);
  return typeof except === "string" ? except : { terms, except };
}

function parseTerms(
  written: string,
  accounts: Readonly<Record<string, unknown>>,
  units: () => readonly string[],
): Term[] | string {
  const parts = written.split(" and ");
  const terms: Term[] = [];
  for (let at = 0; at < parts.length;) {
    const taken = longestUnit(parts, at, units);
    const term = parseTerm(parts.slice(at, at + taken).join(" and "), accounts);
    if (typeof term === "string") return term;
    terms.push(term);
    at += taken;
  }
  return terms;
}

/** How many parts from `at` on belong to one term: more than one where together they name a unit that exists. */
function longestUnit(parts: readonly string[], at: number, units: () => readonly string[]): number {
  const begins = /^accounts (?:in|under) (?:root\/)?/u.exec(parts[at] ?? "");
  if (begins === null) return 1;
  for (let taken = parts.length - at; taken > 1; taken--) {
    const unit = parts
      .slice(at, at + taken)
      .join(" and ")
      .slice(begins[0].length);
    if (units().some((known) => known === unit || known.endsWith(`/${unit}`))) return taken;
  }
  return 1;
}

function parseTerm(written: string, accounts: Readonly<Record<string, unknown>>): Term | string {
  if (written === "all accounts") return { kind: "all" };
  const match = /^accounts (in|under|tagged) (\S(?:.*\S)?)$/u.exec(written);
  const [, kind, what = ""] = match ?? [];
  if (kind === "in" || kind === "under") return { kind, ou: what };
  if (kind === "tagged") {
    const equals = what.indexOf("=");
    if (equals < 1 || equals === what.length - 1)
      return `\`${written}\` needs a tag with its value, as in \`accounts tagged environment=production\`.`;
    return { kind, key: what.slice(0, equals), value: what.slice(equals + 1) };
  }
  if (/^\S+$/u.test(written) || Object.hasOwn(accounts, written)) return { kind: "account", name: written };
  return `\`${written}\` does not say which accounts.`;
}
