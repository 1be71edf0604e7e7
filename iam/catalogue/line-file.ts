import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

/**
 * A JSON object with one member a line, so that one member can be read and parsed without the rest: the data has
 * megabytes, a run needs a few lines of it. The first line says how many bytes each line after it has; the second is
 * the header.
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
  const bytes = Object.fromEntries(members.map(([key, member]) => [key, Buffer.byteLength(member)]));
  return `{\n${[`"lines":${JSON.stringify(bytes)}`, ...members.map(([, member]) => member)].join(",\n")}\n}\n`;
}

/** Reads such a file of the folder `data`, and of it only the lines that are asked for. */
export class LineFileReader<Header, Entry> {
  readonly #path: string;
  readonly #parsed = new Map<string, unknown>();
  #places: Map<string, { start: number; bytes: number }> | undefined;

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
    this.#places ??= readPlaces(this.#path);
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const line = readBytes(this.#path, place.start, place.bytes).toString();
    return (JSON.parse(`{${line}}`) as Record<string, unknown>)[key];
  }
}

const first = `{\n"lines":`;

/** Where each line stands, by its key. */
function readPlaces(path: string): Map<string, { start: number; bytes: number }> {
  let size = 2 ** 16;
  let head: Buffer;
  let end: number;
  do {
    size *= 2;
    head = readBytes(path, 0, size);
    end = head.indexOf("\n", first.length);
  } while (end < 0 && head.length === size);
  // Behind each line stand a comma and the end of the line.
  let start = end + 1;
  const places = new Map<string, { start: number; bytes: number }>();
  const lines = JSON.parse(head.toString("utf8", first.length, end - 1)) as Record<string, number>;
  for (const [key, bytes] of Object.entries(lines)) {
    places.set(key, { start, bytes });
    start += bytes + 2;
  }
  return places;
}

function readBytes(path: string, start: number, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, start));
  } finally {
    closeSync(file);
  }
}
