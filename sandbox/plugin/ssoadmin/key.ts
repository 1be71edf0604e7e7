import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import { idParts } from "../state.ts";

/** A permission set in one Identity Center instance. */
export interface PermissionSetKey {
  PermissionSetArn: string;
  InstanceArn: string;
}

export function keyOf(properties: Properties): PermissionSetKey {
  return { PermissionSetArn: textOf(properties["permissionSetArn"]), InstanceArn: textOf(properties["instanceArn"]) };
}

/** The id of a permission set, and of most of what belongs to one. */
export function permissionSetId({ PermissionSetArn, InstanceArn }: PermissionSetKey): string {
  return `${PermissionSetArn},${InstanceArn}`;
}

export function permissionSetKey(id: string): PermissionSetKey {
  const [PermissionSetArn = "", InstanceArn = ""] = idParts(id, ",", 2, "PERMISSION_SET_ARN,INSTANCE_ARN");
  return { PermissionSetArn, InstanceArn };
}

/** The id of the Exclusive resources, which name the instance first. */
export function exclusiveId({ PermissionSetArn, InstanceArn }: PermissionSetKey): string {
  return `${InstanceArn},${PermissionSetArn}`;
}

export function exclusiveKey(id: string): PermissionSetKey {
  const [InstanceArn = "", PermissionSetArn = ""] = idParts(id, ",", 2, "<instance-arn>,<permission-set-arn>");
  return { PermissionSetArn, InstanceArn };
}

/** What every resource of a permission set shows of it. */
export function keyProperties(key: PermissionSetKey, region: string): Properties {
  return { instanceArn: key.InstanceArn, permissionSetArn: key.PermissionSetArn, region };
}
