import { stringify } from "yaml";
import type * as z from "zod";
import { sections } from "../configuration.ts";
import { headKeys } from "../stack-head.ts";
import type { JsonSchema } from "./json-schema.ts";
import { namesFile, wordDefinitions } from "./offers.ts";
import { partDefinitions, schemaOf } from "./schema-of.ts";

type Section = keyof typeof sections.shape;

/** In which file a section stands: in words for people who edit them. */
const shared = "a file that the stacks share, such as `base.yaml`";
const own = "the file of the stack that it concerns, such as `prod.yaml`";
const once = "the file of the stack that holds the management account, or one that it alone includes";
const security = "`security.yaml`, and nowhere else";
const places: Record<Section, string> = {
  organization: shared,
  "identity-center": shared,
  accounts: shared,
  "identity-providers": shared,
  groups: shared,
  users: shared,
  policies: `${shared}, where several stacks use one; else ${own}`,
  "permission-sets": own,
  access: own,
  workloads: own,
  "account-baseline": shared,
  pipelines: `${own}; ${shared}, where one reaches accounts of several stacks`,
  audit: once,
  guardrails: `${once}, such as \`guardrails.yaml\``,
  "break-glass": security,
  "raised-quotas": security,
  "lock-out-overrides": security,
  "policy-exceptions": security,
  "disabled-rules": security,
  "trusted-third-parties": security,
  administrators: security,
};

/** Parts that several sections have, and lists of words: each has a heading of its own. */
const headings: Record<string, string> = {
  grant: "Short grants",
  denial: "Denials",
  "guardrail-denial": "Words of guardrails",
  statement: "Statements",
  regions: "Regions",
  "runs-on": "Services that run something",
  "finding-properties": "Properties of findings",
  "iam-groups": "IAM groups",
  quotas: "Quotas",
};

/** What may stand beside a list's words. */
const beside: Record<string, string> = {
  "runs-on": "; or a service principal such as `glue.amazonaws.com`",
  "finding-properties": "; or `condition.` and a condition key",
};

/** What a text is that names something: what stands in `names.json`. */
const named: Record<string, string> = {
  accounts: "an account's name",
  "break-glass-users": "a break-glass user's name",
  files: "a file's path",
  groups: "a group's name",
  "guardrail-exceptions": "`role NAME`, `pipeline NAME`, `permission-set NAME`, `principal ARN`",
  "guardrail-targets": "`root`, `ou PATH`, an account's name",
  "identity-providers": "an identity provider's name",
  "organizational-units": "a path of organizational units, or `root`",
  parties: "`pipeline NAME`, `group NAME`, an ARN",
  "permission-sets": "a permission set's name",
  policies: "a policy's name",
  principals: "a group's name, or `user NAME`",
  selectors: "an account's name, or a selector",
  stacks: "a stack's name",
  users: "a user's name",
};

/** The page that explains every key, in Markdown: `docs/config-reference.md`. */
export function referencePage(): string {
  const head = Object.entries<z.ZodType>(headKeys).map(([key, schema]) => bullet(key, schemaOf(schema), false));
  const ofSections = Object.entries<z.ZodType>(sections.shape).flatMap(([key, zod]) => {
    const schema = schemaOf(zod);
    const example = stringify({ [key]: schema.examples?.[0] }, { lineWidth: 100 });
    return [
      `## ${key}`,
      schema.description ?? "",
      `Stands in ${places[key as Section]}.`,
      `\`\`\`yaml\n${example}\`\`\``,
      ...below(schema, key, true),
    ];
  });
  const parts = Object.entries(partDefinitions()).flatMap(([name, schema]) => {
    const options = (schema.anyOf ?? []).filter((option) => option !== true);
    const title = headings[name] ?? name;
    const own = [schema, ...options].flatMap((one) => [words(one), ...below({ ...one, anyOf: [] }, title, true)]);
    return [`## ${title}`, schema.description ?? "", ...own];
  });
  const lists = Object.entries(wordDefinitions()).flatMap(([name, schema]) => {
    const title = headings[name];
    return title === undefined ? [] : [`## ${title}`, `${kindOf(schema)}${beside[name] ?? ""}.`];
  });
  const all = [introduction, "## The file itself", head.join("\n"), ...ofSections, ...parts, ...lists];
  return all.filter((text) => text !== "").join("\n\n");
}

const introduction = `# Reference of the configuration

Every key that the files of \`config/\` can have: what it is, an example, and what holds where you leave it out. A key with
**needed** has to be there. \`NAME\` stands for a name, \`[]\` for each member of a list. An editor with the schema shows the
same while you write: [the configuration](../config/README.md) says how. What to write for a task is in [the
guide](editing-access.md).

This page is generated from what checks the files (\`npm run update-schema\`).`;

/** The keys of a map and of what lies below it, under a heading for each map. */
function below(schema: JsonSchema, path: string, isSectionItself = false): string[] {
  const own = bullets(schema);
  const heading = own === "" || isSectionItself ? own : `### ${path}\n\n${own}`;
  const children = [
    ...Object.entries(schema.properties ?? {}).map(([key, child]) => [`${path}.${key}`, child] as const),
    ...(schema.additionalProperties ? [[`${path}.NAME`, schema.additionalProperties] as const] : []),
    ...(schema.items === undefined ? [] : [[`${path}[]`, schema.items] as const]),
    ...(schema.anyOf ?? []).flatMap((option) => (option === true ? [] : [[path, option] as const])),
  ];
  return [heading, ...children.flatMap(([place, child]) => below(child, place))];
}

/** The words of a closed list, each with what it means. */
function words({ enum: list = [], enumDescriptions = [] }: JsonSchema): string {
  return list.map((word, at) => `- \`${String(word)}\`: ${enumDescriptions[at] ?? ""}`).join("\n");
}

function bullets({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const keys = Object.entries(properties).map(([key, child]) => bullet(key, child, required.includes(key)));
  // What people name freely and is any text, such as a tag, says nothing more.
  const named = additionalProperties && additionalProperties.description !== undefined;
  return [...keys, ...(named ? [bullet("NAME", { ...additionalProperties, examples: [] }, false)] : [])].join("\n");
}

function bullet(key: string, schema: JsonSchema, needed: boolean): string {
  const kind = kindOf(schema);
  return [
    `- \`${key}\`${needed ? " (**needed**)" : ""}: ${schema.description ?? ""}`,
    ...(kind === "" ? [] : [`Allowed: ${kind}.`]),
    exampleOf(schema),
  ]
    .join(" ")
    .trimEnd();
}

/** What may stand there, in words; empty where it is a map, or any text. */
function kindOf(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${String(word)}\``).join(", ");
  if (schema.items !== undefined) {
    const member = kindOf(schema.items);
    return member === "" ? "a list" : `a list (each: ${member})`;
  }
  const references = [schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap((one) =>
    one === true || one.$ref === undefined ? [] : [one.$ref],
  );
  const known = references.flatMap((reference) => {
    const [file = "", name = ""] = reference.split("#/definitions/");
    if (file === namesFile) return [named[name] ?? name];
    if (name === "aws-managed-policies") return ["a name of AWS's own list, which an editor offers"];
    const title = headings[name];
    return title === undefined ? [] : [`[${title.toLowerCase()}](#${anchor(title)})`];
  });
  if (known.length > 0) return known.join(", ");
  const kinds = (schema.anyOf ?? []).flatMap((one) => {
    if (one === true) return [];
    return one.type === "object" ? ["lines below it"] : [kindOf(one) || "a text"];
  });
  return kinds.join(", or ");
}

const anchor = (title: string): string => title.toLowerCase().replaceAll(" ", "-");

/** The first example: in the line where it is short, else as lines of YAML. */
function exampleOf({ examples: [first] = [] }: JsonSchema): string {
  if (first === undefined) return "";
  const isPlain = typeof first === "string" && /^(?:\d{1,9}|true|false)$/u.test(first);
  const style = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;
  const text = isPlain ? first : stringify(first, style).trim();
  if (text.length <= 100) return `Example: \`${text}\`.`;
  const lines = stringify(first, { lineWidth: 100 }).trimEnd().split("\n");
  return `Example:\n\n${["```yaml", ...lines, "```"].map((line) => `  ${line}`).join("\n")}\n`;
}
