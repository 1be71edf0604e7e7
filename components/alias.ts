import type { Alias } from "@pulumi/pulumi";

/**
 * The options that let something keep its resources when its key changes. Children whose names start with their
 * component's name follow by themselves.
 * Source: https://www.pulumi.com/docs/iac/concepts/resources/options/aliases/
 */
export function aliases(declared: { formerly: string[] }): { aliases: Alias[] } {
  return { aliases: declared.formerly.map((name) => ({ name })) };
}
