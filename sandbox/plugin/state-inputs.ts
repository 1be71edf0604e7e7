import { defaultsKey } from "./check.ts";
import { inputNames, sameProperty } from "./diff.ts";
import type { Properties } from "./property-values.ts";
import type { ResourceType } from "./resource-type.ts";

/**
 * The inputs that would make this state, for a refresh or an import. What the program wrote stays as it wrote it where
 * AWS holds the same; what AWS chose by itself is no input.
 */
export function stateInputs(type: ResourceType, state: Properties, before: Properties | undefined): Properties {
  const inputs: Properties = {};
  for (const name of inputNames(type)) {
    const [old, now] = [before?.[name], state[name]];
    if (old === undefined && (now === undefined || type.computed?.includes(name))) continue;
    if (old !== undefined && sameProperty(type, name, now, old)) inputs[name] = old;
    else if (now !== undefined) inputs[name] = now;
  }
  const filled = Object.entries(type.defaults ?? {}).filter(([name, value]) => inputs[name] === value);
  return { ...inputs, [defaultsKey]: before?.[defaultsKey] ?? filled.map(([name]) => name) };
}
