import type { Configuration } from "../configuration.ts";
import { organizationalUnits } from "../selector.ts";
import { breakGlassPath } from "../sections/break-glass.ts";
import type { Offer } from "../values/offer.ts";
import type { JsonSchema } from "./json-schema.ts";

/** A name, and what an editor says of it. */
type Names = Record<string, string>;

/**
 * The names that the stacks define, for editors to offer: what each is, in words of the configuration. `files` are
 * those that can be included.
 */
export function namesSchema(stacks: readonly Configuration[], files: readonly string[]): JsonSchema {
  const definitions = Object.entries(namesOf(stacks, files)).map(([kind, names]) => {
    const sorted = Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1));
    const list = sorted.map(([name]) => name);
    const descriptions = sorted.map(([, words]) => words);
    if (list.length === 0) return [kind, {}];
    return [
      kind,
      {
        enum: list,
        ...(descriptions.some((words) => words !== "") && { enumDescriptions: descriptions }),
        examples: list.slice(0, 1),
      },
    ];
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    description: "The names that the files of this directory define. Written by `npm run update-schema`.",
    definitions: Object.fromEntries(definitions) as Record<string, JsonSchema>,
  };
}

function namesOf(stacks: readonly Configuration[], files: readonly string[]): Partial<Record<Offer, Names>> {
  const all = <Section extends keyof Configuration>(section: Section): Exclude<Configuration[Section], undefined> =>
    Object.assign({}, ...stacks.map((stack) => stack[section])) as Exclude<Configuration[Section], undefined>;
  const names = <Entry>(entries: Record<string, Entry>, words: (entry: Entry) => string): Names =>
    Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, words(entry)]));
  const prefixed = (prefix: string, entries: Names): Names =>
    Object.fromEntries(Object.entries(entries).map(([name, words]) => [`${prefix} ${name}`, words]));

  const accounts = Object.fromEntries(
    Object.entries(all("accounts")).filter(([, { status = "active" }]) => status === "active"),
  );
  const accountNames = names(accounts, ({ id, ou }) => `${id}, in ${ou}`);
  const groups = names(
    all("groups"),
    ({ description, "display-name": shown, members }) =>
      description ?? (shown === undefined ? `Members: ${(members ?? []).join(", ")}` : `In the directory: ${shown}`),
  );
  const users = names(all("users"), (user) => `${user["given-name"]} ${user["family-name"]}`);
  const units = organizationalUnits(accounts);
  const pipelines = names(all("pipelines"), ({ description }) => description);
  const sets = Object.assign(
    {},
    ...stacks.map((own) =>
      names(own["permission-sets"], ({ description }) => `${description} (of the stack ${own.stack})`),
    ),
  ) as Names;
  const breakGlass = stacks.flatMap((stack) => stack["break-glass"] ?? [])[0];
  const tags = Object.values(accounts).flatMap((account) => Object.entries(account.tags ?? {}));
  return {
    accounts: accountNames,
    "break-glass-users": names(breakGlass?.users ?? {}, ({ owner }) => `Owned by ${owner}`),
    files: Object.fromEntries(files.map((file) => [file, ""])),
    groups,
    "guardrail-exceptions": {
      ...(breakGlass !== undefined && { [`role ${breakGlassPath}${breakGlass.role.name}`]: "The break-glass role" }),
      ...Object.fromEntries(
        stacks.map(({ organization }) => [`role ${organization["deploy-role"]}`, "The deploy role"]),
      ),
      ...prefixed("pipeline", pipelines),
      ...prefixed("permission-set", sets),
    },
    "guardrail-targets": {
      root: "Every account of the organization",
      ...prefixed("ou", Object.fromEntries(units.map((unit) => [unit, "Every account below it"]))),
      ...accountNames,
    },
    "identity-providers": names(all("identity-providers"), ({ type }) => type),
    "organizational-units": Object.fromEntries(["root", ...units].map((unit) => [unit, ""])),
    parties: { ...prefixed("pipeline", pipelines), ...prefixed("group", groups) },
    "permission-sets": sets,
    policies: names(all("policies"), ({ description }) => description),
    principals: { ...groups, ...prefixed("user", users) },
    selectors: {
      ...accountNames,
      "all accounts": "Every account of the organization",
      ...prefixed("accounts in", Object.fromEntries(["root", ...units].map((unit) => [unit, "Directly in it"]))),
      ...prefixed("accounts under", Object.fromEntries(units.map((unit) => [unit, "At any depth below it"]))),
      ...prefixed("accounts tagged", Object.fromEntries(tags.map(([key, value]) => [`${key}=${value}`, ""]))),
    },
    stacks: Object.fromEntries(stacks.map(({ stack, file }) => [stack, `Begins with ${file}`])),
    users,
  };
}
