import { type Comparison, isRefusal, verdict } from "./change/comparison.ts";
import { jsonText } from "./json-text.ts";
import { type Phrase, written } from "./phrase.ts";

/** For programs. The shape is described in docs/change.md; what is added to it leaves `version` as it is. */
export function changeJson({ base, head, today, outcome }: Comparison): string {
  const about = { version: 1, base, head: head ?? null, today, verdict: verdict(outcome) };
  if (isRefusal(outcome)) {
    const { invalid, diagnostics } = outcome;
    return jsonText({
      ...about,
      invalid,
      changesAccess: null,
      items: [],
      durations: [],
      diagnostics: diagnostics.map(({ severity, code, message, file, line, column, path }) => ({
        severity,
        code,
        message,
        file,
        line,
        column,
        path,
      })),
    });
  }
  return jsonText({
    ...about,
    invalid: null,
    changesAccess: outcome.items.some(({ effect }) => effect !== "none"),
    items: outcome.items.map(({ effect, text, accounts, details }) => ({
      effect,
      text: plain(text),
      accounts,
      powerful: details.some(({ powerful }) => powerful),
      details: details.map((detail) => ({ effect: detail.effect, sign: detail.sign, text: plain(detail.text) })),
    })),
    durations: outcome.durations,
    diagnostics: [],
  });
}

const plain = (phrase: Phrase): string => written(phrase, (name) => name);
