/** Components by the name of what they declare, in the model's order. Asking for a name that nobody declared is a bug. */
export class Named<Component> {
  readonly #components: Map<string, Component>;

  constructor(components: Map<string, Component>) {
    this.#components = components;
  }

  get(name: string): Component {
    const component = this.#components.get(name);
    if (component === undefined) throw new Error(`No component is called ${name}`);
    return component;
  }

  all(names: readonly string[]): Component[] {
    return names.map((name) => this.get(name));
  }

  /** What `output` says of each component that has something to say, by name: for the stack's outputs. */
  outputs<Value>(output: (component: Component) => Value | undefined): Record<string, Value> {
    const outputs: Record<string, Value> = {};
    for (const [name, component] of this.#components) {
      const value = output(component);
      if (value !== undefined) outputs[name] = value;
    }
    return outputs;
  }
}

/** Declares a component for each of `all`. */
export function declare<Args extends { name: string }, Component>(
  all: readonly Args[],
  component: (args: Args) => Component,
): Named<Component> {
  return new Named(new Map(all.map((args) => [args.name, component(args)])));
}
