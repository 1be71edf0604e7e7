/** Values of condition keys, by the key as AWS or anybody spells it; a list where the key is multivalued. */
export type ContextValues = Record<string, string | string[]>;

/** What a request carries: a key that is neither listed nor unknown is known to be absent. Key names ignore case. */
export class Context {
  readonly #values = new Map<string, string[]>();
  readonly #unknown: Set<string>;

  constructor(values: ContextValues, unknown: readonly string[] = []) {
    for (const [key, value] of Object.entries(values)) {
      const list = Array.isArray(value) ? value : [value];
      // A multivalued key without values is the same as none.
      if (list.length > 0) this.#values.set(key.toLowerCase(), list.map(String));
    }
    this.#unknown = new Set(unknown.map((key) => key.toLowerCase()));
  }

  /** The values of a key, undefined where it is absent, `"unknown"` where nobody knows. */
  get(key: string): readonly string[] | undefined | "unknown" {
    const lower = key.toLowerCase();
    return this.#unknown.has(lower) ? "unknown" : this.#values.get(lower);
  }
}
