import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DiagnosticCode } from "../../model/diagnostics.ts";
import { type Loaded, load } from "../../model/load.ts";
import { company } from "./company.ts";

/** The day on which the tests take place. */
export const today = "2026-11-25";

/** One thing spoiled in the company's configuration, and what has to be said of it. */
export interface Case {
  /** What the diagnostics have to be, in the order of the places that `▸` marks in the edited texts. */
  codes: DiagnosticCode[];
  what: string;
  /** File, text that is in it, text instead. `▸` stands before the place of a diagnostic. */
  edits?: [file: string, from: string, to: string][];
  /** Whole files, beside the company's or instead; null deletes one. `▸` as above. */
  files?: Record<string, string | Buffer | null>;
  /** Symbolic links, and what each leads to. */
  links?: Record<string, string>;
  /** The stack that is asked for, where it is not prod. */
  stackFile?: string;
}

const mark = "▸";

/** Writes a configuration into a directory of its own, loads it there, and removes it. Files are named relative to it. */
export function loadCompany({
  edits = [],
  files = {},
  links = {},
  stackFile = "prod.yaml",
}: Omit<Case, "codes" | "what">): {
  loaded: Loaded;
  expected: string[];
  found: string[];
} {
  const texts: Record<string, string | Buffer | null> = { ...company, ...files };
  for (const [file, from, to] of edits) {
    const text = texts[file];
    if (typeof text !== "string" || !text.includes(from)) throw new Error(`${file} has no "${from}".`);
    texts[file] = text.replace(from, () => to);
  }
  const directory = mkdtempSync(join(tmpdir(), "configuration-"));
  try {
    const expected: string[] = [];
    for (const [file, text] of Object.entries(texts)) {
      if (text === null) continue;
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), typeof text === "string" ? text.replaceAll(mark, "") : text);
      if (typeof text === "string") expected.push(...marks(file, text));
    }
    for (const [link, target] of Object.entries(links)) symlinkSync(target, join(directory, link));
    const loaded = load(join(directory, stackFile), { today });
    const found = loaded.diagnostics.map(
      ({ file, line, column, code }) => `${file.slice(directory.length + 1)}:${line}:${column} ${code}`,
    );
    return { loaded, expected, found };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The places of the marks, as `file:line:column`. */
function marks(file: string, text: string): string[] {
  const places: string[] = [];
  text.split("\n").forEach((line, at) => {
    let before = 0;
    for (let mark_ = line.indexOf(mark); mark_ >= 0; mark_ = line.indexOf(mark, mark_ + 1)) {
      places.push(`${file}:${at + 1}:${mark_ + 1 - before}`);
      before += 1;
    }
  });
  return places;
}
