import { guarantees } from "../iam/guarantee.ts";
import type { ConditionTest } from "../iam/normalize.ts";
import { readingOf } from "./reading.ts";
import { unknown, unknownPlaces } from "./known.ts";
import type { Context } from "./rule.ts";

/**
 * Whether the user of this name is one that the pack's configuration names; undefined where the name is not known yet and
 * could be one of them. Nothing that stands in the program makes a user one.
 */
export function isBreakGlass(name: unknown, { parameters: { breakGlassUsers } }: Context): boolean | undefined {
  if (name === unknown) return breakGlassUsers.length === 0 ? false : undefined;
  return typeof name === "string" && breakGlassUsers.includes(name);
}

/**
 * Whether the role of this name is one that the pack's configuration names, and nobody takes it on without MFA: its trust
 * policy stands in the same program and account, and has come before. Undefined where that is not known yet.
 */
export function isBreakGlassRole(name: unknown, provider: string, context: Context): boolean | undefined {
  const { breakGlassRoles } = context.parameters;
  if (name === unknown) return breakGlassRoles.length === 0 ? false : undefined;
  if (typeof name !== "string" || !breakGlassRoles.includes(name)) return false;
  const roles = context.before.filter(({ type, props }) => type === "aws:iam/role:Role" && props["name"] === name);
  const trust = roles.find((role) => role.provider === provider)?.props["assumeRolePolicy"];
  if (unknownPlaces(trust).length > 0) return undefined;
  const { statements, findings } = readingOf(trust, "trust");
  if (findings.some(({ severity }) => severity === "error")) return false;
  return statements.every(({ effect, condition }) => effect === "Deny" || demandsMfa(condition));
}

function demandsMfa(condition: readonly ConditionTest[]): boolean {
  return guarantees(condition).some(
    ({ key, values }) =>
      key === "aws:multifactorauthpresent" && values.every((value) => value.toLowerCase() === "true"),
  );
}

/** The name as a sentence has it. */
export function quoted(name: unknown): string {
  return typeof name === "string" ? `"${name}"` : "without a known name";
}
