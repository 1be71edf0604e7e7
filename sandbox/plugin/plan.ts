import { defaultsKey } from "./check.ts";
import { inputNames, sameProperty } from "./diff.ts";
import { unknown } from "./property-values.ts";
import type { Properties } from "./property-values.ts";
import type { ResourceType } from "./resource-type.ts";
import { schema } from "./schema.ts";

/** What will be there after a creation, as far as it is known before. */
export function plannedCreation(type: ResourceType, inputs: Properties): Properties {
  const fromProgram = new Set(inputNames(type).filter((name) => !type.computed?.includes(name)));
  const outputs = schema.resources[type.token]?.outputs ?? [];
  const open = outputs.filter((name) => !fromProgram.has(name) && !(name in inputs));
  return { ...Object.fromEntries(open.map((name) => [name, unknown])), ...withoutDefaults(inputs) };
}

/** What will be there after an update: what it changes, and from the state what it does not touch. */
export function plannedUpdate(type: ResourceType, state: Properties, news: Properties): Properties {
  const names = new Set(inputNames(type));
  const same = (name: string): boolean => sameProperty(type, name, state[name], news[name]);
  const kept = Object.entries(state).filter(([name]) => !names.has(name) || same(name));
  const changed = Object.entries(withoutDefaults(news)).filter(([name]) => !same(name));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) };
}

/** Inputs without the list of what Check filled in. */
export function withoutDefaults(inputs: Properties): Properties {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== defaultsKey));
}
