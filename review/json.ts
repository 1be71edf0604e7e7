/**
 * JSON for programs that a person may look at too: what a terminal would obey or not show stands as `\u` escapes, and so
 * does `<`, so that it can stand in a page.
 */
export function safeJson(value: unknown): string {
  const unseen = /[<\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
  const lines = JSON.stringify(value, undefined, 2).split("\n");
  return `${lines.map((line) => line.replace(unseen, escaped)).join("\n")}\n`;
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
