import type { World } from "../world.ts";
import { key, kmsError, usableKey } from "./key.ts";
import type { Alias } from "./kms-document.ts";

interface OfAlias {
  AliasName: string;
}

const arnOf = ({ partition, region, caller }: World, name: string) =>
  `arn:${partition}:kms:${region}:${caller.accountId}:${name}`;

function alias(world: World, name: string): Alias {
  const arn = arnOf(world, name);
  const found = world.services.kms.aliases[arn];
  if (found === undefined) throw kmsError("NotFoundException", `Alias ${arn} is not found.`);
  return found;
}

export function createAlias({ AliasName, TargetKeyId }: OfAlias & { TargetKeyId: string }, world: World) {
  const AliasArn = arnOf(world, AliasName);
  if (/^alias\/aws\//.test(AliasName)) throw kmsError("NotAuthorizedException", "alias/aws/ is reserved for AWS.");
  if (world.services.kms.aliases[AliasArn] !== undefined) {
    throw kmsError("AlreadyExistsException", `An alias with the name ${AliasArn} already exists`);
  }
  const { KeyId } = usableKey(world, TargetKeyId);
  world.services.kms.aliases[AliasArn] = { AliasName, AliasArn, TargetKeyId: KeyId, CreationDate: world.now };
  return {};
}

export function updateAlias({ AliasName, TargetKeyId }: OfAlias & { TargetKeyId: string }, world: World) {
  alias(world, AliasName).TargetKeyId = usableKey(world, TargetKeyId).KeyId;
  return {};
}

export function deleteAlias({ AliasName }: OfAlias, world: World) {
  Reflect.deleteProperty(world.services.kms.aliases, alias(world, AliasName).AliasArn);
  return {};
}

export function listAliases({ KeyId }: { KeyId?: string }, world: World) {
  const wanted = KeyId === undefined ? undefined : key(world, KeyId).KeyId;
  const all = Object.values(world.services.kms.aliases);
  const Aliases = all.filter(
    ({ TargetKeyId, AliasArn }) =>
      AliasArn.split(":")[3] === world.region && (wanted === undefined || TargetKeyId === wanted),
  );
  return { Aliases, Truncated: false };
}
