import { nearest } from "../iam/nearest.ts";
import type { DiagnosticCode } from "./diagnostics.ts";
import type { ConfigPath } from "./places.ts";
import { type NamedSection, type Stack, isWritten } from "./stack.ts";

const kinds: Record<
  Exclude<NamedSection, "access" | "workloads" | "guardrails">,
  { code: DiagnosticCode; what: string }
> = {
  accounts: { code: "unknown-account", what: "account" },
  groups: { code: "unknown-group", what: "group" },
  users: { code: "unknown-user", what: "user" },
  policies: { code: "unknown-policy", what: "policy" },
  "permission-sets": { code: "unknown-permission-set", what: "permission set" },
  pipelines: { code: "unknown-pipeline", what: "pipeline" },
  "identity-providers": { code: "unknown-identity-provider", what: "identity provider" },
};

/** Whether a name is a key of its section; reports where it is not. A key whose entry is wrong counts. */
export function refers(stack: Stack, section: keyof typeof kinds, name: string, path: ConfigPath, at?: "key"): boolean {
  if (isWritten(stack, section, name)) return true;
  const { code, what } = kinds[section];
  const names = Object.keys(stack.configuration[section]);
  const meant = nearest(name, names);
  stack.findings.add(code, path, {
    message: `No ${what} is called "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    fix: `Define it under \`${section}\`, or write one of: ${someOf(names)}.`,
    ...(at === undefined ? {} : { at }),
  });
  return false;
}

/**
 * The same for an account in which something is to be made: it must not be suspended or closed. Returns whether the
 * account can be reckoned with.
 */
export function refersToAccount(stack: Stack, name: string, path: ConfigPath, at?: "key"): boolean {
  if (!refers(stack, "accounts", name, path, at)) return false;
  const account = stack.configuration.accounts[name];
  if (account === undefined) return false;
  const { status = "active" } = account;
  if (status === "active") return true;
  stack.findings.add("account-not-active", path, {
    message: `The account ${name} is ${status}.`,
    fix: `Take ${name} out.`,
    ...(at === undefined ? {} : { at }),
  });
  return false;
}

/** The first names of a list, as many as one reads. */
export function someOf(names: readonly string[]): string {
  return `${names.slice(0, 12).join(", ")}${names.length > 12 ? ", ..." : ""}`;
}
