import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
import { checkCharacters, checkTabs } from "./characters.ts";
import type { Findings } from "./findings.ts";
import type { Located, Position } from "./places.ts";
import { childPath, wholeFile } from "./places.ts";
import type { Tree, TreeMap } from "./tree.ts";
import { reportSyntax } from "./yaml-errors.ts";

/** One file, read. */
export interface Source {
  /** False where the tree may lack something that the file meant to say. */
  whole: boolean;
  tree: TreeMap;
  /** By which places count: without byte order mark, lines end with LF. Absent where the file cannot be read. */
  text?: string;
}

/**
 * Reads the text of one YAML file: everything is text, and what is shorter than what it says (anchors, merge keys,
 * tags) is refused. Places go into `findings.places`. What is refused is missing from the tree, or empty text where a
 * value is. Without a text, which then has its diagnostic, there is nothing.
 */
export function read(file: string, text: string | undefined, findings: Findings): Source {
  findings.places.set("", { file, value: wholeFile, kind: "map" });
  if (text === undefined) return { whole: false, tree: {} };
  return { ...new Reader(file, text, findings).read(), text };
}

class Reader {
  readonly file: string;
  readonly text: string;
  readonly findings: Findings;
  readonly lines = new LineCounter();

  constructor(file: string, text: string, findings: Findings) {
    this.file = file;
    this.text = text;
    this.findings = findings;
  }

  read(): Source {
    const documents = parseAllDocuments(this.text, {
      schema: "failsafe",
      strict: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      lineCounter: this.lines,
    });
    checkTabs(this.text, (offset) => {
      this.refuse("yaml-tab", offset, "", {
        message: "A tab stands here, which looks like spaces.",
        fix: "Write spaces instead.",
      });
    });
    const [first, second] = "empty" in documents ? [] : documents;
    if (first === undefined) {
      this.refuseFile("file-empty", {
        message: "The file says nothing.",
        fix: "Write a section, such as `access:`, or delete the file and its name under `include`.",
      });
      return { whole: true, tree: {} };
    }
    if (second !== undefined) {
      this.refuse("yaml-several-documents", second.range[0], "", {
        message: "`---` begins a second document here, which nobody reads.",
        fix: "Delete the line, or make another file of what follows.",
      });
    }
    const readable = reportSyntax(first.errors, this.text, (code, offset, finding) => {
      this.refuse(code, offset, "", finding);
    });
    if (!readable) return { whole: false, tree: {} };
    const { contents } = first;
    if (!isMap(contents)) {
      if (isScalar(contents) && contents.value === "") {
        this.refuseFile("file-empty", {
          message: "The file says nothing.",
          fix: "Write a section, such as `access:`, or delete the file and its name under `include`.",
        });
      } else {
        this.refuse("yaml-not-a-map", contents?.range[0] ?? 0, "", {
          message: `The file is ${isSeq(contents) ? "a list" : "a text"}, and has no sections.`,
          fix: "Begin at the left edge with the name of a section, such as `access:`, and indent what belongs to it.",
        });
      }
      return { whole: true, tree: {} };
    }
    return { whole: second === undefined, tree: this.map(contents, "") };
  }

  /** The node's value; undefined where it is refused. */
  private node(node: Node | null, path: string, key: Position | undefined, after: number): Tree | undefined {
    const start = node?.range?.[0] ?? after;
    const located: Located = {
      file: this.file,
      ...(key === undefined ? {} : { key }),
      value: isScalar(node) ? this.placeOf(node) : this.position(start),
      kind: isMap(node) ? "map" : isSeq(node) ? "list" : isScalar(node) && node.type !== "PLAIN" ? "quoted" : "plain",
    };
    this.findings.places.set(path, located);
    const refused = this.refusal(node, path, start);
    if (refused) {
      located.refused = true;
      return undefined;
    }
    if (isMap(node)) return this.map(node, path);
    if (isSeq(node)) return this.list(node, path);
    if (!isScalar(node)) return undefined;
    if (!this.hasOnlyPlainCharacters(node, path)) located.refused = true;
    return this.scalar(node, path);
  }

  private refusal(node: Node | null, path: string, start: number): boolean {
    if (isAlias(node)) {
      this.refuse("yaml-alias", start, path, {
        message: `\`*${node.source}\` without quotes stands for something defined elsewhere.`,
        fix: `Write it out, or, if it is text: "*${node.source}"`,
      });
      return true;
    }
    if (node !== null && "anchor" in node) {
      this.refuse("yaml-alias", start, path, {
        message: `\`&${node.anchor}\` names a value for use elsewhere.`,
        fix: "Write the value out where it is used.",
      });
    }
    if (node?.tag !== undefined) {
      this.refuse("yaml-tag", start, path, {
        message: "A tag (`!...`) stands before the value.",
        fix: "Delete the tag; a `!` that is text stands in quotes.",
      });
    }
    const empty =
      node === null ||
      (isScalar(node) && (node.value === "" || (node.type === "PLAIN" && /^(~|null)$/iu.test(String(node.value))))) ||
      ((isMap(node) || isSeq(node)) && node.items.length === 0);
    if (empty) {
      const found = isMap(node)
        ? "Nothing stands between the braces"
        : isSeq(node)
          ? "The list is empty"
          : "Nothing stands here";
      this.refuse("empty-value", start, path, {
        message: `${found}.`,
        fix: "Write what is meant, or delete the line.",
      });
    }
    return empty;
  }

  private map(node: YAMLMap, path: string): TreeMap {
    const tree: TreeMap = {};
    const seen = new Map<string, number>();
    for (const { key, value } of node.items as Pair<Node | null, Node | null>[]) {
      const start = key?.range?.[0] ?? node.range?.[0] ?? 0;
      if (!isScalar(key) || typeof key.value !== "string" || key.value === "" || key.value === "__proto__") {
        this.refuse("yaml-syntax", start, path, {
          message: "What stands here before the colon can be no name.",
          fix: "Write a word and a colon; a text with braces or brackets stands in quotes.",
        });
        continue;
      }
      const name = key.value;
      const child = childPath(path, name);
      if (name === "<<") {
        this.refuse("yaml-merge-key", key, child, {
          message: "`<<` takes over lines from elsewhere.",
          fix: "Write the lines out.",
        });
        continue;
      }
      const legible = this.hasOnlyPlainCharacters(key, child);
      const before = seen.get(name);
      if (before !== undefined) {
        this.refuse("duplicate-key", key, child, {
          message: `\`${name}\` stands here a second time; the first is in line ${this.position(before).line}.`,
          fix: "Keep one of them, or unite what they say.",
        });
        continue;
      }
      seen.set(name, start);
      tree[name] = this.node(value, child, this.placeOf(key), (key.range?.[1] ?? start) + 1) ?? "";
      const located = this.findings.places.get(child);
      if (!legible && located !== undefined) located.refused = true;
    }
    return tree;
  }

  private list(node: YAMLSeq, path: string): Tree[] {
    return (node.items as (Node | null)[]).map((item, at) => {
      return this.node(item, childPath(path, at), undefined, node.range?.[0] ?? 0) ?? "";
    });
  }

  private scalar(node: Scalar, path: string): string {
    const text = String(node.value);
    if (node.type === "PLAIN" && (isLongNumber(text) || (/^accounts\..+\.id$/u.test(path) && /^\d+$/u.test(text)))) {
      this.refuse("unquoted-digits", node, path, {
        message: `${text} stands without quotes.`,
        fix: `Write it in quotes: "${text}"`,
      });
    }
    return text;
  }

  private hasOnlyPlainCharacters(node: Scalar, path: string): boolean {
    let plain = true;
    checkCharacters(this.text, node, (code, offset, finding) => {
      plain = false;
      this.refuse(code, offset, path, finding);
    });
    return plain;
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }

  /** Where a node stands; of a text also how much of the line it takes. */
  private placeOf(node: Node): Position {
    const [start, end] = node.range ?? [0, 0];
    if (!isScalar(node)) return this.position(start);
    const { length } = this.text.slice(start, end).split("\n", 1)[0] ?? "";
    return { ...this.position(start), ...(length === 0 ? {} : { length }) };
  }

  private refuse(
    code: Parameters<Findings["addAt"]>[0],
    at: number | Node,
    path: string,
    finding: { message: string; fix: string },
  ): void {
    const place = typeof at === "number" ? this.position(at) : this.placeOf(at);
    this.findings.addAt(code, { file: this.file, ...place }, path, finding);
  }

  private refuseFile(code: Parameters<Findings["addAt"]>[0], finding: { message: string; fix: string }): void {
    this.findings.addAt(code, { file: this.file, ...wholeFile }, "", finding);
  }
}

/** Whether YAML's core schema takes the text for a number that other programs may write in another way. */
function isLongNumber(text: string): boolean {
  return /^\d{10,}$/u.test(text) || (/^[-+.\d]|^0[ox]/u.test(text) && Math.abs(Number(text)) >= 1e9);
}
