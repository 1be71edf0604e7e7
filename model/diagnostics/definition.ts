/** What everyone can look up about a diagnostic; `docs/diagnostics.md` is made of it. */
export interface Definition {
  /** An error stops everything: nothing is deployed. A warning is printed and lets pass. */
  severity: "error" | "warning";
  title: string;
  /** Why it is wrong, and what to do. */
  explanation: string;
  /** The section of docs/editing-access.md on what was probably meant to be done, by its anchor. */
  guide?: string;
  /** YAML that has it. */
  example: string;
}

export type Definitions = Record<string, Definition>;
