/**
 * A text that may come from anywhere, as it can be shown on a terminal or in a report: characters that would move the
 * cursor, colour, hide or reorder what stands around them are written as escapes.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`,
  );
}
