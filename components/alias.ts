import type { Alias } from "@pulumi/pulumi";

/**
 * The options by which something that is named `NAME` or `NAME/part` keeps its resource when NAME changes. Children of a
 * component whose names start with the component's name follow by themselves.
 * Source: https://www.pulumi.com/docs/iac/concepts/resources/options/aliases/
 */
export function aliases(declared: { formerly: string[] }, part?: string): { aliases: Alias[] } {
  return { aliases: declared.formerly.map((name) => ({ name: part === undefined ? name : `${name}/${part}` })) };
}
