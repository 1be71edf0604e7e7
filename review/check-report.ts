import type { Diagnostic } from "../model/diagnostics.ts";
import { hasErrors } from "../model/report.ts";

/** What a check of the configuration has to say. */
export interface CheckReport {
  /** The stack files that were judged, all together. */
  files: readonly string[];
  /** The only stack of which is told; undefined where all is told. */
  stack: string | undefined;
  /** What is told, by whichever part of the check; errors first, each by place. */
  diagnostics: readonly Diagnostic[];
  /** How many errors lie where only other stacks look: they are not told, and forbid a deployment all the same. */
  errorsElsewhere: number;
  /** The text of each file that could be read, by its name in the diagnostics. */
  texts: ReadonlyMap<string, string>;
  /** What stands before `docs/` in an address: nothing, or where the repository's files are shown. */
  home: string;
}

/** Whether any stack may be deployed: no error anywhere. */
export function isDeployable({ diagnostics, errorsElsewhere }: CheckReport): boolean {
  return errorsElsewhere === 0 && !hasErrors(diagnostics);
}
