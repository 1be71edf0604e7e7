import type { Group, IdentityCenter, LookedUpGroup, User } from "../deployment.ts";
import { type Scope, holdsManagement, inOrder, keysOf } from "./scope.ts";

/**
 * Groups and users that are managed here belong to the stack that holds the management account; every other stack
 * looks the groups up. Of the groups that the identity provider brings, a stack looks up those it gives something to.
 */
export function resolveIdentityCenter(scope: Scope, groupsInUse: ReadonlySet<string>): IdentityCenter {
  const { configuration, identityCenterAccount, homeRegion } = scope;
  const own = holdsManagement(scope);
  const lookedUp: LookedUpGroup[] = [];
  const groups: Group[] = [];
  for (const [name, group] of inOrder(configuration.groups)) {
    const displayName = group["display-name"] ?? name;
    const configPath = `groups.${name}`;
    if (own && group.members !== undefined) {
      groups.push({
        name,
        formerly: group.formerly ?? [],
        configPath,
        administeredFrom: identityCenterAccount,
        displayName,
        description: group.description ?? "",
        members: [...group.members].sort(),
      });
    } else if (groupsInUse.has(name)) {
      lookedUp.push({ name, configPath, displayName, ...(group.id !== undefined && { id: group.id }) });
    }
  }
  const values = configuration["identity-center"]?.attributes;
  return {
    administeredFrom: identityCenterAccount,
    region: homeRegion,
    ...(own &&
      values !== undefined && {
        attributes: {
          name: "attributes",
          formerly: [],
          configPath: "identity-center.attributes",
          administeredFrom: identityCenterAccount,
          values: Object.fromEntries(inOrder(values).map(([key, source]) => [key, [source]])),
        },
      }),
    lookedUp,
    groups,
    users: own ? inOrder(configuration.users).map(([name, user]) => resolveUser(name, user, scope)) : [],
  };
}

function resolveUser(name: string, user: Scope["configuration"]["users"][string], scope: Scope): User {
  return {
    name,
    formerly: keysOf(name, user).slice(1),
    configPath: `users.${name}`,
    administeredFrom: scope.identityCenterAccount,
    userName: user["user-name"] ?? name,
    displayName: user["display-name"] ?? `${user["given-name"]} ${user["family-name"]}`,
    givenName: user["given-name"],
    familyName: user["family-name"],
    email: user.email,
  };
}
