import {
  type Comparison,
  duration,
  durationBasis,
  headings,
  isRefusal,
  subject,
  verdict,
} from "./change/comparison.ts";
import { type Detail, type Item, effects } from "./change/item.ts";
import { formatReport } from "../model/report.ts";
import { paragraph } from "./paragraph.ts";
import { asText, listed, say } from "./phrase.ts";

/** What an edit does, as text in lines of at most `width` characters where words allow it. */
export function changeText(comparison: Comparison, width: number): string {
  const { outcome } = comparison;
  const head = paragraph(asText(subject(comparison)), width) + paragraph(verdict(outcome), width);
  if (isRefusal(outcome)) return `${head}\n${formatReport(outcome.diagnostics, outcome.texts)}\n`;
  const { items, durations } = outcome;
  const sections = effects.flatMap((effect) => {
    const found = items.filter((item) => item.effect === effect);
    return found.length === 0 ? [] : [`${headings[effect]}\n${found.map((item) => itemText(item, width)).join("")}`];
  });
  const lines = durations.map((one) => paragraph(asText(duration(one)), width, "  "));
  const time =
    lines.length === 0 ? [] : [`How long it takes\n${lines.join("")}${paragraph(durationBasis, width, "  ")}`];
  return [head, ...sections, ...time].join("\n");
}

function itemText({ text, accounts, details }: Item, width: number): string {
  const where = accounts.length === 0 ? text : say`${text}, in ${listed(accounts)}`;
  return paragraph(asText(where), width, "  ") + details.map((detail) => detailText(detail, width)).join("");
}

function detailText({ sign, text }: Detail, width: number): string {
  return paragraph(asText(text), width, `    ${sign} `);
}
