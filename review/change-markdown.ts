import type { Diagnostic } from "../model/diagnostics.ts";
import {
  type Comparison,
  duration,
  durationBasis,
  headings,
  isRefusal,
  subject,
  verdict,
} from "./change/comparison.ts";
import { type Item, effects } from "./change/item.ts";
import { code } from "./markdown.ts";
import { type Phrase, listed, say, written } from "./phrase.ts";

/** What GitHub takes for a comment is 65,536 characters; the rest is for whatever stands around it. */
const longest = 60_000;

const signs = { "+": "**+**", "-": "**−**", "~": "" } as const;

/** What an edit does, for a comment to a pull request: worst first, and what is too much for a comment left out. */
export function changeMarkdown(comparison: Comparison): string {
  const { outcome } = comparison;
  const head = `**${verdict(outcome)}**\n\n`;
  if (isRefusal(outcome)) return `${head}${outcome.diagnostics.slice(0, 50).map(diagnosticMarkdown).join("")}`;
  const { items, durations } = outcome;
  const blocks = [`${head}${markdown(subject(comparison))}.\n`];
  let length = 0;
  let left = 0;
  for (const effect of effects) {
    let heading = `\n### ${headings[effect]}\n\n`;
    for (const item of items.filter((one) => one.effect === effect)) {
      const text = heading + itemMarkdown(item);
      if (left > 0 || length + text.length > longest) {
        left += 1;
        continue;
      }
      length += text.length;
      blocks.push(text);
      heading = "";
    }
  }
  if (left > 0) blocks.push(`\n**${left} more** are too much for a comment: \`npm run change\` shows all.\n`);
  if (durations.length > 0) {
    const lines = durations.map((one) => `- ${markdown(duration(one))}\n`).join("");
    blocks.push(`\n### How long it takes\n\n${lines}\n${durationBasis}\n`);
  }
  return blocks.join("");
}

function itemMarkdown({ text, accounts, details }: Item): string {
  const where = accounts.length === 0 ? text : say`${text}, in ${listed(accounts)}`;
  const lines = details.map(({ sign, text: part }) => `  - ${`${signs[sign]} ${markdown(part)}`.trim()}\n`);
  return `- ${markdown(where)}\n${lines.join("")}`;
}

const diagnosticMarkdown = ({ file, line, column, severity, message }: Diagnostic): string =>
  `- ${code(`${file}:${line}:${column}`)} ${severity}: ${code(message)}\n`;

const markdown = (phrase: Phrase): string => written(phrase, code);
