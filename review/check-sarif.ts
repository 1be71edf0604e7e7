import { sep } from "node:path";
import { type Diagnostic, type DiagnosticCode, diagnostics as definitions } from "../model/diagnostics.ts";
import type { CheckReport } from "./check-report.ts";
import { jsonText } from "./json-text.ts";

/**
 * For GitHub's code scanning and whatever else reads SARIF 2.1.0.
 * Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html,
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function checkSarif({ diagnostics, home }: CheckReport): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return jsonText({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "securecart-iam-check", rules: codes.map((code) => rule(code, home)) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((one) => result(one, codes.indexOf(one.code))),
      },
    ],
  });
}

function rule(code: DiagnosticCode, home: string): object {
  const { title, explanation, example, severity } = definitions[code];
  const page = `${home}docs/diagnostics.md#${code}`;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    defaultConfiguration: { level: severity },
    help: {
      text: `${explanation} Wrong would be:\n${example}\nMore: ${page}`,
      markdown: `${explanation}\n\nWrong would be:\n\n\`\`\`yaml\n${example}\n\`\`\`\n\nMore: ${home === "" ? `\`${page}\`` : `<${page}>`}`,
    },
    // An address that begins with its scheme is all that SARIF takes here.
    ...(home === "" ? {} : { helpUri: page }),
  };
}

function result(
  { code, severity, message, fix, file, line, column, length = 1 }: Diagnostic,
  ruleIndex: number,
): object {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: messageText(fix === undefined ? message : `${message} ${fix}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file), uriBaseId: "%SRCROOT%" },
          ...(length === 0 ? {} : { region: { startLine: line, startColumn: column, endColumn: column + length } }),
        },
      },
    ],
  };
}

/** Braces ask for arguments in a message, and stand twice where they are text (3.11.5); brackets can make links (3.11.6). */
function messageText(text: string): string {
  const literal = text.replaceAll(/[{}]/gu, "$&$&");
  return literal.includes("](") ? literal.replaceAll(/[[\]\\]/gu, "\\$&") : literal;
}

/** A path as a relative reference (RFC 3986, 4.2), which no name can turn into an address of its own. */
function uri(file: string): string {
  const path = file.toWellFormed().split(sep).map(encodeURIComponent).join("/");
  return path.replace(/^\/+/u, "/");
}
