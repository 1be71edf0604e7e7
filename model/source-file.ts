import { readFileSync, statSync } from "node:fs";
import type { DiagnosticCode } from "./diagnostics.ts";
import type { Findings } from "./findings.ts";
import { wholeFile } from "./places.ts";

/** Bytes that a configuration file has at most. */
export const largest = 1_000_000;

type Refuse = (code: DiagnosticCode, message: string, fix: string) => string | undefined;

/** The text of a configuration file; undefined where it cannot be read, which then has its diagnostic. */
export function readText(file: string, findings: Findings): string | undefined {
  const refuse = refusal(file, findings);
  let bytes: Buffer;
  try {
    const stat = statSync(file);
    if (stat.isDirectory())
      return refuse("file-unreadable", `${file} is a directory.`, "Name a file in it, such as `teams/finance.yaml`.");
    if (stat.size > largest) return tooLarge(file, stat.size, findings);
    bytes = readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : undefined;
    if (reason === "ENOENT" || reason === "ENOTDIR") return missing(file, findings);
    if (reason === "EACCES" || reason === "ELOOP")
      return refuse("file-unreadable", `${file} cannot be read (${reason}).`, "Let this user read it.");
    throw error;
  }
  return decode(bytes, refuse);
}

/** The text of a file of which the bytes are at hand, if there is such a file; `file` is what its diagnostics call it. */
export function textOf(bytes: Buffer | undefined, file: string, findings: Findings): string | undefined {
  if (bytes === undefined) return missing(file, findings);
  return bytes.length > largest ? tooLarge(file, bytes.length, findings) : decode(bytes, refusal(file, findings));
}

/** Says that a file has more bytes than are read. */
export function tooLarge(file: string, size: number, findings: Findings): string | undefined {
  const message = `${file} has ${size} bytes; a configuration file has at most ${largest}.`;
  refusal(file, findings)("file-too-large", message, "Split it, and name the parts under `include`.");
  return undefined;
}

function missing(file: string, findings: Findings): string | undefined {
  refusal(file, findings)("file-missing", `There is no file ${file}.`, "Correct the name, or write the file.");
  return undefined;
}

function refusal(file: string, findings: Findings): Refuse {
  return (code, message, fix) => {
    findings.addAt(code, { file, ...wholeFile }, "", { message, fix });
    return undefined;
  };
}

function decode(bytes: Buffer, refuse: Refuse): string | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(
      "file-encoding",
      "The file is not text in UTF-8.",
      "Save it as UTF-8; in VS Code: `Save with Encoding`, below right.",
    );
  }
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.test(text)) {
    return refuse(
      "file-encoding",
      "The file holds characters that cannot be seen: it is no text.",
      "Write it anew in a text editor, without pasting.",
    );
  }
  if (text.startsWith("\uFEFF")) {
    refuse(
      "file-byte-order-mark",
      "An invisible character, a byte order mark (BOM), stands before the first line.",
      "Save it as UTF-8 without BOM; in VS Code: `UTF-8 with BOM` below right, `Save with Encoding`, `UTF-8`.",
    );
    text = text.slice(1);
  }
  if (text.includes("\r")) {
    refuse(
      "file-line-endings",
      "The lines end as Windows ends them, with CR LF.",
      "Save the file with LF; in VS Code: `CRLF` below right, `LF`. For all: `*.yaml text eol=lf` in .gitattributes.",
    );
    text = text.replaceAll(/\r\n?/gu, "\n");
  }
  return text;
}
