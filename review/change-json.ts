import type { Comparison } from "./change/comparison.ts";
import { verdict } from "./change/comparison.ts";
import { safeJson } from "./json.ts";
import { type Phrase, written } from "./phrase.ts";

/**
 * What an edit does, for programs: `version` 1; `base`, `head` (null for the working tree) and `today`; `changesAccess`;
 * `verdict`; `items` with `effect`, `text`, `accounts` and `details` (`effect`, `sign`, `text`), worst first; `durations`
 * with `stack`, `assignments`, `provisionings` and `seconds`. Keys are added only; names stand in texts as they are.
 */
export function changeJson({ base, head = null, today, change }: Omit<Comparison, "head"> & { head?: string | null | undefined }): string {
  const { items, durations } = change;
  return safeJson({
    version: 1,
    base,
    head,
    today,
    changesAccess: items.some(({ effect }) => effect !== "none"),
    verdict: verdict(change),
    items: items.map(({ effect, text, accounts, details }) => ({
      effect,
      text: plain(text),
      accounts,
      details: details.map((detail) => ({ effect: detail.effect, sign: detail.sign, text: plain(detail.text) })),
    })),
    durations,
  });
}

const plain = (phrase: Phrase): string => written(phrase, (name) => name);
