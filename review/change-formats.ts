import { changeJson } from "./change-json.ts";
import { changeMarkdown } from "./change-markdown.ts";
import { changeText } from "./change-text.ts";
import type { Comparison } from "./change/comparison.ts";

/** Every form in which a change can be told; each ends with a line feed. `width` is that of the terminal. */
export const changeFormats = {
  text: changeText,
  markdown: changeMarkdown,
  json: changeJson,
} satisfies Record<string, (comparison: Comparison, width: number) => string>;

export type ChangeFormat = keyof typeof changeFormats;
