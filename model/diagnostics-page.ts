import { diagnostics, domains } from "./diagnostics.ts";
import type { Definition } from "./diagnostics/definition.ts";

const headings: Record<keyof typeof domains, string> = {
  files: "Files",
  yaml: "YAML",
  structure: "Structure",
  organization: "Organization and accounts",
  people: "People",
  access: "Permission sets and access",
  permissions: "Permissions",
  audit: "Audit and the floor under every account",
  software: "Workloads and pipelines",
  guardrails: "Guardrails",
  security: "The security file",
  "policy-pack": "The policy pack",
};

/** The page that explains every diagnostic, in Markdown: `docs/diagnostics.md`. */
export function diagnosticsPage(): string {
  const sections = Object.entries(domains).map(([domain, definitions]) => {
    const entries = Object.entries(definitions as Record<string, Definition>).map(([code, one]) => entry(code, one));
    return `## ${headings[domain as keyof typeof domains]}\n\n${entries.join("\n")}`;
  });
  const all = Object.values(diagnostics);
  const errors = all.filter(({ severity }) => severity === "error").length;
  return `# Diagnostics

Everything that can be wrong with the configuration: ${errors} errors, which stop everything before anything is deployed,
and ${all.length - errors} warnings, which forbid nothing. [What the check says, and in which forms](checking.md).

This page is generated from the list in \`model/diagnostics/\`.

${sections.join("\n")}`;
}

function entry(code: string, { severity, title, explanation, example, guide }: Definition): string {
  const how = guide === undefined ? "" : ` [How it is done](editing-access.md#${guide}).`;
  return `### ${code}\n\n**${title}** (${severity}). ${explanation}${how}\n\n\`\`\`text\n${example}\n\`\`\`\n`;
}
