import { hostileFiles, hostileKeys, hostileValues } from "./hostile.ts";
import type { Random } from "./random.ts";

/** What happens to one file. */
type Mutation = (text: string, random: Random) => string | Buffer;

type LinesMutation = (lines: string[], at: number, random: Random) => void;

const onLines =
  (mutate: LinesMutation): Mutation =>
  (text, random) => {
    const lines = text.split("\n");
    mutate(lines, random.below(lines.length), random);
    return lines.join("\n");
  };

/** The spaces and dashes before a line's words. */
const indentOf = (line: string): string => /^[ -]*/u.exec(line)?.[0] ?? "";

/** The lines that belong to the one at `at`: those below that are indented further. */
function blockLength(lines: readonly string[], at: number): number {
  const depth = indentOf(lines[at] ?? "").length;
  const after = lines.slice(at + 1).findIndex((line) => line.trim() !== "" && indentOf(line).length <= depth);
  return 1 + (after < 0 ? lines.length - at - 1 : after);
}

function insert(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Replaces what stands behind the colon or the dash of a line. */
const withValue = (line: string, value: string): string =>
  /: \S/u.test(line) ? line.replace(/: .*$/u, () => `: ${value}`) : line.replace(/- .*$/u, () => `- ${value}`);

export const mutations: Readonly<Record<string, Mutation>> = {
  "drop a line": onLines((lines, at) => lines.splice(at, 1)),
  "drop a block": onLines((lines, at) => lines.splice(at, blockLength(lines, at))),
  "repeat a block": onLines((lines, at) => lines.splice(at, 0, ...lines.slice(at, at + blockLength(lines, at)))),
  "move a block": onLines((lines, at, random) => {
    const block = lines.splice(at, blockLength(lines, at));
    lines.splice(random.below(lines.length + 1), 0, ...block);
  }),
  "swap two values": onLines((lines, at, random) => {
    const other = random.below(lines.length);
    const [a = "", b = ""] = [lines[at], lines[other]];
    lines[at] = withValue(a, b.replace(/^[^:]*: /u, ""));
    lines[other] = withValue(b, a.replace(/^[^:]*: /u, ""));
  }),
  "rename a key": onLines((lines, at, random) => {
    lines[at] = (lines[at] ?? "").replace(/[^ -][^:]*(?=:)/u, () => random.pick(hostileKeys));
  }),
  "add a key": onLines((lines, at, random) => {
    lines.splice(
      at,
      0,
      `${indentOf(lines[at] ?? "").replaceAll("-", " ")}${random.pick(hostileKeys)}: ${random.pick(hostileValues)}`,
    );
  }),
  "replace a value": onLines((lines, at, random) => {
    lines[at] = withValue(lines[at] ?? "", random.pick(hostileValues));
  }),
  "make a list of it": onLines((lines, at) => {
    lines[at] = (lines[at] ?? "").replace(/: (.+)$/u, ": [$1, $1]");
  }),
  "make a map of it": onLines((lines, at) => {
    lines[at] = (lines[at] ?? "").replace(/: (.+)$/u, ": { a: $1 }");
  }),
  "indent otherwise": onLines((lines, at, random) => {
    lines[at] = random.pick([" ", "   ", "\t", "- "]) + (lines[at] ?? "");
  }),
  "indent less": onLines((lines, at) => {
    lines[at] = (lines[at] ?? "").replace(/^ {1,2}/u, "");
  }),
  "insert a character": (text, random) =>
    insert(text, random, random.pick(Array.from("{}[]:,&*!|>'\"%@`#?-~\\\t\r\0\u0007\u200B\uFEFF\u202E\u2028é漢😀"))),
  "insert a value": (text, random) => insert(text, random, random.pick(hostileValues)),
  "delete a character": (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  "break a byte": (text, random) => {
    const bytes = Buffer.from(text);
    bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  "cut the end off": (text, random) => text.slice(0, random.below(text.length)),
  "end lines as Windows does": (text) => text.replaceAll("\n", "\r\n"),
  "begin with a byte order mark": (text) => `\uFEFF${text}`,
  "begin another document": onLines((lines, at, random) =>
    lines.splice(at, 0, random.pick(["---", "...", "%YAML 1.2", "--- !!map"])),
  ),
  "name a value and use it": onLines((lines, at, random) => {
    lines[at] = (lines[at] ?? "").replace(/: ?/u, ": &name ");
    const other = at + 1 + random.below(lines.length - at);
    lines[other] = withValue(lines[other] ?? "", random.pick(["*name", "{ <<: *name }", "[*name, *name]"]));
  }),
  "merge a value into a map": onLines((lines, at) => {
    lines.splice(at, 0, `${indentOf(lines[at] ?? "").replaceAll("-", " ")}<<: { a: b }`);
  }),
  "nest deeply": onLines((lines, at, random) => {
    const depth = random.pick([50, 500, 2000]);
    lines[at] = withValue(lines[at] ?? "", "[".repeat(depth) + "x" + "]".repeat(depth));
  }),
  "repeat a line very often": onLines((lines, at, random) => {
    const line = lines[at] ?? "";
    const many = Array.from({ length: random.pick([100, 3000]) }, (_, number) =>
      line.replace(/[A-Za-z][\w-]*/u, `$&${number}`),
    );
    lines.splice(at, 1, ...many);
  }),
  "repeat a block very often": onLines((lines, at) => {
    const block = lines.slice(at, at + Math.min(blockLength(lines, at), 40));
    const many = Array.from({ length: 200 }, (_, number) =>
      block.map((line, row) => (row === 0 ? line.replace(/[A-Za-z][\w-]*/u, `$&${number}`) : line)),
    );
    lines.splice(at, block.length, ...many.flat());
  }),
  "replace the file": (_, random) => random.pick(hostileFiles),
};
