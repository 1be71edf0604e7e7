import * as z from "zod";

/**
 * What an editor offers for a text: names that the configuration's own files define, or words that this program knows.
 * Whether a text is one of them is checked where sections meet.
 */
export type Offer =
  // names that the files define
  | "accounts"
  | "break-glass-users"
  | "files"
  | "groups"
  | "guardrail-exceptions"
  | "guardrail-targets"
  | "identity-providers"
  | "organizational-units"
  | "parties"
  | "permission-sets"
  | "policies"
  | "principals"
  | "selectors"
  | "stacks"
  | "users"
  // words that the program knows
  | "aws-managed-policies"
  | "finding-properties"
  | "iam-groups"
  | "new-name"
  | "quotas"
  | "regions"
  | "runs-on";

/** What the JSON Schema and the reference page say of a text, beside what it is and how it looks. */
export interface Hints {
  offers?: Offer;
  /** What every right value matches, where that says more than the example; anchored. */
  pattern?: RegExp;
  /** What holds where the key is absent. */
  default?: string;
  /** The same in words, where it depends on something else. */
  otherwise?: string;
}

/** The member of a list, or the key of a map, that is one of what is offered. */
export function oneOf(offers: Offer): z.ZodString {
  return z.string().meta({ offers });
}
