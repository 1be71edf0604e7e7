import type { Configuration } from "../../model/configuration.ts";
import { bootstrapPath, ceilingDocument, ceilingName, previewRoleName } from "../../model/ceiling.ts";
import { createOrganization, startingCredentials } from "../aws/organization.ts";
import type { OrganizationSeed } from "../aws/organization.ts";

/** The role as which a rehearsal is signed in, in the management account: on the first day no other way leads in. */
const startingRole = "rehearsal";

/** The one service that has to look into the organization, and to be delegated, before the program can ask for anything. */
const identityCenter = "sso.amazonaws.com";

/**
 * Founds the virtual organization that the configuration of all stacks describes: what AWS and the identity provider
 * hold before the first deployment. Founding it again adds what is new. Gives the environment variables by which the
 * plugin signs in to it.
 */
export async function foundOrganization(
  directory: string,
  configurations: Configuration[],
): Promise<Record<string, string>> {
  await createOrganization(directory, organizationSeed(configurations));
  const { accessKeyId, secretAccessKey, sessionToken } = startingCredentials(directory);
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  };
}

/** What the configuration says of the organization, its accounts and the groups of its identity provider. */
export function organizationSeed(configurations: Configuration[]): OrganizationSeed {
  const [first] = configurations;
  if (first === undefined) throw new Error("There is no stack to found an organization for");
  const { organization } = first;
  const accounts = new Map(configurations.flatMap(({ accounts }) => Object.entries(accounts)));
  const groups = new Map(configurations.flatMap(({ groups }) => Object.entries(groups)));
  const idOf = (name: string) => accounts.get(name)?.id ?? name;
  const managementAccountId = idOf(organization["management-account"]);
  const administrator = organization["delegated-administrators"]?.["identity-center"];
  return {
    organizationId: organization.id,
    partition: organization.partition ?? "aws",
    homeRegion: organization["home-region"],
    managementAccountId,
    accounts: [...accounts].map(([key, { id, name, email, ou, tags }]) => ({
      id,
      name: name ?? key,
      email: email ?? `${id}@accounts.invalid`,
      ou,
      tags: tags ?? {},
    })),
    delegatedAdministrators: administrator === undefined ? {} : { [identityCenter]: idOf(administrator) },
    trustedServices: [identityCenter],
    scimGroups: [...groups]
      .filter(([, group]) => group["synced-from"] !== undefined)
      .map(([key, group]) => ({ displayName: group["display-name"] ?? key })),
    deployRoleName: organization["deploy-role"],
    previewRoleName: previewRoleName(organization["deploy-role"]),
    policies: ceilings(configurations),
    startingIdentity: { accountId: managementAccountId, roleName: startingRole },
  };
}

/** What `npm run bootstrap` makes beside the roles; the virtual AWS asks no caller for its rights, so that it needs no more. */
function ceilings(configurations: Configuration[]): OrganizationSeed["policies"] {
  const accounts = new Map(configurations.flatMap(({ accounts }) => Object.entries(accounts)));
  const roleOf = (account: Configuration["accounts"][string]) =>
    account["deploy-role"] ?? configurations[0]?.organization["deploy-role"] ?? "";
  const roles = [...new Set([...accounts.values()].map(roleOf))].sort();
  return [...accounts.values()].map((account) => ({
    accountId: account.id,
    path: bootstrapPath,
    name: ceilingName(roleOf(account)),
    document: ceilingDocument(configurations[0]?.organization.partition ?? "aws", roles),
  }));
}
