import { givers } from "./givers.ts";
import type { ConnectedResource } from "./resource.ts";

/**
 * The URNs of the customer managed policies that this stack uses as permissions boundaries and never as grants: a
 * boundary may be broad, since it only takes away. A use counts by the ARN or name that it spells, and by what the
 * property was made from where that is not known yet.
 */
export function boundaryPolicies(stack: readonly ConnectedResource[]): ReadonlySet<string> {
  let found = known.get(stack);
  if (found === undefined) known.set(stack, (found = gathered(stack)));
  return found;
}

/** Every rule asks about the same stack, one rule after the other. */
const known = new WeakMap<readonly ConnectedResource[], ReadonlySet<string>>();

function gathered(stack: readonly ConnectedResource[]): ReadonlySet<string> {
  const using = (properties: readonly string[]) =>
    stack.flatMap(({ props, sources }) =>
      properties.flatMap((property) =>
        props[property] === undefined ? [] : [{ value: props[property], sources: sources[property] }],
      ),
    );
  const [bounded, granted] = [using(["permissionsBoundary"]), using(grants)];
  const bounds = stack.filter(({ type, urn, props }) => {
    if (type !== "aws:iam/policy:Policy") return false;
    const isUsed = (uses: typeof bounded): boolean =>
      uses.some(
        ({ value, sources }) => sources?.some((source) => source.urn === urn) === true || isNamed(value, props),
      );
    return isUsed(bounded) && !isUsed(granted);
  });
  return new Set(bounds.map(({ urn }) => urn));
}

/** Properties that name policies whose permissions are given, of whatever resource. */
const grants = [...new Set(Object.values(givers).flatMap((giver) => giver?.managed ?? []))];

/** Whether a value names a policy: by its ARN, by an ARN with its path and name, or by a reference of Identity Center. */
export function isNamed(value: unknown, policy: Readonly<Record<string, unknown>>): boolean {
  const { arn, name, path } = policy;
  const whole = `${typeof path === "string" ? path : "/"}${typeof name === "string" ? name : ""}`;
  if (typeof value === "string")
    return value === arn || (typeof name === "string" && value.endsWith(`:policy${whole}`));
  if (Array.isArray(value)) return value.some((item) => isNamed(item, policy));
  if (typeof value !== "object" || value === null) return false;
  const reference = value as Record<string, unknown>;
  if (typeof reference["name"] !== "string") return Object.values(reference).some((item) => isNamed(item, policy));
  return `${typeof reference["path"] === "string" ? reference["path"] : "/"}${reference["name"]}` === whole;
}
