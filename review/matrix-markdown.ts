import { code, codeInTable } from "./markdown.ts";
import { type MatrixReport, breakGlassText, deadlineText, lineText, placeText } from "./matrix-report.ts";
import { type Phrase, written } from "./phrase.ts";

/** Both matrices with their reasons, and what ends soon, for a wiki page or a comment to a pull request. */
export function matrixMarkdown({ today, access, roles, breakGlass, lines, deadlines }: MatrixReport): string {
  const people = access.rows.map(({ principal, cells }) => [
    principal.type === "USER" ? `user ${codeInTable(principal.name)}` : codeInTable(principal.name),
    ...access.accounts.map((account) =>
      (cells.get(account) ?? [])
        .map(({ permissionSet, until }) => codeInTable(permissionSet) + (until === undefined ? "" : ` until ${until}`))
        .join("<br>"),
    ),
  ]);
  const software = roles.rows.map(({ kind, name, cells }) => [
    `${kind} ${codeInTable(name)}`,
    ...roles.accounts.map((account) =>
      (cells.get(account) ?? [])
        .map(({ use, roleName }) => `${codeInTable(use)} ${codeInTable(roleName)}`)
        .join("<br>"),
    ),
  ]);
  const emergency = breakGlass === undefined ? "" : `\n${markdown(breakGlassText(breakGlass))}\n`;
  const why = lines.map((line) => `- ${markdown(lineText(line))} (${code(placeText(line.place))})\n`);
  const ends = deadlines.map((one) => `- ${markdown(deadlineText(one))} (${code(placeText(one.place))})\n`);
  return [
    `## Who may do what on ${today}\n\n${table(["Group", ...access.accounts.map(codeInTable)], people)}`,
    `## Which software is which role\n\n${table(["Software", ...roles.accounts.map(codeInTable)], software)}${emergency}`,
    `## Why\n\n${why.join("")}`,
    `## What ends in the next 30 days, or has ended\n\n${ends.length === 0 ? "Nothing.\n" : ends.join("")}`,
  ].join("\n");
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

const markdown = (phrase: Phrase): string => written(phrase, code);
