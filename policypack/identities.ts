import { managedPowers } from "../iam/catalogue/managed-powers.ts";
import type { NormalStatement } from "../iam/normalize.ts";
import { documentsOf, isKnown } from "./documents.ts";
import { givers, type Kind } from "./givers.ts";
import { identityStatements } from "./identity-statements.ts";
import { isExcepted } from "./excepted.ts";
import { unknown, unknownPlaces } from "./known.ts";
import { isNamed } from "./boundary-policies.ts";
import type { ConnectedResource, Resource } from "./resource.ts";
import type { Context, NotJudged } from "./rule.ts";

/** A policy that a role, group, user or permission set has. */
export interface Piece {
  /** What gives it: the inline policy, or what attaches a managed one. */
  by: Resource;
  /** As a sentence has it. */
  name: string;
  /** Whether AWS itself manages it: of its statements there are those that count together with others. */
  ofAws?: boolean;
  statements: readonly NormalStatement[];
}

/** A role, group, user or permission set, with all of its policies that the stack gives it. */
export interface Identity {
  /** URN of the resource, or what the stack calls it where it is not the stack's own. */
  key: string;
  name: string;
  pieces: Piece[];
  /** The customer managed policies attached to it, as patterns of their ARNs, as far as they are known. */
  attached: string[];
  /** Whether it has a managed policy whose document stands in another program, or is not known yet. */
  unseen: boolean;
}

const role = "aws:iam/role:Role";

/**
 * Everybody whom the stack gives policies, with all of them: inline ones, customer managed ones of the stack and those of
 * AWS, as of the catalogue. What is not known yet is followed to the resource it is made from.
 */
export function identitiesOf(stack: readonly ConnectedResource[]): Identity[] {
  let found = judged.get(stack);
  if (found === undefined) judged.set(stack, (found = gathered(stack)));
  return found;
}

/** Every rule asks about the same stack, one rule after the other. */
const judged = new WeakMap<readonly ConnectedResource[], Identity[]>();

function gathered(stack: readonly ConnectedResource[]): Identity[] {
  const policies = stack.filter(({ type }) => type === "aws:iam/policy:Policy");
  const targets = targetsOf(stack);
  const identities = new Map<string, Identity>();
  for (const giver of stack) {
    const found = giver.type === role ? { to: {}, managed: ["managedPolicyArns"] } : givers[giver.type];
    if (found === undefined) continue;
    const { to, managed } = found;
    const pieces = [...inlineOf(giver), ...managed.flatMap((property) => managedOf(giver, property, policies))];
    const holders =
      giver.type === role
        ? [{ key: giver.urn, name: giver.name }]
        : Object.entries(to).flatMap(([property, kind]) => holdersOf(giver, property, kind, targets));
    for (const { key, name } of holders) {
      const identity = identities.get(key) ?? { key, name, pieces: [], attached: [], unseen: false };
      identity.pieces.push(...pieces);
      identity.attached.push(...managed.flatMap((property) => arnsOf(giver, property, policies)));
      identity.unseen ||= managed.some((property) => isUnseen(giver, property, policies));
      identities.set(key, identity);
    }
  }
  return [...identities.values()];
}

/** Whether an excepted resource breaks a rule about sums nobody can say while a policy of the stack is not known. */
export function* undecided(rule: string, stack: readonly ConnectedResource[], context: Context): Iterable<NotJudged> {
  const open = stack.flatMap(({ type, props, sources }) => {
    if (type !== role && type !== "aws:iam/policy:Policy" && givers[type] === undefined) return [];
    const properties = [
      "policy",
      "inlinePolicy",
      "inlinePolicies",
      "managedPolicyArns",
      ...(givers[type]?.managed ?? []),
    ];
    return properties.filter((name) => unknownPlaces(props[name]).length > 0 && sources[name] === undefined);
  });
  const [property] = open;
  if (property === undefined) return;
  for (const resource of stack) if (isExcepted(rule, resource, context)) yield { unknown: property, resource };
}

/** The stack's own roles, groups, users and permission sets, by what others call them. */
export function targetsOf(stack: readonly ConnectedResource[]): ReadonlyMap<string, Resource> {
  return new Map(
    stack.flatMap((resource): [string, Resource][] => {
      const kind = /^aws:(?:iam|ssoadmin)\/\w+:(Role|Group|User|PermissionSet)$/.exec(resource.type)?.[1];
      const name = resource.props[kind === "PermissionSet" ? "arn" : "name"];
      return kind === undefined || typeof name !== "string" ? [] : [[keyOf(kind as Kind, resource, name), resource]];
    }),
  );
}

function keyOf(kind: Kind, { provider }: Resource, name: string): string {
  return kind === "PermissionSet" ? name : `${kind} ${provider} ${name}`;
}

/** Whom a property names: resources of the stack by their URN, others by what it says. */
export function holdersOf(
  giver: ConnectedResource,
  property: string,
  kind: Kind,
  targets: ReadonlyMap<string, Resource>,
): { key: string; name: string }[] {
  const value = giver.props[property];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const made = (giver.sources[property] ?? []).filter(({ type }) => type.endsWith(`:${kind}`));
  return list.flatMap((item) => {
    if (item === unknown) return made.map(({ urn, name }) => ({ key: urn, name }));
    if (typeof item !== "string") return [];
    const key = keyOf(kind, giver, item);
    const own = targets.get(key);
    return [own === undefined ? { key, name: item } : { key: own.urn, name: own.name }];
  });
}

function inlineOf(giver: Resource): Piece[] {
  return documentsOf(giver.type, giver.props)
    .filter((placed) => placed.kind === "identity" && isKnown(placed))
    .map(({ property, document }) => ({
      by: giver,
      name: `${property} of "${giver.name}"`,
      statements: ownStatements(document),
    }));
}

function managedOf(giver: ConnectedResource, property: string, policies: readonly ConnectedResource[]): Piece[] {
  const value = giver.props[property];
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const ofAws = list.flatMap((arn): Piece[] => {
    const found = typeof arn === "string" ? /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1] : undefined;
    if (found === undefined) return [];
    const name = found.slice(found.lastIndexOf("/") + 1);
    const powers = managedPowers(found);
    return [{ by: giver, name, ofAws: true, statements: powers === undefined ? [] : ownStatements(powers.document) }];
  });
  return [
    ...ofAws,
    ...ownOf(giver, property, policies).flatMap((policy) =>
      documentsOf(policy.type, policy.props)
        .filter(isKnown)
        .map(({ document }) => ({ by: giver, name: `"${policy.name}"`, statements: ownStatements(document) })),
    ),
  ];
}

/** The stack's own policies that a property attaches. */
function ownOf(giver: ConnectedResource, property: string, policies: readonly ConnectedResource[]) {
  const made = new Set((giver.sources[property] ?? []).map(({ urn }) => urn));
  const value = giver.props[property];
  return policies.filter((policy) => made.has(policy.urn) || isNamed(value, policy.props));
}

function isUnseen(giver: ConnectedResource, property: string, policies: readonly ConnectedResource[]): boolean {
  const value = giver.props[property] ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const others = list.filter((item) => typeof item !== "string" || !/^arn:[^:]+:iam::aws:policy\//.test(item));
  return others.length > ownOf(giver, property, policies).filter(({ props }) => props["policy"] !== unknown).length;
}

function arnsOf(giver: ConnectedResource, property: string, policies: readonly ConnectedResource[]): string[] {
  const value = giver.props[property];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const written = list.filter((arn) => typeof arn === "string" && /^arn:[^:]+:iam::\d{12}:policy\//.test(arn));
  const own = ownOf(giver, property, policies).flatMap(({ props: { name, path = "/" } }) =>
    typeof name === "string" && typeof path === "string" ? [`arn:*:iam::*:policy${path}${name}`] : [],
  );
  return [...(written as string[]), ...own];
}

/** Copies, so that each tells which policy it is in. */
function ownStatements(document: unknown): NormalStatement[] {
  return identityStatements(document).map((statement) => ({ ...statement }));
}
