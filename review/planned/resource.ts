/** A resource, provider or component as the program registers it, before any engine runs. */
export interface PlannedResource {
  /** Pulumi's type token. */
  type: string;
  name: string;
  /** As the engine will make it. */
  urn: string;
  parent: PlannedResource | undefined;
  /** Of the account in which it is made; undefined for components and providers. */
  provider: PlannedResource | undefined;
  /** The inputs as the program gives them; the pack's `unknown` stands for what only AWS can tell. */
  props: Record<string, unknown>;
  /** What has to exist before it, components replaced by their resources. */
  dependencies: PlannedResource[];
  /** Property → what its value is made from. */
  propertyDependencies: Record<string, PlannedResource[]>;
}
