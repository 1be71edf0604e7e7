import type { Registration, Run } from "./program.ts";

/** The last part of a type, such as `Role` of `aws:iam/role:Role`. */
export function kindOf({ type }: Pick<Registration, "type">): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** As `kindOf` with the service before it, such as `iam Role`: Identity Center and IAM both have groups. */
export function nounOf({ type }: Pick<Registration, "type">): string {
  const [, module = ""] = type.split(":");
  return `${module.split("/")[0] ?? ""} ${kindOf({ type })}`;
}

export function ofKind({ registrations }: Run, kind: string): Registration[] {
  return registrations.filter((registration) => kindOf(registration) === kind);
}

/** Resources of AWS: neither components nor providers. */
export function awsResources({ registrations }: Run): Registration[] {
  return registrations.filter(({ type }) => type.startsWith("aws:"));
}

export function components({ registrations }: Run): Registration[] {
  return registrations.filter(({ type }) => type.startsWith("securecart:"));
}

export function byUrn({ registrations }: Run, urn: string): Registration | undefined {
  return registrations.find((registration) => registration.urn === urn);
}

/** `iam Role release/to/Production`: how the tests' data name a resource. */
export function labelOf(registration: Registration): string {
  return `${nounOf(registration)} ${registration.name}`;
}
