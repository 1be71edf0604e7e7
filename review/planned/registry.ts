import { resolved } from "./output.ts";
import type { PlannedResource } from "./resource.ts";

/** Options of a resource that matter here, as the program gives them. */
export interface Options {
  parent?: object;
  provider?: object;
  providers?: object[];
  dependsOn?: object[];
}

/** What is known of something that the program has made. */
interface Made {
  planned: PlannedResource;
  isComponent: boolean;
  /** The provider that its children have. */
  provider: PlannedResource | undefined;
  children: Made[];
}

/** What one run of the program registers, in its order. */
class Registry {
  readonly resources: PlannedResource[] = [];
  readonly #prefix: string;
  readonly #made = new WeakMap<object, Made>();

  constructor(project: string, stack: string) {
    this.#prefix = `urn:pulumi:${stack}::${project}::`;
  }

  of(object: object | undefined): Made | undefined {
    if (object === undefined) return undefined;
    const made = this.#made.get(object);
    if (made === undefined) throw new Error("The program refers to something that it has not registered.");
    return made;
  }

  add(object: object, type: string, name: string, inputs: object, options: Options, isComponent: boolean): Made {
    const isProvider = type.startsWith("pulumi:providers:");
    const parent = this.of(options.parent);
    const given = this.of(options.provider ?? options.providers?.[0])?.planned ?? parent?.provider;
    const props: Record<string, unknown> = {};
    const propertyDependencies: PlannedResource["propertyDependencies"] = {};
    let sources = new Set<PlannedResource>();
    for (const [key, input] of Object.entries(inputs)) {
      if (input === undefined) continue;
      props[key] = resolved(input, sources);
      if (sources.size === 0) continue;
      propertyDependencies[key] = [...sources];
      sources = new Set();
    }
    const needed = (options.dependsOn ?? []).flatMap((one) => resourcesOf(this.of(one)));
    const types = parent === undefined ? "" : `${qualifiedType(parent.planned)}$`;
    const planned = {
      type,
      name,
      urn: `${this.#prefix}${types}${type}::${name}`,
      parent: parent?.planned,
      provider: isComponent || isProvider ? undefined : given,
      props,
      dependencies: [...new Set([...needed, ...Object.values(propertyDependencies).flat()])],
      propertyDependencies,
    };
    const made = { planned, isComponent, provider: isProvider ? planned : given, children: [] };
    this.resources.push(planned);
    this.#made.set(object, made);
    parent?.children.push(made);
    return made;
  }
}

/** The custom resource itself; of a component all that are made in it. */
function resourcesOf(made: Made | undefined): PlannedResource[] {
  if (made === undefined) return [];
  return made.isComponent ? made.children.flatMap(resourcesOf) : [made.planned];
}

function qualifiedType({ urn }: PlannedResource): string {
  return urn.split("::")[2] ?? "";
}

let registry: Registry | undefined;

/** All that a run of the program registers, in the order of its calls. */
export function registered(project: string, stack: string, run: () => void): PlannedResource[] {
  const running = new Registry(project, stack);
  registry = running;
  try {
    run();
  } finally {
    registry = undefined;
  }
  return running.resources;
}

/** Registers what the program makes; throws where no run is going on, which is a bug. */
export function register(
  ...[object, type, name, inputs, options, isComponent]: Parameters<Registry["add"]>
): PlannedResource {
  if (registry === undefined) throw new Error(`"${name}" is made outside a run of the program.`);
  return registry.add(object, type, name, inputs, options, isComponent).planned;
}
