import { isObject, textOf } from "../property-values.ts";
import type { Properties, Value } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { present } from "../state.ts";
import { keyOf, keyProperties, permissionSetId, permissionSetKey } from "./key.ts";
import { provision } from "./provisioning.ts";

export const permissionsBoundaryAttachment: ResourceType = {
  token: "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
  complete(inputs) {
    const boundary = inputs["permissionsBoundary"];
    const reference = isObject(boundary) ? boundary["customerManagedPolicyReference"] : undefined;
    if (!isObject(boundary) || !isObject(reference)) return inputs;
    const complete = { ...reference, path: reference["path"] ?? "/" };
    return { ...inputs, permissionsBoundary: { ...boundary, customerManagedPolicyReference: complete } };
  },
  replaceOnChange: "everything",
  rules: { instanceArn: [arn], permissionSetArn: [arn] },

  async create(session, inputs) {
    const [key, region] = [keyOf(inputs), regionOf(session, inputs)];
    const id = permissionSetId(key);
    const input = { ...key, PermissionsBoundary: expanded(inputs["permissionsBoundary"]) };
    const put = call(session, "sso-admin", "PutPermissionsBoundaryToPermissionSet", input, region);
    await doing(`creating SSO Permissions Boundary Attachment (${id})`, put);
    try {
      await provision(session, key, region);
      return { id };
    } catch (error) {
      return { id, failure: error as Error };
    }
  },

  async read(session, id, known) {
    const [key, region] = [permissionSetKey(id), regionOf(session, known)];
    const found = unlessGone(call(session, "sso-admin", "GetPermissionsBoundaryForPermissionSet", { ...key }, region));
    const answer = await doing(`reading SSO Permissions Boundary Attachment (${id})`, found);
    const boundary = answer?.["PermissionsBoundary"] as Boundary | undefined;
    if (boundary === undefined) return undefined;
    return { ...keyProperties(key, region), permissionsBoundary: flattened(boundary) };
  },

  async delete(session, id, state) {
    const [key, region] = [permissionSetKey(id), regionOf(session, state)];
    const operation = "DeletePermissionsBoundaryFromPermissionSet";
    const deleted = unlessGone(call(session, "sso-admin", operation, { ...key }, region));
    const answer = await doing(`deleting SSO Permissions Boundary Attachment (${id})`, deleted);
    if (answer !== undefined) await provision(session, key, region);
  },
};

interface Boundary {
  ManagedPolicyArn?: string;
  CustomerManagedPolicyReference?: { Name: string; Path?: string };
}

function expanded(value: Value | undefined): Record<string, unknown> {
  const boundary = isObject(value) ? value : {};
  const reference = boundary["customerManagedPolicyReference"];
  return present({
    ManagedPolicyArn: boundary["managedPolicyArn"],
    CustomerManagedPolicyReference: isObject(reference)
      ? { Name: textOf(reference["name"]), Path: textOf(reference["path"]) || "/" }
      : undefined,
  });
}

function flattened({ ManagedPolicyArn, CustomerManagedPolicyReference: reference }: Boundary): Properties {
  if (ManagedPolicyArn !== undefined) return { managedPolicyArn: ManagedPolicyArn };
  return reference ? { customerManagedPolicyReference: { name: reference.Name, path: reference.Path ?? "/" } } : {};
}
