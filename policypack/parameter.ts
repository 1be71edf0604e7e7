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
  /** The organization's id, `o-…`; empty where it is not said. */
  organizationId: string;
  /** The ids of the organization's accounts; none where they are not said. */
  ownAccounts: string[];
  trustedThirdParties: ThirdParty[];
  /** The id of the management account; empty where it is not said. */
  managementAccount: string;
  /** The ids of the accounts to which the administration of Identity Center is delegated. */
  delegatedAdministrators: string[];
  /** Names of the permission sets that may administer Identity Center or the organization. */
  administratorSets: string[];
  /** Ids of the groups in Identity Center that alone may do so; none where they are not said. */
  administratorGroups: string[];
}

/** An account of somebody else that may be let in. */
export interface ThirdParty {
  account: string;
  /** What a role that trusts it has to demand. */
  externalId: string;
}

type Schema = PolicyConfigSchema["properties"][string];

export type ParameterName = keyof Parameters;

/** What holds where nothing is said: the strict answer, but that nobody can tell whose an account is. */
export const defaults: Readonly<Parameters> = {
  breakGlassUsers: [],
  breakGlassRoles: [],
  iamGroups: ["Billing-ReadOnly", "Security-Audit", "DevOps-Admin"],
  organizationId: "",
  ownAccounts: [],
  trustedThirdParties: [],
  managementAccount: "",
  delegatedAdministrators: [],
  administratorSets: [],
  administratorGroups: [],
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
  organizationId: {
    type: "string",
    description: "The id of the organization, such as o-a1b2c3d4e5.",
    default: defaults.organizationId,
  },
  ownAccounts: names("The ids of the organization's accounts, all of them.", defaults.ownAccounts),
  trustedThirdParties: {
    type: "array",
    items: {
      type: "object",
      properties: { account: { type: "string" }, externalId: { type: "string" } },
      required: ["account", "externalId"],
    },
    description: "The accounts of others that may be let in, as account and externalId.",
    default: defaults.trustedThirdParties,
  },
  managementAccount: {
    type: "string",
    description: "The id of the organization's management account.",
    default: defaults.managementAccount,
  },
  delegatedAdministrators: names(
    "The ids of the accounts to which the administration of IAM Identity Center is delegated.",
    defaults.delegatedAdministrators,
  ),
  administratorSets: names(
    "The permission sets that may administer Identity Center or the organization, by their names.",
    defaults.administratorSets,
  ),
  administratorGroups: names(
    "The groups in Identity Center that alone may do so, and change things in the management account, by their ids; where there are none, the sets decide.",
    defaults.administratorGroups,
  ),
};

const isText = (value: unknown): boolean => typeof value === "string";
const areNames = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isReadable: Readonly<Record<ParameterName, (value: unknown) => boolean>> = {
  breakGlassUsers: areNames,
  breakGlassRoles: areNames,
  iamGroups: areNames,
  organizationId: isText,
  ownAccounts: areNames,
  trustedThirdParties: (value) =>
    Array.isArray(value) &&
    value.every((item: Partial<ThirdParty> | null) => isText(item?.account) && isText(item?.externalId)),
  managementAccount: isText,
  delegatedAdministrators: areNames,
  administratorSets: areNames,
  administratorGroups: areNames,
};

/** Reads the parameters that stand in a rule's configuration; for one that is missing or cannot be read, the default. */
export function readParameters(
  names: readonly ParameterName[],
  config: Readonly<Record<string, unknown>>,
): Partial<Parameters> {
  return Object.fromEntries(
    names.map((name) => [name, isReadable[name](config[name]) ? config[name] : defaults[name]]),
  );
}
