import { access } from "./diagnostics/access.ts";
import { audit } from "./diagnostics/audit.ts";
import type { Definition } from "./diagnostics/definition.ts";
import { files } from "./diagnostics/files.ts";
import { guardrails } from "./diagnostics/guardrails.ts";
import { organization } from "./diagnostics/organization.ts";
import { people } from "./diagnostics/people.ts";
import { permissions } from "./diagnostics/permissions.ts";
import { policyPack } from "./diagnostics/policy-pack.ts";
import { security } from "./diagnostics/security.ts";
import { software } from "./diagnostics/software.ts";
import { structure } from "./diagnostics/structure.ts";
import { yaml } from "./diagnostics/yaml.ts";

/** Everything that can be wrong with a configuration: the closed list, by domain. A new domain is one more file here. */
export const domains = {
  files,
  yaml,
  structure,
  organization,
  people,
  access,
  permissions,
  software,
  guardrails,
  security,
  audit,
  "policy-pack": policyPack,
};

const all = {
  ...files,
  ...yaml,
  ...structure,
  ...organization,
  ...people,
  ...access,
  ...permissions,
  ...software,
  ...guardrails,
  ...security,
  ...audit,
  ...policyPack,
};

export type DiagnosticCode = keyof typeof all;

/** Code → what it means. */
export const diagnostics: Record<DiagnosticCode, Definition> = all;

export interface Diagnostic {
  code: DiagnosticCode;
  severity: "error" | "warning";
  /** Relative to the working directory, where it lies below it. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as editors count. */
  column: number;
  /** UTF-16 units of the text that is meant, within the line; 0 means the file as a whole; absent, a place alone. */
  length?: number;
  /** Place in the configuration, such as `access.Developers.Production`; empty where a file as a whole is meant. */
  path: string;
  /** What was found, and what is allowed or the nearest name. */
  message: string;
  /** What to write instead. */
  fix?: string;
  /** Lines of security.yaml with which Security lets it stay. */
  exception?: readonly string[];
  /** The rule of the policy pack that says it, and AWS's page on the matter. */
  rule?: { name: string; url: string };
}
