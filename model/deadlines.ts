import type { AccessLine } from "./access-line.ts";
import { accessLines } from "./access-line.ts";
import { type Place, pathText, placeOf } from "./places.ts";
import type { Path } from "./path.ts";
import type { Stack } from "./stack.ts";
import { daysLeft } from "./values/date.ts";
import type { Mfa } from "./values/mfa.ts";

/** A last day that the YAML names, and what happens once it is over. */
export interface Deadline {
  kind:
    | "access"
    | "policy exception"
    | "disabled rule"
    | "lock-out override"
    | "trusted third party"
    | "guardrail exception"
    | "MFA promise";
  /** What has the day: `access of Operations in Production: DatabaseOperator`. */
  subject: string;
  /** Whether it ends by itself then, or only wants to be looked at again by then. */
  then: "ends" | "review";
  /** YYYY-MM-DD, UTC; inclusive. */
  day: string;
  /** 0 on the day itself, less once it is over. */
  daysLeft: number;
  reason?: string;
  ticket?: string;
  owner?: string;
  place: Place;
}

/** Every last day of the stacks' configurations, soonest first; each once, though several stacks include its file. */
export function deadlines(stacks: readonly Stack[]): Deadline[] {
  const all = stacks.flatMap((stack) => [
    ...accessLines(stack).flatMap((line) => ofAccess(line, stack.today)),
    ...ofOtherSections(stack),
  ]);
  const unique = new Map(all.map((one) => [JSON.stringify([one.place, one.subject]), one]));
  return [...unique.values()].sort(
    (a, b) => compare(a.day, b.day) || compare(a.subject, b.subject) || compare(a.place.file, b.place.file),
  );
}

function ofAccess(line: AccessLine, today: string): Deadline[] {
  const { principal, selector, permissionSet, until, place } = line;
  if (until === undefined) return [];
  const who = principal.type === "USER" ? `user ${principal.name}` : principal.name;
  return [
    {
      kind: "access",
      subject: `access of ${who} in ${selector}: ${permissionSet}`,
      then: "ends",
      day: until,
      daysLeft: daysLeft(until, today),
      ...noted(line),
      place,
    },
  ];
}

function ofOtherSections({ configuration, findings, today }: Stack): Deadline[] {
  const all: Deadline[] = [];
  const add = (
    kind: Deadline["kind"],
    subject: string,
    then: Deadline["then"],
    path: Path,
    entry: Noted,
    day: string,
  ) =>
    all.push({
      kind,
      subject,
      then,
      day,
      daysLeft: daysLeft(day, today),
      ...noted(entry),
      place: placeOf(findings.places, path),
    });
  for (const [rule, resources] of Object.entries(configuration["policy-exceptions"])) {
    for (const [resource, entry] of Object.entries(resources)) {
      const path = ["policy-exceptions", rule, resource, "until"];
      add("policy exception", `exception from the rule ${rule} for ${resource}`, "ends", path, entry, entry.until);
    }
  }
  for (const [rule, entry] of Object.entries(configuration["disabled-rules"])) {
    add("disabled rule", `rule ${rule} disabled`, "ends", ["disabled-rules", rule, "until"], entry, entry.until);
  }
  for (const [code, entry] of Object.entries(configuration["lock-out-overrides"])) {
    add("lock-out override", `override of ${code}`, "ends", ["lock-out-overrides", code, "until"], entry, entry.until);
  }
  for (const [name, entry] of Object.entries(configuration["trusted-third-parties"])) {
    const path = ["trusted-third-parties", name, "review"];
    add("trusted third party", `trust in the third party ${name}`, "ends", path, entry, entry.review);
  }
  for (const [name, { exceptions = {} }] of Object.entries(configuration.guardrails)) {
    for (const [who, entry] of Object.entries(exceptions)) {
      const path = ["guardrails", name, "exceptions", who, "review"];
      add(
        "guardrail exception",
        `exception from the guardrail ${name} for ${who}`,
        "review",
        path,
        entry,
        entry.review,
      );
    }
  }
  const promises: [Path, Mfa | undefined][] = [
    [["identity-center", "mfa"], configuration["identity-center"]?.mfa],
    ...Object.entries(configuration["identity-providers"]).map(([name, { mfa }]): [Path, Mfa | undefined] => [
      ["identity-providers", name, "mfa"],
      mfa,
    ]),
  ];
  for (const [path, promise] of promises) {
    if (promise === undefined) continue;
    const day = promise["next-review"];
    add(
      "MFA promise",
      `promise in ${pathText(path)} that MFA is enforced`,
      "review",
      [...path, "next-review"],
      promise,
      day,
    );
  }
  return all;
}

type Noted = Pick<Deadline, "reason" | "ticket" | "owner">;

const noted = ({ reason, ticket, owner }: Noted): Noted => ({
  ...(reason !== undefined && { reason }),
  ...(ticket !== undefined && { ticket }),
  ...(owner !== undefined && { owner }),
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
