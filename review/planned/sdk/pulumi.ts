/** Stands for `@pulumi/pulumi` where components run without an engine: what they use of it, and nothing else. */
import { Output, joined } from "../output.ts";
import { type Options, register } from "../registry.ts";

export class ComponentResource {
  constructor(type: string, name: string, inputs: object = {}, options: Options = {}) {
    register(this, type, name, inputs, options, true);
  }

  registerOutputs(): void {
    // Outputs are for other programs and for people.
  }
}

export class RunError extends Error {}

export function output(value: unknown): Output {
  return value instanceof Output ? value : new Output(value);
}

export function interpolate(texts: TemplateStringsArray, ...values: unknown[]): Output {
  return joined(texts, values);
}
