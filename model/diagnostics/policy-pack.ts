import type { Definitions } from "./definition.ts";

/** What the policy pack says of what the configuration makes, before any engine runs. */
export const policyPack = {
  "policy-violation": {
    severity: "error",
    title: "A rule of the policy pack refuses it",
    explanation:
      "The update would be stopped: what the configuration asks for gives somebody too much. The policy pack's README has the rule in full.",
    example:
      'permission-sets:\n  Helper:\n    description: Helps\n    owner: Operations\n    statements: [{ Effect: Allow, Action: "*", Resource: "*" }]',
  },
  "policy-advice": {
    severity: "warning",
    title: "A rule of the policy pack advises against it",
    explanation:
      "Nothing is stopped. Either the rule only advises, or it cannot judge before the update, or an exception ends soon, or a rule is disabled.",
    example:
      "disabled-rules:\n  write-star: { reason: The move of the tables, owner: SecurityTeam, until: 2027-03-31 }",
  },
  "policy-rule-unknown": {
    severity: "error",
    title: "The policy pack has no such rule",
    explanation: "What is excepted or disabled here has no effect. The pack's README names its rules.",
    example: "disabled-rules:\n  write-stars: { reason: A move, owner: SecurityTeam, until: 2027-03-31 }",
  },
} satisfies Definitions;
