import { nearest } from "../iam/nearest.ts";
import type { Configuration } from "./configuration.ts";
import type { DiagnosticCode } from "./diagnostics.ts";
import type { Findings } from "./findings.ts";
import type { ConfigPath } from "./places.ts";
import { childPath, pathText } from "./places.ts";
import { someOf } from "./references.ts";
import type { Account } from "./sections/accounts.ts";
import { isUnitPath } from "./sections/accounts.ts";
import { type Term, parseSelector } from "./selector-text.ts";

type Accounts = Record<string, Account>;

/**
 * The names of the accounts that a selector means, or that a list names, in the order of `accounts` and each once. What
 * is wrong with it is reported at `path`; what is right in it still counts. Suspended and closed accounts are skipped
 * by selectors and refused where they are named.
 */
export function selectAccounts(
  written: string | readonly string[],
  configuration: Pick<Configuration, "accounts">,
  path: ConfigPath,
  findings: Findings,
): string[] {
  const { accounts } = configuration;
  const base = pathText(path);
  const chosen = new Set<string>();
  if (typeof written !== "string") {
    written.forEach((name, at) => {
      const place = childPath(base, at);
      if (/[\s,]/u.test(name) && !Object.hasOwn(accounts, name)) {
        findings.add("selector", place, {
          message: `\`${name}\` is no account's name; a list holds names only.`,
          fix: "Write one selector without the list, its parts joined by `and`.",
        });
      } else {
        for (const account of named(name, accounts, place, findings)) chosen.add(account);
      }
    });
    return inOrder(accounts, chosen);
  }
  if (Object.hasOwn(accounts, written)) return named(written, accounts, base, findings);
  const selector = parseSelector(written, accounts, () => organizationalUnits(accounts));
  if (typeof selector === "string") {
    findings.add("selector", base, {
      message: selector,
      fix: proposed(written),
    });
    return [];
  }
  const before = findings.diagnostics.length;
  for (const term of selector.terms) for (const name of evaluate(term, accounts, base, findings)) chosen.add(name);
  for (const term of selector.except) {
    for (const name of evaluate(term, accounts, base, findings, true)) chosen.delete(name);
  }
  if (chosen.size === 0 && !findings.incomplete.has("accounts") && findings.diagnostics.length === before) {
    findings.add("selects-nothing", base, {
      message: `\`${written}\` means no account.`,
      fix: "Delete the line, or let fewer accounts be excepted.",
    });
  }
  return inOrder(accounts, chosen);
}

function proposed(written: string): string {
  if (written.includes(",")) return `Write \`${written.replaceAll(/\s*,\s*(?:and )?/gu, " and ")}\`.`;
  if (/^(?:every|all|any)\b/iu.test(written)) return "Write `all accounts`.";
  return "Write an account's name, `all accounts`, `accounts in UNIT`, `accounts under UNIT` or `accounts tagged KEY=VALUE`; several with `and` between them.";
}

function inOrder(accounts: Accounts, chosen: ReadonlySet<string>): string[] {
  return Object.keys(accounts).filter((name) => chosen.has(name));
}

/** Every path that an account's unit has or passes, `root` left out. */
export function organizationalUnits(accounts: Accounts): string[] {
  const paths = new Set<string>();
  for (const { ou } of Object.values(accounts)) {
    const names = ou === "root" || !isUnitPath(ou) ? [] : ou.split("/");
    names.forEach((_, at) => paths.add(names.slice(0, at + 1).join("/")));
  }
  return [...paths];
}

function evaluate(term: Term, accounts: Accounts, path: string, findings: Findings, excepted = false): string[] {
  const active = Object.entries(accounts).filter(([, { status = "active" }]) => status === "active");
  const where = (matches: (account: Account) => boolean): string[] =>
    active.filter(([, account]) => matches(account)).map(([name]) => name);
  switch (term.kind) {
    case "all":
      return where(() => true);
    case "account":
      return named(term.name, accounts, path, findings, excepted);
    case "in": {
      const unit = resolveUnit(term.ou, accounts, path, findings);
      return unit === undefined ? [] : where(({ ou }) => ou === unit);
    }
    case "under": {
      const unit = resolveUnit(term.ou, accounts, path, findings);
      const below = (ou: string): boolean => unit === "root" || ou === unit || ou.startsWith(`${unit ?? ""}/`);
      return unit === undefined ? [] : where(({ ou }) => isUnitPath(ou) && below(ou));
    }
    case "tagged": {
      const { key, value } = term;
      const has = (account: Account): boolean => account.tags?.[key] === value;
      if (!findings.incomplete.has("accounts") && !Object.values(accounts).some(has))
        unknownTag(key, value, accounts, path, findings);
      return where(has);
    }
  }
}

function named(name: string, accounts: Accounts, path: string, findings: Findings, excepted = false): string[] {
  const account = Object.hasOwn(accounts, name) ? accounts[name] : undefined;
  if (account === undefined) {
    // An entry that is wrong beyond repair is missing here, and has its diagnostic.
    if (findings.places.has(childPath("accounts", name))) return [];
    const names = Object.keys(accounts);
    const known = `Write one of: ${someOf(names)}.`;
    unknown("unknown-account", `No account is called "${name}".`, nearest(name, names), path, findings, known);
    return [];
  }
  const { status = "active" } = account;
  if (status !== "active" && !excepted) {
    findings.add("account-not-active", path, {
      message: `The account ${name} is ${status}.`,
      fix: `Take ${name} out.`,
    });
    return [];
  }
  return [name];
}

/** The whole path of a unit that is written from the top (`root/` may stand before it), or by its last names. */
function resolveUnit(written: string, accounts: Accounts, path: string, findings: Findings): string | undefined {
  if (written === "root") return "root";
  const units = organizationalUnits(accounts);
  const whole = written.startsWith("root/") ? written.slice("root/".length) : undefined;
  const matches = units.filter((unit) =>
    whole === undefined ? unit === written || unit.endsWith(`/${written}`) : unit === whole,
  );
  const [match] = matches;
  if (matches.length > 1) {
    const ways = matches.map((unit) => `\`${unit === written ? `root/${unit}` : unit}\``).join(" or ");
    findings.add("ambiguous-ou", path, {
      message: `Several organizational units are called "${written}": ${matches.join(", ")}.`,
      fix: `Write ${ways}.`,
    });
    return undefined;
  }
  if (match === undefined) {
    if (findings.incomplete.has("accounts")) return undefined;
    const meant = nearest(written, [...units, ...units.map((unit) => unit.slice(unit.lastIndexOf("/") + 1))]);
    const known = `Write one of: ${someOf(["root", ...units])}.`;
    unknown(
      "unknown-ou",
      `No account is in or under an organizational unit "${written}".`,
      meant,
      path,
      findings,
      known,
    );
  }
  return match;
}

function unknownTag(key: string, value: string, accounts: Accounts, path: string, findings: Findings): void {
  const tags = Object.values(accounts).flatMap(({ tags: own = {} }) =>
    Object.entries(own).map(([k, v]) => `${k}=${v}`),
  );
  const written = `${key}=${value}`;
  const known =
    tags.length === 0
      ? "No account has tags: write them under `accounts`."
      : `Write one of: ${someOf([...new Set(tags)])}.`;
  unknown("unknown-tag", `No account has the tag ${written}.`, nearest(written, tags), path, findings, known);
}

function unknown(
  code: DiagnosticCode,
  message: string,
  meant: string | undefined,
  path: string,
  findings: Findings,
  fix: string,
): void {
  findings.add(code, path, { message: meant === undefined ? message : `${message} Did you mean "${meant}"?`, fix });
}
