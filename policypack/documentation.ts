import { readFileSync } from "node:fs";
import { stringify } from "yaml";
import { schemas } from "./parameter.ts";
import type { Example, Rule } from "./rule.ts";

const mark = "<!-- What follows is generated from the rules: npm run update-docs -->";

/** The README with its part about the rules made anew; what stands before the mark is written by hand. */
export function readmeOf(readme: string, rules: readonly Rule[]): string {
  const [introduction = ""] = readme.split(mark);
  return [introduction.trimEnd(), mark, "## The rules", table(rules), ...rules.map(section)].join("\n\n") + "\n";
}

export function readmeText(): string {
  return readFileSync(new URL("README.md", import.meta.url), "utf8");
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map(({ name, level, severity, description }) => [
    `[${name}](#${name})`,
    level,
    severity,
    description,
  ]);
  const lines = [["rule", "level", "severity", "what holds"], ["---", "---", "---", "---"], ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function section(rule: Rule): string {
  const { name, description, level, severity, requirements, url, why, remediation, bad, good } = rule;
  const met = requirements.map(({ framework, version, number }) => `${framework} ${version}, ${number}`).join("; ");
  return [
    `### ${name}`,
    `${description} ${remediation}`,
    why,
    `Level: ${level}. Severity: ${severity}. ${met}. [AWS's page](${url}).`,
    ...example("Refused:", bad),
    ...example("Let through:", good),
    parameters(rule),
  ].join("\n\n");
}

function example(title: string, resources: Example): string[] {
  if (Object.keys(resources).length === 0) return [];
  return [title, `\`\`\`yaml\n${stringify({ resources }, { lineWidth: 0 }).trimEnd()}\n\`\`\``];
}

function parameters({ parameters: names, checkStack, check }: Rule): string {
  const own = names.map(
    (name) => `\`${name}\` (${schemas[name].description ?? ""} Otherwise ${JSON.stringify(schemas[name].default)}.)`,
  );
  const excepted = check === undefined && checkStack !== undefined ? [] : ["`exceptions`, as above"];
  const all = [...own, ...excepted];
  return all.length === 0 ? "It has no parameters." : `Parameters: ${all.join("; ")}.`;
}
