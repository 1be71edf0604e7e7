import { LineFileReader } from "./line-file.ts";
import type { ManagedPolicyData } from "./managed-policies.ts";
import type { PolicyDocument } from "../document.ts";

const file = new LineFileReader<object, ManagedPolicyData>("managed-powers.json");

/**
 * What a policy that AWS itself manages adds to others, by its name or by path and name (`job-function/Billing`): of its
 * document the statements that count together with those of other policies, and every Deny. Undefined where nothing in it
 * counts, and where there is no such policy. The document is shared: do not change it.
 */
export function managedPowers(nameOrPathName: string): { name: string; document: PolicyDocument } | undefined {
  const name = nameOrPathName.slice(nameOrPathName.lastIndexOf("/") + 1);
  const [path, , document] = file.entry(name) ?? [];
  if (document === undefined || (name !== nameOrPathName && `/${nameOrPathName}` !== `${path ?? ""}${name}`))
    return undefined;
  return { name, document };
}
