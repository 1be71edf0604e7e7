import { RecoveryError } from "./pulumi.ts";
import type { RecordedResource } from "./stack-state.ts";
import { urnParts } from "./stack-state.ts";

/** Where a provider works, and what it puts on everything that it makes. */
export interface ProviderAccount {
  /** Twelve digits. */
  id: string;
  /** Such as `aws`. */
  partition: string;
  defaultTags: Record<string, string>;
}

/**
 * The account of a recorded provider. All inputs of a provider are recorded as text, those that are no text as JSON.
 * Throws where it does not say which account it works in.
 */
export function accountOf({ urn, inputs = {} }: RecordedResource): ProviderAccount {
  const [role] = (parsed(inputs["assumeRoles"]) ?? []) as { roleArn?: string }[];
  const [, partition = "", , , account = ""] = (role?.roleArn ?? "").split(":");
  const [allowed = account] = (parsed(inputs["allowedAccountIds"]) ?? []) as string[];
  if (partition === "" || allowed !== account) {
    throw new RecoveryError(`The provider ${urnParts(urn).name} does not say in which account it works: ${urn}`);
  }
  const defaults = parsed(inputs["defaultTags"]) as { tags?: Record<string, string> } | undefined;
  return { id: account, partition, defaultTags: defaults?.tags ?? {} };
}

function parsed(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}
