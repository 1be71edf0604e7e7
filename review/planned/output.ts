import { unknown } from "../../policypack/known.ts";
import type { PlannedResource } from "./resource.ts";

/** Stands for Pulumi's `Output`: a value, or `unknown`, and what it is made from. */
export class Output {
  readonly value: unknown;
  readonly sources: readonly PlannedResource[];

  constructor(value: unknown, sources: readonly PlannedResource[] = []) {
    this.value = value;
    this.sources = sources;
  }
}

/** An input with its outputs replaced by their values; adds what they are made from to `sources`. */
export function resolved(input: unknown, sources: Set<PlannedResource>): unknown {
  if (input instanceof Output) {
    for (const source of input.sources) sources.add(source);
    return input.value;
  }
  if (Array.isArray(input)) return input.map((item) => resolved(item, sources));
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [[key, resolved(value, sources)]])),
  );
}

/** A text made of others. */
export function joined(texts: readonly string[], values: readonly unknown[]): Output {
  const sources = new Set<PlannedResource>();
  const known = values.map((value) => resolved(value, sources));
  const value = known.includes(unknown) ? unknown : String.raw({ raw: texts }, ...known);
  return new Output(value, [...sources]);
}
