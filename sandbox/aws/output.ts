import { operation, shape, type Shape } from "../../iam/catalogue/service-models.ts";

/**
 * What an operation answers, as AWS's clients give it: a copy with the members of the published model, timestamps as
 * dates. A member that the model does not have is a mistake of the sandbox.
 */
export function shapeOutput(service: string, name: string, output: object): Record<string, unknown> {
  const model = operation(service, name)?.output;
  if (model === undefined) {
    if (Object.keys(output).length > 0) throw new Error(`${service}:${name} answers nothing, says AWS's model.`);
    return {};
  }
  return copy(service, shape(service, model), output, name) as Record<string, unknown>;
}

function copy(service: string, expected: Shape, value: unknown, at: string): unknown {
  switch (expected.type) {
    case "structure": {
      const members = expected.members ?? {};
      if (Object.keys(members).length === 0) return structuredClone(value);
      const result: Record<string, unknown> = {};
      for (const [member, one] of Object.entries(value as Record<string, unknown>)) {
        const name = members[member];
        if (name === undefined)
          throw new Error(`The sandbox answered ${at}.${member}, which AWS's model does not have.`);
        if (one !== undefined) result[member] = copy(service, shape(service, name), one, `${at}.${member}`);
      }
      const missing = (expected.required ?? []).find((member) => result[member] === undefined);
      if (missing !== undefined) throw new Error(`The sandbox left out ${at}.${missing}.`);
      return result;
    }
    case "list":
      return (value as unknown[]).map((one) => copy(service, shape(service, expected.member ?? ""), one, at));
    case "timestamp":
      return new Date(value as string);
    default:
      return value;
  }
}
