/** Characters that steer a terminal, break a line, or cannot be seen. */
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** What GitHub's runner takes for a command: `##[` anywhere in a line, `::` at the beginning of one. */
const runnerCommand = /(?<=##)\[|(?<=^\s*):(?=:)/gu;

/**
 * A text that may come from anywhere, as it can be shown in one line of a terminal or of a workflow's log: characters
 * that would move the cursor, colour, hide or reorder what stands around them are written as escapes, and so is what
 * GitHub's runner would obey. Source: `src/Runner.Common/ActionCommand.cs` of https://github.com/actions/runner
 */
export function printable(text: string): string {
  return text.replace(unseen, escaped).replace(runnerCommand, escaped);
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.split(/\r?\n/u).map(printable).join("\n");
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`;
}
