import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A JSON object with one member a line, so that one member can be found and parsed without parsing the rest: the data
 * has megabytes, a run needs a few lines of it. The first line is the header.
 */
export interface LineFile<Header, Entry> {
  header: Header;
  entries: Record<string, Entry>;
}

/** The text of such a file: JSON as a whole, one entry a line. */
export function lineFile<Header, Entry>({ header, entries }: LineFile<Header, Entry>): string {
  const lines = Object.entries({ header, ...entries }).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Reads such a file of the folder `data` at the first question, and parses only the lines that are asked for. */
export class LineFileReader<Header, Entry> {
  readonly #name: string;
  readonly #parsed = new Map<string, unknown>();
  #bytes: Buffer | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  header(): Header {
    return this.#member("header") as Header;
  }

  entry(key: string): Entry | undefined {
    return key === "header" ? undefined : (this.#member(key) as Entry | undefined);
  }

  #member(key: string): unknown {
    if (!this.#parsed.has(key)) this.#parsed.set(key, this.#line(key));
    return this.#parsed.get(key);
  }

  #line(key: string): unknown {
    this.#bytes ??= readFileSync(join(import.meta.dirname, "data", this.#name));
    const label = `\n${JSON.stringify(key)}:`;
    const at = this.#bytes.indexOf(label);
    if (at < 0) return undefined;
    const end = this.#bytes.indexOf("\n", at + 1);
    const text = this.#bytes.toString("utf8", at + Buffer.byteLength(label), end);
    return JSON.parse(text.endsWith(",") ? text.slice(0, -1) : text);
  }
}
