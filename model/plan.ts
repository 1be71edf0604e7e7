import { checkAdministratorSets } from "./administrators.ts";
import type { Deployment } from "./deployment.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { type LoadOptions, load } from "./load.ts";
import { checkLockOut } from "./lock-out.ts";
import { checkPreviewer } from "./party.ts";
import type { Places } from "./places.ts";
import { formatReport, hasErrors, sorted } from "./report.ts";
import { resolve } from "./resolve.ts";
import type { Stack } from "./stack.ts";

export interface Plan {
  /** What the stack makes; undefined where anything is wrong that forbids to go on. */
  deployment: Deployment | undefined;
  /** What every stack of the directory makes, the one asked for among them; none where anything is wrong. */
  deployments: Deployment[];
  /** The configurations that they come from, with the places of their lines; none where anything is wrong. */
  stacks: readonly Stack[];
  /** Where the configuration of each of these stacks stands, by the stack's name. */
  places: ReadonlyMap<string, Places>;
  /** YYYY-MM-DD, UTC: the day by which all of it is judged. */
  today: string;
  /** Sorted by place, each once. */
  diagnostics: Diagnostic[];
  /** The text of each file that could be read, by its name in the diagnostics. */
  texts: ReadonlyMap<string, string>;
  /** Each stack file with the files that it includes, directly or through others; named as in the diagnostics. */
  stackFiles: ReadonlyMap<string, readonly string[]>;
  /** The diagnostics as text for people; empty where there are none. */
  report: string;
}

/**
 * From a stack file such as `config/prod.yaml` to what that stack makes. All stacks of the directory are judged
 * together; an error in any of them forbids all. Wrong input never throws.
 */
export function plan(stackFile: string, options: LoadOptions = {}): Plan {
  const { stack: asked, readable, diagnostics: read, today, texts, stackFiles } = load(stackFile, options);
  const deployments = readable.map(({ configuration, findings }) => resolve(configuration, findings, today));
  if (!hasErrors(read)) {
    checkLockOut(readable, deployments);
    checkPreviewer(readable, deployments);
    checkAdministratorSets(readable, deployments);
  }
  const diagnostics = sorted([...read, ...readable.flatMap(({ findings }) => findings.diagnostics)]);
  const right = hasErrors(diagnostics) ? [] : deployments;
  return {
    deployment: right.find(({ stack }) => stack === asked?.stack),
    deployments: right,
    stacks: right.length === 0 ? [] : readable,
    places: new Map(readable.map(({ configuration, findings }) => [configuration.stack, findings.places])),
    today,
    diagnostics,
    texts,
    stackFiles,
    report: formatReport(diagnostics, texts),
  };
}
