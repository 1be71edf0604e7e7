import { action } from "../iam/catalogue/actions.ts";
import type { Statement } from "../iam/document.ts";
import { type Area, areas } from "./areas.ts";
import { companions } from "./companions.ts";
import { type Estate, type EstateAccount, thisAccount } from "./estate.ts";
import { readsOf, writesOf } from "./type-actions.ts";

/**
 * What reading needs in an account: all that is read anywhere of a service of which anything is read here, so that
 * accounts of one kind have the same policy.
 */
export function readStatements(estate: Estate, { types }: EstateAccount): Statement[] {
  const here = new Set(readsOf(types).map(serviceOf));
  const everywhere = readsOf(new Set(estate.accounts.flatMap((account) => account.types)));
  return [...here].sort().map((service) => ({
    Sid: `Read${service.replace(/(^|-)(.)/gu, (_, __, letter: string) => letter.toUpperCase())}`,
    Effect: "Allow",
    Action: everywhere.filter((name) => serviceOf(name) === service),
    Resource: "*",
  }));
}

/** What changing needs in an account, by area. */
export function writeStatements(estate: Estate, { types, id }: EstateAccount): Statement[] {
  const inUse = areas.map((area) => ({ ...area, types: area.types.filter((type) => types.includes(type)) }));
  return [
    ...inUse.flatMap((area) => areaStatements(estate, area)),
    ...companions(estate)
      .filter((companion) => companion.types.some((type) => types.includes(type)))
      .map(({ statement }) => statement),
    ...(id === estate.managementAccountId && types.some((type) => type.startsWith("aws:ssoadmin/"))
      ? [identityCenterRoles(estate)]
      : []),
  ];
}

/** Actions that AWS asks about no resource in particular have a statement of their own. */
function areaStatements(estate: Estate, { sid, types, resources, condition }: Area): Statement[] {
  const actions = writesOf(types).filter((name) => name !== "iam:PassRole");
  const narrow = actions.filter((name) => (action(name)?.resourceTypes.length ?? 0) > 0);
  const wide = actions.filter((name) => !narrow.includes(name));
  const when = condition === undefined ? {} : { Condition: condition(estate) };
  return [
    ...(narrow.length === 0
      ? []
      : chunks(resources(estate)).map((Resource, at) => ({
          Sid: at === 0 ? sid : `${sid}${at + 1}`,
          Effect: "Allow" as const,
          Action: narrow,
          Resource,
          ...when,
        }))),
    ...(wide.length === 0
      ? []
      : [{ Sid: `${sid}Anywhere`, Effect: "Allow" as const, Action: wide, Resource: "*", ...when }]),
  ];
}

/** So many that a statement with all of them stays below the size of a policy. */
const resourcesPerStatement = 30;

function chunks(resources: string[]): string[][] {
  const count = Math.ceil(resources.length / resourcesPerStatement);
  return Array.from({ length: count }, (_, at) =>
    resources.slice(at * resourcesPerStatement, (at + 1) * resourcesPerStatement),
  );
}

/**
 * In the management account Identity Center makes and changes the roles of permission sets with the caller's rights:
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/howtodelegatessoaccess.html. AWS lets nobody but Identity
 * Center change them: https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-and-iam-roles.html
 */
function identityCenterRoles({ partition }: Estate): Statement {
  return {
    Sid: "RolesOfPermissionSets",
    Effect: "Allow",
    Action: [
      "AttachRolePolicy",
      "CreateRole",
      "DeleteRole",
      "DeleteRolePermissionsBoundary",
      "DeleteRolePolicy",
      "DetachRolePolicy",
      "PutRolePermissionsBoundary",
      "PutRolePolicy",
      "UpdateAssumeRolePolicy",
      "UpdateRole",
      "UpdateRoleDescription",
    ].map((name) => `iam:${name}`),
    Resource: identityCenterRolesArn(partition),
  };
}

/** Where the roles of permission sets lie. */
export function identityCenterRolesArn(partition: string): string {
  return `arn:${partition}:iam::${thisAccount}:role/aws-reserved/sso.amazonaws.com/*`;
}

/** Whether AWS tells an action's policies which permissions boundary the role has, or is to have. */
export function knowsBoundary(name: string): boolean {
  return action(name)?.conditionKeys.includes("iam:PermissionsBoundary") === true;
}

function serviceOf(name: string): string {
  return name.slice(0, name.indexOf(":"));
}
