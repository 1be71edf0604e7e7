import type { Diagnostic } from "../../model/diagnostics.ts";
import type { CheckReport } from "../../review/check-report.ts";

/** An error about one word of `config/prod.yaml`. */
export const oneError: Diagnostic = {
  code: "unknown-permission-set",
  severity: "error",
  file: "config/prod.yaml",
  line: 3,
  column: 18,
  length: 8,
  path: "access.Developers.Production[0]",
  message: "There is no permission set `Develper`.",
  fix: "Did you mean `Developer`?",
};

/** A warning about a file as a whole. */
export const oneWarning: Diagnostic = {
  code: "file-unused",
  severity: "warning",
  file: "config/old teams.yaml",
  line: 1,
  column: 1,
  length: 0,
  path: "",
  message: "No stack includes this file: it has no effect.",
};

/** What a check of SecureCart's two stacks might have to say. */
export function checked(diagnostics: readonly Diagnostic[], more: Partial<CheckReport> = {}): CheckReport {
  return {
    files: ["config/dev.yaml", "config/prod.yaml"],
    stack: undefined,
    diagnostics,
    errorsElsewhere: 0,
    texts: new Map([["config/prod.yaml", "access:\n  Developers:\n    Production: [Develper]\n"]]),
    home: "",
    ...more,
  };
}

/** The same with one name wherever a name can stand. */
export function checkedWith(name: string): CheckReport {
  const everywhere = { ...oneError, file: name, path: name, message: name, fix: name, line: 1, column: 1 };
  return checked([everywhere, { ...everywhere, message: `\`${name}\` ${name}`, length: 0 }], {
    files: [name],
    texts: new Map([[name, name]]),
    stack: name,
    errorsElsewhere: 2,
  });
}
