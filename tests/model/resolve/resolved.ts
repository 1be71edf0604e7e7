import type { Deployment } from "../../../model/deployment.ts";
import { resolve } from "../../../model/resolve.ts";
import { type Case, loadCompany, today } from "../case.ts";

/** What a stack of the company makes, and what is wrong with it: `CODE PATH`. */
export function resolved(
  stack: string,
  edits: Case["edits"] = [],
  day = today,
): { deployment: Deployment; found: string[] } {
  const { loaded } = loadCompany({ edits, stackFile: `${stack}.yaml` });
  const asked = loaded.readable.find(({ configuration }) => configuration.stack === stack);
  if (asked === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
  const { configuration, findings } = asked;
  const deployment = resolve(configuration, findings, day);
  const found = [...loaded.diagnostics, ...findings.diagnostics].map(({ code, path }) => `${code} ${path}`);
  return { deployment, found: [...new Set(found)] };
}
