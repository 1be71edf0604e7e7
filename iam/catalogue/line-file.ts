import { openSync, readSync } from "node:fs";
import { join } from "node:path";

/**
 * A JSON object with one member a line, so that one member can be read and parsed without the rest: the data has
 * megabytes, a run needs a few lines of it. The first line says where the others begin, in bytes from its own end;
 * the second is the header.
 */
export interface LineFile<Header, Entry> {
  header: Header;
  entries: Record<string, Entry>;
}

/** The text of such a file: JSON as a whole, one entry a line. No entry is called `lines`. */
export function lineFile<Header, Entry>({ header, entries }: LineFile<Header, Entry>): string {
  const members = Object.entries({ header, ...entries }).map(([key, value]): [string, string] => [
    key,
    `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  ]);
  let end = 0;
  const starts = members.map(([key, member]): [string, number] => {
    const start = end;
    end += Buffer.byteLength(member) + ",\n".length;
    return [key, start];
  });
  const lines = `"lines":${JSON.stringify(Object.fromEntries(starts))}`;
  return `{\n${[lines, ...members.map(([, member]) => member)].join(",\n")}\n}\n`;
}

/** Reads such a file of the folder `data`, and of it only the lines that are asked for. */
export class LineFileReader<Header, Entry> {
  readonly #path: string;
  readonly #parsed = new Map<string, unknown>();
  #opened: { file: number; starts: Record<string, number>; end: number } | undefined;

  constructor(name: string) {
    this.#path = join(import.meta.dirname, "data", name);
  }

  header(): Header {
    return this.#member("header") as Header;
  }

  entry(key: string): Entry | undefined {
    return key === "header" ? undefined : (this.#member(key) as Entry | undefined);
  }

  #member(key: string): unknown {
    if (!this.#parsed.has(key)) this.#parsed.set(key, this.#read(key));
    return this.#parsed.get(key);
  }

  #read(key: string): unknown {
    this.#opened ??= opened(this.#path);
    const { file, starts, end } = this.#opened;
    if (!Object.hasOwn(starts, key)) return undefined;
    return readMember(readLine(file, end + (starts[key] ?? 0)))[key];
  }
}

/** The file, which stays open, and where each line begins, counted from `end`, by its key. */
function opened(path: string): { file: number; starts: Record<string, number>; end: number } {
  const file = openSync(path, "r");
  const start = "{\n".length;
  const line = readLine(file, start);
  return { file, starts: readMember(line)["lines"] as Record<string, number>, end: start + line.length };
}

function readMember(line: Buffer): Record<string, unknown> {
  const text = line.toString();
  return JSON.parse(`{${text.slice(0, text.endsWith(",\n") ? -2 : -1)}}`) as Record<string, unknown>;
}

/** A line with its end. */
function readLine(file: number, start: number): Buffer {
  for (let size = 2 ** 15; ; size *= 2) {
    const bytes = Buffer.allocUnsafe(size);
    const read = bytes.subarray(0, readSync(file, bytes, 0, size, start));
    const end = read.indexOf("\n");
    if (end >= 0 || read.length < size) return read.subarray(0, end + 1);
  }
}
