import { printable } from "../iam/printable.ts";
import { type Diagnostic, diagnostics as definitions } from "../model/diagnostics.ts";
import { pagesOf } from "../model/report.ts";
import type { CheckReport } from "./check-report.ts";
import { checkText } from "./check-text.ts";

/**
 * For GitHub's runner: what the log shows, and after it a workflow command for each diagnostic, by which the pull request
 * shows it on its line. GitHub takes ten errors and ten warnings of a step; the log has all.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function checkAnnotations(report: CheckReport): string {
  const commands = report.diagnostics.map((one) => `${command(one, report.home)}\n`);
  return `${checkText(report)}${commands.join("")}`;
}

function command(one: Diagnostic, home: string): string {
  const { severity, code, file, line, column, length = 1, message, fix } = one;
  const place = { line, endLine: line, ...(length === 0 ? {} : { col: column, endColumn: column + length }) };
  const properties = Object.entries({ file, ...place, title: definitions[code].title });
  const pages = pagesOf(one).map((page) => home + page);
  const said = [message, ...(fix === undefined ? [] : [fix]), ...pages].map(printable).join("\n");
  return `::${severity} ${properties.map(([key, value]) => `${key}=${property(String(value))}`).join(",")}::${data(said)}`;
}

/** As the runner takes them back: `src/Runner.Common/ActionCommand.cs` of https://github.com/actions/runner */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
