import { dirname, isAbsolute, join, relative } from "node:path";
import { nearest } from "../iam/nearest.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Files } from "./files.ts";
import { Findings } from "./findings.ts";
import type { StackSource } from "./merge.ts";
import { type Place, type Position, wholeFile } from "./places.ts";
import { read } from "./read.ts";
import { checkSecuritySections, securityFile } from "./security-file.ts";
import { type StackHead, readHead } from "./stack-head.ts";

interface Read extends StackSource {
  findings: Findings;
  head: StackHead;
}

/** The directory of the stack files: each file is read once, and remembered whether a stack uses it. */
export class Directory {
  readonly path: string;
  private readonly source: Files;
  private readonly files = new Map<string, Read>();
  private readonly used = new Set<string>();

  constructor(path: string, source: Files) {
    this.path = path;
    this.source = source;
  }

  /** The stack file that is asked for, then the others of the directory, by name: those with `stack`. */
  stackFiles(asked: string): string[] {
    const here = this.source.list(this.path, false).map((name) => join(this.path, name));
    const others = here.filter((file) => !samePath(file, asked) && this.read(file).head.begins);
    return [asked, ...others];
  }

  /** A stack file and everything that it includes, directly or through others, each once. */
  gather(file: string, findings: Findings): { name: string | undefined; sources: StackSource[] } {
    const sources: StackSource[] = [];
    this.follow(file, [], new Set(), sources, findings);
    const { head, findings: own } = this.read(file);
    if (!head.begins && own.diagnostics.every(({ severity }) => severity !== "error")) {
      findings.addAt("stack-file-not-a-stack", this.at(file), "", {
        message: "The file does not say which stack it is.",
        fix: "Write `version: 1`, `stack: NAME` and `include: [...]` at its top.",
      });
    }
    for (const [other, { head: theirs }] of this.files) {
      if (other === file || theirs.stack === undefined || theirs.stack !== head.stack) continue;
      findings.addAt("stack-file-twice", this.at(file, head.stackPlace), "stack", {
        message: `\`${theirs.stack}\` is the stack of ${other} too.`,
        fix: "Give one of the two another name, or delete `stack` where the file is only included.",
      });
    }
    findings.places.set("", { file: this.source.nameOf(file), value: wholeFile, kind: "map" });
    return { name: head.stack, sources };
  }

  /** The text of every file that was looked at and could be read, by the name that its diagnostics have. */
  texts(): Map<string, string> {
    return new Map(
      [...this.files].flatMap(([file, { text }]) =>
        text === undefined ? [] : [[this.source.nameOf(file), text] as const],
      ),
    );
  }

  /** Whether every file that was looked at could be read: one that could not may begin a stack. */
  isWhole(): boolean {
    return [...this.files.values()].every(({ whole }) => whole);
  }

  /** What is wrong in each file by itself, and the files that no stack uses. */
  leftOver(): Diagnostic[] {
    const own = [...this.files.values()].flatMap(({ findings }) => findings.diagnostics);
    const findings = new Findings(new Map());
    // A file that could not be read may include any.
    const all = this.isWhole() ? this.source.list(this.path, true) : [];
    for (const file of all.map((name) => join(this.path, name)).filter((file) => !this.used.has(file))) {
      const code = file === securityFile(this.path) ? "security-file-unused" : "file-unused";
      findings.addAt(code, this.at(file), "", {
        message: "No stack includes this file: it has no effect.",
        fix: "Include it, or delete it.",
      });
    }
    return [...own, ...findings.diagnostics];
  }

  private follow(
    file: string,
    chain: readonly string[],
    seen: Set<string>,
    sources: StackSource[],
    findings: Findings,
  ): void {
    if (seen.has(file)) return;
    seen.add(file);
    this.used.add(file);
    const source = this.read(file);
    for (const { written, place, path } of source.head.include ?? []) {
      const target = join(dirname(file), written);
      const at = this.at(file, place);
      if (isAbsolute(written) || !this.source.isInside(this.path, target)) {
        findings.addAt("include-outside", at, path, {
          message: `\`${written}\` lies outside ${this.path}.`,
          fix: "Move the file into the directory, and write its path from the file that includes it.",
        });
      } else if ([...chain, file].includes(target)) {
        const circle = [...chain, file].slice([...chain, file].indexOf(target));
        findings.addAt("include-cycle", at, path, {
          message: `The files include each other in a circle: ${[...circle, target].join(" -> ")}.`,
          fix: "Take one of these lines out.",
        });
      } else if (!this.source.has(target)) {
        sources.push({ file: target, whole: false, tree: {}, places: new Map() });
        findings.addAt("file-missing", at, path, { message: `There is no file ${target}.`, fix: this.similar(target) });
      } else if (this.read(target).head.begins) {
        findings.addAt("include-stack-file", at, path, {
          message: `${target} begins a stack of its own.`,
          fix: "Move what both stacks share into a file without `stack`, and include that.",
        });
      } else {
        this.follow(target, [...chain, file], seen, sources, findings);
      }
    }
    sources.push(source);
  }

  private similar(missing: string): string {
    const meant = nearest(relative(this.path, missing), this.source.list(this.path, true));
    return meant === undefined
      ? "Correct the name, or write the file. A path begins at the file that includes."
      : `Did you mean ${join(this.path, meant)}?`;
  }

  private read(file: string): Read {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const findings = new Findings(new Map());
    const source = read(this.source.nameOf(file), this.source.text(file, findings), findings);
    const isSecurityFile = file === securityFile(this.path);
    checkSecuritySections(source.tree, isSecurityFile, findings);
    if (isSecurityFile && this.source.isLink(file)) {
      findings.addAt("security-file-link", this.at(file), "", {
        message: "The file is a symbolic link: whoever may change what it leads to could change it.",
        fix: "Put the file itself there.",
      });
    }
    const head = readHead(source.tree, findings);
    const whole = source.whole && head.include !== undefined;
    const made = { ...source, whole, file, places: findings.places, findings, head };
    this.files.set(file, made);
    return made;
  }

  private at(file: string, position: Position = wholeFile): Place {
    return { file: this.source.nameOf(file), ...position };
  }
}

function samePath(a: string, b: string): boolean {
  return relative(a, b) === "";
}
