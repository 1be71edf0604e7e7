import { relative, resolve } from "node:path";
import type { Deployment } from "../../model/deployment.ts";
import type { Diagnostic } from "../../model/diagnostics.ts";
import { plan } from "../../model/plan.ts";
import type { StackFile } from "./project.ts";
import { formatReport, hasErrors } from "../../model/report.ts";

/** What the configuration of all stacks says, before any engine runs. */
export interface Planned {
  /** In the order of the stack files; empty where anything forbids to go on. */
  deployments: Deployment[];
  /** Errors and warnings as text for people; empty where there are none. */
  report: string;
}

/** Plans every stack. Places in the report are relative to the working directory. */
export function planStacks(repository: string, stacks: StackFile[]): Planned {
  const diagnostics: Diagnostic[] = [];
  const deployments: Deployment[] = [];
  const texts = new Map<string, string>();
  for (const { file } of stacks) {
    const planned = plan(relative(process.cwd(), resolve(repository, file)));
    diagnostics.push(...planned.diagnostics);
    for (const [name, text] of planned.texts) texts.set(name, text);
    if (planned.deployment !== undefined) deployments.push(planned.deployment);
  }
  return { deployments: hasErrors(diagnostics) ? [] : deployments, report: formatReport(diagnostics, texts) };
}
