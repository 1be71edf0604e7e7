import { readFileSync } from "node:fs";

/** What a property holds. `document` is a policy: JSON text, or an object. */
export type PropertyType =
  "string" | "number" | "boolean" | "document" | { list: PropertyType } | { map: PropertyType } | { object: Shape };

/** The properties of an object, by their names in Pulumi. */
export type Shape = Record<string, { type: PropertyType; required?: true }>;

/** Inputs and outputs as the types of `@pulumi/aws` state them, so that the sandbox takes neither more nor less. */
export interface Schema {
  source: string;
  /** Version of `@pulumi/aws`, which is the version of the official plugin too. */
  version: string;
  provider: Shape;
  resources: Record<string, { inputs: Shape; outputs: string[] }>;
  lookups: Record<string, { inputs: Shape }>;
}

export const schema = JSON.parse(readFileSync(new URL("data/schema.json", import.meta.url), "utf8")) as Schema;
