import type { PolicyConfigSchema } from "@pulumi/policy";

/** One resource that may break one rule until a day: stands in the rule's configuration, and nowhere else. */
export interface Exception {
  /** The resource's URN: one resource of one stack. */
  resource: string;
  reason: string;
  /** Who answers for it. */
  owner: string;
  /** The last day on which it holds, as `2027-06-30`, in UTC. */
  until: string;
}

type Schema = PolicyConfigSchema["properties"][string];

const text = (description: string): Schema => ({ type: "string", description });

/** Takes whatever is written, so that what is wrong with an exception is a finding and ends no run. */
export const exceptionsSchema: Schema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      resource: text("URN of the one resource."),
      reason: text("Why it must stay as it is."),
      owner: text("Who answers for it."),
      until: text("The last day on which it holds, such as 2027-06-30."),
    },
  },
  description: "Resources that may break this rule until a day.",
  default: [],
};

/** Reads the exceptions of a rule's configuration; what is missing is empty. */
export function readExceptions(config: Readonly<Record<string, unknown>>): Exception[] {
  const list: unknown = config["exceptions"];
  return (Array.isArray(list) ? list : []).map((item: unknown) => {
    const entry = (typeof item === "object" && item !== null ? item : {}) as Record<string, unknown>;
    const textOf = (key: keyof Exception) => (typeof entry[key] === "string" ? entry[key].trim() : "");
    return {
      resource: textOf("resource"),
      reason: textOf("reason"),
      owner: textOf("owner"),
      until: textOf("until"),
    };
  });
}

/** Why an exception excepts nothing, in the words of a sentence about it; undefined where it holds. */
export function defectOf(exception: Exception, today: Date): string | undefined {
  const { resource, reason, owner, until } = exception;
  if (!/^urn:pulumi:[^:]+::[^:]+::[^*?]+::[^*?]+$/u.test(resource)) return "it names no single resource by its URN";
  if (reason === "") return "it gives no reason";
  if (owner === "") return "nobody owns it";
  const days = daysLeft(until, today);
  if (days === undefined) return `its last day, "${until}", is no date such as 2027-06-30, and counts as past`;
  return days < 0 ? `its last day was ${until}` : undefined;
}

/** How many days follow today until the last one, which is still included; undefined where that is no date. */
export function daysLeft(until: string, today: Date): number | undefined {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(until) ? new Date(`${until}T00:00:00Z`) : undefined;
  // Date takes 30 February for 2 March.
  if (end === undefined || Number.isNaN(end.getTime()) || dayOf(end) !== until) return undefined;
  return Math.round((end.getTime() - new Date(`${dayOf(today)}T00:00:00Z`).getTime()) / 86_400_000);
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
