import { defectOf } from "../exception.ts";
import { fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";

/** What the pack is told has to hold up too: exceptions that end, that are needed, that name one resource. */
export const packConfiguration: Rule = {
  name: "pack-configuration",
  description: "Every exception names one resource, a reason, an owner and a last day, and is needed.",
  level: "mandatory",
  severity: "medium",
  requirements: [fsbp("IAM.1")],
  url: "https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/",
  remediation: "Renew the exception with a new reason, or take it out of the pack's configuration.",
  why:
    "An exception that nobody looks at again is a hole. One whose last day is past, or that is no date, excepts nothing any more; " +
    "one without a reason or an owner, with a wildcard, or for a resource that keeps the rule is refused. Whether it is needed is " +
    "known at the end, when everything may exist already. A mandatory rule that is disabled is told as advice; if this rule is " +
    "disabled itself, nothing tells it. Levels that were lowered to advisory show in the findings themselves.",
  bad: {},
  good: {},
  parameters: [],
  types: [],
  *checkStack(_, { pack }) {
    for (const { rule, exception, needed } of pack.exceptions()) {
      const defect =
        defectOf(exception, pack.today) ?? (needed === false ? "nothing breaks the rule there" : undefined);
      if (defect === undefined) continue;
      yield {
        who: `The exception of "${exception.resource}" from ${rule} excepts nothing: ${defect}.`,
        where: `the pack's configuration, ${rule}.exceptions`,
        why: "an exception that is past, unneeded or nobody's is the one that hides the next mistake.",
        instead: "take it out, or write `resource` (one URN), `reason`, `owner` and a `until` to come.",
        setting: { rule, resource: exception.resource },
      };
    }
    const mandatory = pack.rules.filter(({ level }) => level === "mandatory").map(({ name }) => name);
    for (const rule of pack.disabled().filter((name) => mandatory.includes(name))) {
      yield {
        who: `Nobody judges ${rule}: the rule is disabled.`,
        where: "the pack's configuration",
        why: "what it would block goes through.",
        instead: `write "${rule}": {"enforcementLevel": "mandatory"}, and an exception for what must stay.`,
        advisory: true,
        setting: { rule },
      };
    }
  },
};
