import { givers, type Kind } from "./givers.ts";
import { unknown } from "./known.ts";
import type { ConnectedResource, Resource } from "./resource.ts";

/** A document that binds a user, and everything that makes it do so. */
export interface BindingDocument {
  document: unknown;
  /** The policy, what attaches it, and what makes the user a member of a group that has it. */
  by: readonly Resource[];
}

/** A resource whose property is not known, so that nobody can say whether it gives the user a policy. */
export interface OpenLink {
  unknown: string;
  resource: Resource;
}

/**
 * The documents of all policies that bind a user: its own, attached to it, and those of its groups. Everything has to be in
 * the user's account, which its provider stands for. Policies that AWS manages are left out: none of them demands MFA alone.
 */
export function policiesOfUser(
  user: string,
  provider: string,
  resources: readonly (Resource | ConnectedResource)[],
): { documents: BindingDocument[]; open: OpenLink[] } {
  const own = resources.filter((resource) => resource.provider === provider);
  const open: OpenLink[] = [];
  const documents: BindingDocument[] = [];
  const holders: { kind: Kind; name: string; by: Resource[] }[] = [{ kind: "User", name: user, by: [] }];

  for (const resource of own) {
    const { users, groups } = memberships[resource.type] ?? {};
    if (users === undefined || groups === undefined) continue;
    if (!names(resource, users, open).includes(user)) continue;
    for (const name of names(resource, groups, open)) holders.push({ kind: "Group", name, by: [resource] });
  }
  for (const { kind, name, by } of holders) {
    for (const resource of own) {
      const { to = {}, managed: [arns] = [] } = givers[resource.type] ?? {};
      const holder = Object.keys(to).find((property) => to[property] === kind);
      if (holder === undefined || !names(resource, holder, open).includes(name)) continue;
      if (arns === undefined) {
        documents.push({ document: resource.props["policy"], by: [resource, ...by] });
        continue;
      }
      for (const policy of policiesOf(resource, arns, own, open))
        documents.push({ document: policy.props["policy"], by: [policy, resource, ...by] });
    }
  }
  return { documents, open };
}

const memberships: Readonly<Record<string, { users: string; groups: string }>> = {
  "aws:iam/groupMembership:GroupMembership": { users: "users", groups: "group" },
  "aws:iam/userGroupMembership:UserGroupMembership": { users: "user", groups: "groups" },
};

/** The names that a property holds or, where they are not known yet, the names of what it is made from. */
function names(resource: Resource | ConnectedResource, property: string, open: OpenLink[]): string[] {
  const value = resource.props[property];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.includes(unknown)) return list.filter((item) => typeof item === "string");
  const sources = "sources" in resource ? (resource.sources[property] ?? []) : [];
  const made = sources.map(({ props }) => props["name"]).filter((name) => typeof name === "string");
  if (made.length === 0) open.push({ unknown: property, resource });
  return [...list.filter((item) => typeof item === "string"), ...made];
}

function policiesOf(
  resource: Resource | ConnectedResource,
  property: string,
  own: readonly Resource[],
  open: OpenLink[],
): Resource[] {
  const value = resource.props[property];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const policies = own.filter(({ type }) => type === "aws:iam/policy:Policy");
  if (list.includes(unknown)) {
    const sources = "sources" in resource ? (resource.sources[property] ?? []) : [];
    const made = sources.filter(({ type }) => type === "aws:iam/policy:Policy");
    // One unknown for one policy; where more goes in, nobody can say which is left in the end.
    if (made.length > 0 && made.length === list.filter((item) => item === unknown).length) return made;
    open.push({ unknown: property, resource });
  }
  return policies.filter((policy) => list.some((arn) => typeof arn === "string" && isArnOf(arn, policy)));
}

function isArnOf(arn: string, { props: { arn: known, path, name } }: Resource): boolean {
  if (typeof known === "string") return arn === known;
  return typeof name === "string" && arn.endsWith(`:policy${typeof path === "string" ? path : "/"}${name}`);
}
