import type { PackConfiguration } from "../../model/pack-configuration.ts";
import { policiesOf } from "../../policypack/policy.ts";
import { rules } from "../../policypack/rules.ts";
import type { Told } from "../../policypack/speak.ts";
import type { PlannedResource } from "./resource.ts";

const none = {};

/** What the engine calls, as far as the pack looks at what it is given. */
interface Asked {
  name: string;
  validateResource: (args: PlannedResource & { opts: { parent: string | undefined }; getConfig: () => object }) => void;
  validateStack?: (args: { resources: readonly PlannedResource[]; getConfig: () => object }) => void;
}

/**
 * All that the policy pack says of planned resources: its own code, asked as the engine asks it, each rule about one
 * resource after the other and then about the whole stack. `today` is the day by which exceptions are judged.
 */
export function verdict(resources: readonly PlannedResource[], configuration: PackConfiguration, today: Date): Told[] {
  const said: Told[] = [];
  const levelOf = (rule: string): unknown => configuration[rule]?.["enforcementLevel"];
  const hear = (told: Told): void => {
    said.push(levelOf(told.rule.name) === "advisory" ? { ...told, advisory: true } : told);
  };
  const policies = policiesOf(rules, () => today, hear).filter(({ name }) => levelOf(name) !== "disabled");
  const asked = (policies as unknown as Asked[]).map((policy) => [policy, configuration[policy.name] ?? none] as const);
  let config: object = none;
  const getConfig = () => config;
  for (const resource of resources) {
    const args = { ...resource, opts: { parent: resource.parent?.urn }, getConfig };
    for (const [policy, own] of asked) {
      config = own;
      policy.validateResource(args);
    }
  }
  for (const [policy, own] of asked) {
    config = own;
    policy.validateStack?.({ resources, getConfig });
  }
  return said;
}
