import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { OpenIdConnectProvider, Tag } from "./iam-document.ts";
import { quotas } from "./quotas.ts";
import { withoutTags, withTags } from "./tags.ts";

interface ByArn {
  OpenIDConnectProviderArn: string;
}

interface Create {
  Url: string;
  ClientIDList?: string[];
  ThumbprintList?: string[];
  Tags?: Tag[];
}

function provider({ iam }: World, arn: string): OpenIdConnectProvider {
  if (!/^arn:[^:]+:iam::\d{12}:oidc-provider\/.+$/.test(arn)) {
    throw iamError("InvalidInput", `Invalid ARN: ${arn}`);
  }
  const found = Object.hasOwn(iam.openIdConnectProviders, arn) ? iam.openIdConnectProviders[arn] : undefined;
  if (found === undefined) throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return found;
}

function checkCounts({
  ClientIDList = [],
  ThumbprintList = [],
}: Pick<Create, "ClientIDList" | "ThumbprintList">): void {
  if (ClientIDList.length > quotas.audiencesPerOpenIdConnectProvider) {
    const quota = `ClientIdsPerOpenIdConnectProvider: ${quotas.audiencesPerOpenIdConnectProvider}`;
    throw iamError("LimitExceeded", `Cannot exceed quota for ${quota}`);
  }
  if (ThumbprintList.length > quotas.thumbprintsPerOpenIdConnectProvider) {
    throw iamError("InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
  }
  if (ThumbprintList.some((one) => !/^[0-9a-fA-F]{40}$/.test(one))) {
    throw iamError("ValidationError", "Thumbprint must be a 40-character hexadecimal string.");
  }
}

/** Without thumbprints AWS looks the certificate up itself; here it gets a made-up one. */
export function createOpenIDConnectProvider(input: Create, world: World) {
  const { iam, caller, partition, now } = world;
  if (!/^https:\/\/[a-zA-Z0-9.-]+(\/[^?#:]*)?$/.test(input.Url)) {
    throw iamError("ValidationError", "Invalid Open ID Connect Provider URL");
  }
  checkCounts(input);
  const Tags = withTags([], input.Tags, "TagsPerOpenIdConnectProvider");
  const Url = input.Url.slice("https://".length);
  const Arn = `arn:${partition}:iam::${caller.accountId}:oidc-provider/${Url}`;
  if (iam.openIdConnectProviders[Arn] !== undefined) {
    throw iamError("EntityAlreadyExists", `Provider with url ${input.Url} already exists.`);
  }
  if (Object.keys(iam.openIdConnectProviders).length >= quotas.openIdConnectProvidersPerAccount) {
    const quota = `OpenIdConnectProvidersPerAccount: ${quotas.openIdConnectProvidersPerAccount}`;
    throw iamError("LimitExceeded", `Cannot exceed quota for ${quota}`);
  }
  const ThumbprintList = input.ThumbprintList?.length ? input.ThumbprintList : ["0".repeat(40)];
  const ClientIDList = [...new Set(input.ClientIDList ?? [])];
  iam.openIdConnectProviders[Arn] = { Arn, Url, ClientIDList, ThumbprintList, CreateDate: now, Tags };
  return { OpenIDConnectProviderArn: Arn, Tags };
}

export function getOpenIDConnectProvider({ OpenIDConnectProviderArn }: ByArn, world: World) {
  const { Url, ClientIDList, ThumbprintList, CreateDate, Tags } = provider(world, OpenIDConnectProviderArn);
  return { Url, ClientIDList, ThumbprintList, CreateDate, Tags };
}

export function listOpenIDConnectProviders(_: object, { iam }: World) {
  return { OpenIDConnectProviderList: Object.keys(iam.openIdConnectProviders).map((Arn) => ({ Arn })) };
}

export function updateOpenIDConnectProviderThumbprint(input: ByArn & { ThumbprintList: string[] }, world: World) {
  const found = provider(world, input.OpenIDConnectProviderArn);
  checkCounts(input);
  found.ThumbprintList = input.ThumbprintList;
  return {};
}

/** Adding an audience that is there, or removing one that is not, changes nothing. */
export function addClientIDToOpenIDConnectProvider(input: ByArn & { ClientID: string }, world: World) {
  const found = provider(world, input.OpenIDConnectProviderArn);
  const ClientIDList = [...new Set([...found.ClientIDList, input.ClientID])];
  checkCounts({ ClientIDList });
  found.ClientIDList = ClientIDList;
  return {};
}

export function removeClientIDFromOpenIDConnectProvider(input: ByArn & { ClientID: string }, world: World) {
  const found = provider(world, input.OpenIDConnectProviderArn);
  found.ClientIDList = found.ClientIDList.filter((id) => id !== input.ClientID);
  return {};
}

export function deleteOpenIDConnectProvider({ OpenIDConnectProviderArn }: ByArn, world: World) {
  provider(world, OpenIDConnectProviderArn);
  Reflect.deleteProperty(world.iam.openIdConnectProviders, OpenIDConnectProviderArn);
  return {};
}

export function tagOpenIDConnectProvider(input: ByArn & { Tags: Tag[] }, world: World) {
  const found = provider(world, input.OpenIDConnectProviderArn);
  found.Tags = withTags(found.Tags, input.Tags, "TagsPerOpenIdConnectProvider");
  return {};
}

export function untagOpenIDConnectProvider(input: ByArn & { TagKeys: string[] }, world: World) {
  const found = provider(world, input.OpenIDConnectProviderArn);
  found.Tags = withoutTags(found.Tags, input.TagKeys);
  return {};
}
