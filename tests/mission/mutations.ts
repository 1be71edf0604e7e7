import { parseArn } from "../../iam/arn.ts";
import type { OneOrMany, PolicyDocument, Statement } from "../../iam/document.ts";
import type { Bearer } from "./bearers.ts";

/** A bearer whose documents say one thing less, or say it a step wider. */
export interface Mutation {
  /** Document, statement, and what has changed, such as `permissions, ReadObjects: without s3:GetObject`. */
  name: string;
  mutant: Bearer;
}

/**
 * Every mutation of the documents that are ours: the inline policy and the trust; and each attachment, taken away. A
 * ceiling is left out: what is granted has to be exact without it.
 */
export function mutationsOf(whole: Bearer): Mutation[] {
  const { identity, boundary: given, underCeiling, trust, ...rest } = whole;
  const boundary = underCeiling ? undefined : given;
  const unbounded: Bearer = { ...rest, identity, ...(trust && { trust }) };
  const bearer: Bearer = boundary === undefined ? unbounded : { ...unbounded, boundary };
  const { permissions } = identity;
  const attached = Object.keys(identity).filter((name) => name !== "permissions");
  return [
    ...(permissions === undefined ? [] : mutateDocument(permissions, mutatePermission)).map(({ what, document }) => ({
      name: `permissions, ${what}`,
      mutant: { ...bearer, identity: { ...identity, permissions: document } },
    })),
    ...(trust === undefined ? [] : mutateDocument(trust, mutateTrust)).map(({ what, document }) => ({
      name: `trust, ${what}`,
      mutant: { ...bearer, trust: document },
    })),
    ...attached.map((policy) => ({
      name: `without the policy ${policy}`,
      mutant: { ...bearer, identity: Object.fromEntries(Object.entries(identity).filter(([name]) => name !== policy)) },
    })),
    ...(boundary === undefined ? [] : [{ name: "without the permissions boundary", mutant: unbounded }]),
  ];
}

/** A guardrail with an action, an exception or a condition less in one statement, or with an exception at any path. */
export function mutateGuardrail(document: PolicyDocument): { what: string; document: PolicyDocument }[] {
  return mutateDocument(document, (statement) => {
    const { Action, NotAction } = statement;
    const fewer = (element: "Action" | "NotAction", all: string[]): Changed[] =>
      all.map((action) => {
        const left = all.filter((other) => other !== action);
        return {
          what: `without ${action} in ${element}`,
          statement: left.length === 0 ? undefined : { ...statement, [element]: left },
        };
      });
    return [
      ...fewer("Action", list(Action)),
      ...fewer("NotAction", list(NotAction)),
      ...withoutConditions(statement),
      ...withWiderExceptions(statement),
    ];
  });
}

function withWiderExceptions(statement: Statement): Changed[] {
  const { ArnNotLike = {}, ...others } = statement.Condition ?? {};
  const exceptions = list(ArnNotLike["aws:PrincipalArn"]);
  return exceptions.map((arn) => {
    const wide = arn.replace(/:role\/(.*\/)?/, ":role/*");
    const widened = { "aws:PrincipalArn": exceptions.map((other) => (other === arn ? wide : other)) };
    return { what: `${wide} for ${arn}`, statement: { ...statement, Condition: { ...others, ArnNotLike: widened } } };
  });
}

interface Changed {
  what: string;
  /** Undefined where nothing is left of it. */
  statement: Statement | undefined;
}

function mutateDocument(document: PolicyDocument, mutate: (statement: Statement) => Changed[]) {
  return document.Statement.flatMap((original, at) =>
    mutate(original).map(({ what, statement }) => ({
      what: `${original.Sid ?? `statement ${at}`}: ${what}`,
      document: {
        ...document,
        Statement: document.Statement.flatMap((one, index) => (index === at ? (statement ?? []) : one)),
      },
    })),
  );
}

function mutatePermission(statement: Statement): Changed[] {
  const actions = list(statement.Action);
  const resources = list(statement.Resource);
  return [
    ...actions.map((action) => {
      const left = actions.filter((other) => other !== action);
      return { what: `without ${action}`, statement: left.length === 0 ? undefined : { ...statement, Action: left } };
    }),
    ...list(statement.NotAction).map((action, _, all) => ({
      what: `${action} too`,
      statement: { ...statement, NotAction: all.filter((other) => other !== action) },
    })),
    ...resources.flatMap((resource) =>
      widened(resource).map((wide) => ({
        what: `${wide} for ${resource}`,
        statement: { ...statement, Resource: resources.map((other) => (other === resource ? wide : other)) },
      })),
    ),
    ...withoutConditions(statement),
  ];
}

/** A resource, one step wider in each way. */
export function widened(resource: string): string[] {
  const arn = parseArn(resource);
  if (arn === undefined) return [];
  const { partition, service, region, account, resource: name } = arn;
  const with_ = (own: Partial<typeof arn>): string => {
    const to = { region, account, name, ...own, ...(own.resource !== undefined && { name: own.resource }) };
    return `arn:${partition}:${service}:${to.region}:${to.account}:${to.name}`;
  };
  const separators = [...name.matchAll(/[/:]/g)].map(({ index }) => index);
  const last = separators.at(-1) ?? -1;
  const before = separators.at(-2) ?? -1;
  const wider = [
    with_({ resource: `${name.slice(0, last + 1)}*` }),
    with_({ resource: `${name.slice(0, before + 1)}*` }),
    with_({ resource: name.replace(/[^*/:?-]+[*?-]*$/, "*") }),
    ...(region === "" ? [] : [with_({ region: "*" })]),
    ...(account === "" ? [] : [with_({ account: "*" })]),
    ...(service === "s3" ? [with_({ resource: name.replace(/^[^/]+/, "*") })] : []),
    "*",
  ];
  return [...new Set(wider)].filter((wide) => wide !== resource);
}

function withoutConditions(statement: Statement): Changed[] {
  const { Condition: condition = {}, ...rest } = statement;
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.keys(keys).map((key) => {
      const left = Object.fromEntries(Object.entries(keys).filter(([other]) => other !== key));
      const others = Object.fromEntries(Object.entries(condition).filter(([other]) => other !== operator));
      const all = Object.keys(left).length === 0 ? others : { ...others, [operator]: left };
      const changed = { ...rest, ...(Object.keys(all).length > 0 && { Condition: all }) };
      return { what: `without ${operator} ${key}`, statement: changed };
    }),
  );
}

function mutateTrust(statement: Statement): Changed[] {
  const principals = Object.values(statement.Principal ?? {}).flatMap((value) => list(value));
  const accounts = principals.flatMap((principal) => {
    const arn = parseArn(principal);
    return arn?.service === "iam" && arn.resource.startsWith("role/")
      ? [`arn:${arn.partition}:iam::${arn.account}:root`]
      : [];
  });
  return [
    { what: "Principal *", statement: { ...statement, Principal: "*" } },
    ...accounts.map((AWS) => ({ what: `Principal ${AWS}`, statement: { ...statement, Principal: { AWS } } })),
    ...withoutConditions(statement),
  ];
}

function list(value: OneOrMany | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
