/** What everyone can look up about a diagnostic; `docs/diagnostics.md` is made of it. */
export interface Definition {
  /** An error stops everything: nothing is deployed. A warning is printed and lets pass. */
  severity: "error" | "warning";
  title: string;
  /** Why it is wrong, and what to do. */
  explanation: string;
  /** YAML that has it. */
  example: string;
}

export type Definitions = Record<string, Definition>;
