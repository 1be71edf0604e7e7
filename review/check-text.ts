import { formatReport } from "../model/report.ts";
import { printable } from "../iam/printable.ts";
import { type CheckReport, isDeployable } from "./check-report.ts";

/** For people who look at a terminal or at a workflow's log; the last line is the verdict. */
export function checkText(report: CheckReport): string {
  const { diagnostics, texts, home } = report;
  const told = formatReport(diagnostics, texts, home);
  return `${told === "" ? "" : `${told}\n`}${verdict(report)}\n`;
}

function verdict(report: CheckReport): string {
  const { files, stack, diagnostics, errorsElsewhere } = report;
  const judged = files.map(printable).join(", ");
  if (isDeployable(report)) {
    return diagnostics.length === 0 ? `${judged}: nothing is wrong.` : `${judged}: nothing forbids a deployment.`;
  }
  if (errorsElsewhere === 0) return "No stack can be deployed until the errors are gone.";
  const elsewhere = errorsElsewhere === 1 ? "1 error" : `${errorsElsewhere} errors`;
  return `No stack can be deployed: outside of ${printable(stack ?? "")} there ${errorsElsewhere === 1 ? "is" : "are"} ${elsewhere}, which \`npm run check\` shows.`;
}
