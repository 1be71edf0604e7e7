import { covers, intersects } from "../match.ts";
import { openness, type Openness } from "../openness.ts";

/** One resource pattern, asked about many actions: what it says of an ARN format is found once. */
export class PatternReach {
  readonly #pattern: string;
  readonly #text: string;
  readonly #service: string;
  readonly #isEverything: boolean;
  readonly #accepted = new Map<string, boolean>();
  readonly #open = new Map<string, Openness>();

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.#text = starred(pattern);
    this.#service = this.#text.split(":")[2] ?? "*";
    this.#isEverything = covers(pattern, "\u0003*");
  }

  /** Whether something of these formats is meant; of no formats, whether it is everything. */
  accepts(formats: readonly string[]): boolean {
    return this.#isEverything || formats.some((format) => this.#accepts(format));
  }

  /** As `openness`. An action that takes only `*` leaves nothing to be named. */
  openness(formats: readonly string[]): Openness {
    if (this.#isEverything || formats.length === 0) return { name: true, account: true };
    const each = formats.filter((format) => this.#accepts(format)).map((format) => this.#openness(format));
    return { name: each.some(({ name }) => name), account: each.some(({ account }) => account) };
  }

  #accepts(format: string): boolean {
    let found = this.#accepted.get(format);
    if (found === undefined) {
      const accepted = starred(format);
      found = intersects(this.#service, accepted.split(":")[2] ?? "*") && intersects(this.#text, accepted);
      this.#accepted.set(format, found);
    }
    return found;
  }

  #openness(format: string): Openness {
    let found = this.#open.get(format);
    if (found === undefined) this.#open.set(format, (found = openness(this.#pattern, [format])));
    return found;
  }
}

/** With what stands for something in its place: placeholders of formats, and policy variables. */
function starred(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, "*");
}
