import type { Diagnostic, DiagnosticCode } from "./diagnostics.ts";
import { diagnostics } from "./diagnostics.ts";
import type { ConfigPath, Place, Places } from "./places.ts";
import { pathText, placeOf } from "./places.ts";

/** What is said of one finding, beside its code and its place. */
export interface Finding {
  /** What was found, and what is allowed or the nearest name. */
  message: string;
  /** What to write instead. */
  fix: string;
  /** Points at the key rather than at the value, or the other way round; see `placeOf`. */
  at?: "key" | "value";
}

/** Collects what is wrong, each at its place. Passed along explicitly; nothing throws because of wrong input. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly places: Places;
  /** Sections of which something is left out because it is wrong: what seems to be missing may be just that. */
  readonly incomplete = new Set<string>();

  constructor(places: Places) {
    this.places = places;
  }

  /** Adds a finding about a path of the configuration; nothing where the same path has been refused before. */
  add(code: DiagnosticCode, path: ConfigPath, finding: Finding): void {
    const text = pathText(path);
    if (this.places.get(text)?.refused === true) return;
    this.addAt(code, placeOf(this.places, text, finding.at), text, finding);
  }

  /** Adds a finding about a place that is no node of the configuration: a character, a file. */
  addAt(code: DiagnosticCode, place: Place, path: string, { message, fix }: Omit<Finding, "at">): void {
    const { severity } = diagnostics[code];
    this.diagnostics.push({
      code,
      severity,
      ...place,
      path,
      message,
      fix,
    });
  }

  /** The place as a reader would look it up: `config/base.yaml:12`. */
  where(path: ConfigPath): string {
    const { file, line } = placeOf(this.places, path, "key");
    return `${file}:${line}`;
  }
}
