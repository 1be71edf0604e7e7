import type { Deployment } from "./deployment.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { load } from "./load.ts";
import { formatReport, hasErrors, sorted } from "./report.ts";
import { resolve } from "./resolve.ts";

export interface Plan {
  /** What the stack makes; undefined where anything is wrong that forbids to go on. */
  deployment: Deployment | undefined;
  /** Sorted by place, each once. */
  diagnostics: Diagnostic[];
  /** The diagnostics as text for people; empty where there are none. */
  report: string;
}

/** From a stack file such as `config/prod.yaml` to what that stack makes. Wrong input never throws. */
export function plan(stackFile: string, options: { today?: string } = {}): Plan {
  const { stack, diagnostics: read, findings, today } = load(stackFile, options);
  const deployment = stack && resolve(stack, findings, today);
  const diagnostics = sorted([...read, ...findings.diagnostics]);
  return {
    deployment: hasErrors(diagnostics) ? undefined : deployment,
    diagnostics,
    report: formatReport(diagnostics),
  };
}
