import type { World } from "../world.ts";
import type { IdentityCenterDocument } from "./identity-center-document.ts";
import { conflict, instance, invalid, notFound, type InInstance } from "./instance.ts";

type Attributes = NonNullable<IdentityCenterDocument["accessControlAttributes"]>;
type WithAttributes = InInstance & {
  InstanceAccessControlAttributeConfiguration: { AccessControlAttributes: Attributes };
};

function center(operation: string, input: InInstance, world: World): IdentityCenterDocument {
  const found = instance(operation, input, world);
  if (found.accessControlAttributes === undefined) throw notFound("Instance access control attribute configuration");
  return found;
}

function checked({ InstanceAccessControlAttributeConfiguration }: WithAttributes): Attributes {
  const { AccessControlAttributes } = InstanceAccessControlAttributeConfiguration;
  const keys = AccessControlAttributes.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) throw invalid("Duplicate attribute keys.");
  return AccessControlAttributes;
}

export function createInstanceAccessControlAttributeConfiguration(input: WithAttributes, world: World) {
  const found = instance("CreateInstanceAccessControlAttributeConfiguration", input, world);
  if (found.accessControlAttributes !== undefined) {
    throw conflict("The instance has an access control attribute configuration already.");
  }
  found.accessControlAttributes = checked(input);
  return {};
}

export function describeInstanceAccessControlAttributeConfiguration(input: InInstance, world: World) {
  const found = center("DescribeInstanceAccessControlAttributeConfiguration", input, world);
  const AccessControlAttributes = found.accessControlAttributes;
  return { Status: "ENABLED", InstanceAccessControlAttributeConfiguration: { AccessControlAttributes } };
}

export function updateInstanceAccessControlAttributeConfiguration(input: WithAttributes, world: World) {
  const found = center("UpdateInstanceAccessControlAttributeConfiguration", input, world);
  found.accessControlAttributes = checked(input);
  return {};
}

export function deleteInstanceAccessControlAttributeConfiguration(input: InInstance, world: World) {
  delete center("DeleteInstanceAccessControlAttributeConfiguration", input, world).accessControlAttributes;
  return {};
}
