import { byUrn, labelOf } from "./graph.ts";
import type { Registration, Run } from "./program.ts";

/** Everything that a run registers, as the data files beside this one write it: by label, policy documents as data. */
export function resourceList(run: Run): Record<string, unknown> {
  const label = (urn: string): string => {
    const registration = byUrn(run, urn);
    return registration === undefined ? urn : labelOf(registration);
  };
  const entry = (registration: Registration): [string, unknown] => {
    const { parent, provider, dependencies, aliases, createTimeout, inputs, outputs } = registration;
    return [
      labelOf(registration),
      {
        ...(parent !== "" && { parent: label(parent) }),
        ...(provider !== undefined && { provider }),
        ...(dependencies.length > 0 && { dependencies: dependencies.map(label).sort() }),
        ...(aliases.length > 0 && { aliases }),
        ...(createTimeout !== undefined && { "create-timeout": createTimeout }),
        inputs: withDocuments(inputs),
        ...(outputs !== undefined && { outputs }),
      },
    ];
  };
  return Object.fromEntries(run.registrations.map(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const documentInputs = ["assumeRolePolicy", "inlinePolicy", "policy"];

function withDocuments(inputs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) =>
      documentInputs.includes(key) ? [key, JSON.parse(value as string) as unknown] : [key, value],
    ),
  );
}
