import type { Guardrail } from "../../model/deployment.ts";
import { sorted } from "../../model/report.ts";
import { resolve } from "../../model/resolve.ts";
import { type Case, loadCompany, today } from "./case.ts";

/** Guardrails of the company, without a fault. */
export const file = `guardrails:
  databases:
    type: service-control-policy
    owner: Operations
    targets: [root]
    deny:
      - delete databases
    exceptions:
      role BreakGlass:
        reason: Recovery
        owner: Operations
        review: 2027-06-30
  regions:
    type: service-control-policy
    owner: Operations
    targets: [ou Workloads/Production, Development]
    deny:
      - act outside regions: [eu-central-1]
  perimeter:
    type: resource-control-policy
    owner: Operations
    targets: [root]
    deny:
      - access from outside organization: [s3, sts]
`;

/** Loads and resolves the company with these files, which prod includes. */
export function judged(
  files: Record<string, string>,
  edits: Case["edits"] = [],
): { found: string[]; expected: string[]; guardrails: Guardrail[] } {
  const include: Case["edits"] = Object.hasOwn(files, "guardrails.yaml")
    ? [["prod.yaml", "include: [base.yaml]", "include: [base.yaml, guardrails.yaml]"]]
    : [];
  const { loaded, expected } = loadCompany({ files, edits: [...include, ...edits] });
  const deployments = loaded.readable.map(({ configuration, findings }) => resolve(configuration, findings, today));
  const all = sorted([...loaded.diagnostics, ...loaded.readable.flatMap(({ findings }) => findings.diagnostics)]);
  const found = all.map((one) => `${one.file.split("/").slice(-1).join("/")}:${one.line}:${one.column} ${one.code}`);
  return { found: [...new Set(found)], expected, guardrails: deployments.flatMap(({ guardrails }) => guardrails) };
}
