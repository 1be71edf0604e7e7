import { role } from "./iam/role.ts";
import type { ResourceType } from "./resource-type.ts";
import { permissionSet } from "./ssoadmin/permission-set.ts";

/** Every resource type that the sandbox serves. */
const types: ResourceType[] = [role, permissionSet];

const byToken = new Map(types.map((type) => [type.token, type]));

export function resourceType(token: string): ResourceType {
  const type = byToken.get(token);
  if (type === undefined)
    throw new Error(`unrecognized resource type (check): ${token}; the sandbox does not serve it`);
  return type;
}
