import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { known } from "./known.ts";

/** A resource as rules see it: plain data, in which `unknown` stands for what is not known before the update. */
export interface Resource {
  /** Pulumi's type token, such as `aws:iam/user:User`: the same in every language. */
  type: string;
  /** The type token that the program has, where it is another provider's. */
  token?: string;
  /** The logical name. */
  name: string;
  urn: string;
  /** URN of the provider: the account that the resource is made in. Empty for components. */
  provider: string;
  props: Readonly<Record<string, unknown>>;
}

/** A resource of the whole stack, with what it is connected to. */
export interface ConnectedResource extends Resource {
  /** URNs of everything that has to exist before it, near and far. */
  needs(): ReadonlySet<string>;
  /** For each property, what its value is made from. */
  sources: Readonly<Record<string, readonly Resource[]>>;
}

export function resourceOf(args: ResourceValidationArgs | PolicyResource): Resource {
  return {
    type: args.type,
    name: args.name,
    urn: args.urn,
    provider: args.provider?.urn ?? "",
    props: known(args.props) as Record<string, unknown>,
  };
}

/** All resources of a stack, each with what it is connected to. */
export function connectedResources(resources: readonly PolicyResource[]): ConnectedResource[] {
  const plain = new Map(resources.map((resource) => [resource.urn, resourceOf(resource)]));
  // URNs alone: the SDK makes its resources anew for each rule, and nothing should keep those of the first.
  const dependencies = new Map(resources.map((one) => [one.urn, one.dependencies.map(({ urn }) => urn)]));
  return resources.map((resource) => {
    const { urn, propertyDependencies } = resource;
    return {
      ...(plain.get(urn) ?? resourceOf(resource)),
      needs: () => needsOf(urn, dependencies),
      sources: Object.fromEntries(
        Object.entries(propertyDependencies).map(([property, sources]) => [
          property,
          sources.flatMap((source) => plain.get(source.urn) ?? []),
        ]),
      ),
    };
  });
}

function needsOf(resource: string, dependencies: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(dependencies.get(resource) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(dependencies.get(next) ?? []));
  }
  return found;
}
