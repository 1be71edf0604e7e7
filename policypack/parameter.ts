import type { PolicyConfigSchema } from "@pulumi/policy";

/**
 * What the pack can be told, in the configuration of the rule that lists the parameter. Every rule may read all of them, so
 * that nobody says a thing twice.
 */
export interface Parameters {
  /** Names of the IAM users that may exist: as IAM has them, capitals included. */
  breakGlassUsers: string[];
  /** Names of the roles that may be administrators, where nobody takes them on without MFA. */
  breakGlassRoles: string[];
  /** Names of the IAM groups that may exist. */
  iamGroups: string[];
}

type Schema = PolicyConfigSchema["properties"][string];

export type ParameterName = keyof Parameters;

/** What holds where nothing is said: the strict answer. */
export const defaults: Readonly<Parameters> = {
  breakGlassUsers: [],
  breakGlassRoles: [],
  iamGroups: ["Billing-ReadOnly", "Security-Audit", "DevOps-Admin"],
};

const names = (description: string, value: string[]): Schema => ({
  type: "array",
  items: { type: "string" },
  description,
  default: value,
});

export const schemas: Readonly<Record<ParameterName, Schema>> = {
  breakGlassUsers: names("The IAM users that may exist, by their names in AWS.", defaults.breakGlassUsers),
  breakGlassRoles: names(
    "The roles that may be administrators, by their names in AWS; nobody may take them on without MFA.",
    defaults.breakGlassRoles,
  ),
  iamGroups: names("The IAM groups that may exist, by their names in AWS.", defaults.iamGroups),
};

/** Reads the parameters that stand in a rule's configuration; for one that is missing or cannot be read, the default. */
export function readParameters(
  names: readonly ParameterName[],
  config: Readonly<Record<string, unknown>>,
): Partial<Parameters> {
  return Object.fromEntries(
    names.map((name) => {
      const value = config[name];
      const readable = Array.isArray(value) && value.every((item) => typeof item === "string");
      return [name, readable ? value : defaults[name]];
    }),
  );
}
