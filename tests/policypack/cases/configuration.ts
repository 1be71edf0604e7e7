import type { Case } from "../cases.ts";
import { type Given, type Pack, urnOf } from "../judge.ts";

const user: Given = { type: "aws:iam/user:User", name: "legacy", props: { name: "legacy" } };
const whole = { resource: urnOf(user), reason: "Leaves in June", owner: "Operations", until: "2026-12-31" };
const excepted = (change: Partial<typeof whole>, today = "2026-11-29"): Pack => ({
  today,
  config: { "no-iam-user": { exceptions: [{ ...whole, ...change }] } },
});

const useless: [string, Partial<typeof whole>, RegExp, string?][] = [
  ["past its day", { until: "2026-11-28" }, /last day was 2026-11-28/],
  ["whose day is no date", { until: "June" }, /"June", is no date/],
  ["whose day does not exist", { until: "2027-02-30" }, /no date/],
  ["without a day", { until: "" }, /no date/],
  ["without a reason", { reason: " " }, /no reason/],
  ["without an owner", { owner: "" }, /nobody owns it/],
  ["for more than one resource", { resource: "urn:pulumi:prod::shop::*" }, /names no single resource/],
  ["for a name", { resource: "legacy" }, /names no single resource/],
  ["for everything", { resource: "*" }, /names no single resource/],
  ["for a resource that there is not", { resource: whole.resource + "x" }, /nothing breaks the rule there/],
];

export const configurationCases: Record<string, Case[]> = {
  "pack-configuration": [
    { title: "an exception that is needed", program: [user], pack: excepted({}), expected: [] },
    { title: "on its last day", program: [user], pack: excepted({}, "2026-12-31"), expected: [] },
    ...useless.map(([title, change, says]) => ({
      title: `an exception ${title}`,
      program: [user],
      pack: excepted(change),
      expected: ["mandatory" as const],
      says,
    })),
    {
      title: "an exception for another stack is that stack's matter",
      program: [],
      pack: excepted({ resource: whole.resource.replace(":prod:", ":dev:") }),
      expected: [],
    },
    {
      title: "a mandatory rule that is disabled",
      program: [user],
      pack: { disabled: ["no-access-key"] },
      expected: ["advisory"],
      says: /Nobody judges no-access-key/,
    },
    { title: "an advisory rule that is disabled", program: [user], pack: { disabled: ["no-mfa-seed"] }, expected: [] },
    { title: "nothing configured", program: [user], expected: [] },
  ],
};
