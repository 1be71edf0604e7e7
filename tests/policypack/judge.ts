import type { Policies, PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";
import { policiesOf } from "../../policypack/policy.ts";
import { rules } from "../../policypack/rules.ts";
import type { Rule } from "../../policypack/rule.ts";

/** What stands for a text that is not known in a preview, as the engine sends it. */
export const notKnown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource of a program under test; what it is made from is told as the engine tells it. */
export interface Given {
  type: string;
  name: string;
  props?: Record<string, unknown>;
  /** Logical names. */
  dependsOn?: string[];
  /** Property → logical names of what its value is made from. */
  from?: Record<string, string[]>;
  parent?: string;
  provider?: string;
}

export interface Judgement {
  rule: string;
  level: string;
  /** Logical name; of findings about the stack as a whole, empty. */
  resource: string;
  message: string;
  phase: "resource" | "stack";
}

export interface Pack {
  rules?: readonly Rule[];
  config?: Record<string, Record<string, unknown>>;
  disabled?: string[];
  today?: string;
  /** As under `pulumi up --skip-preview`, where an update stops at its first violation: without the stack's rules. */
  resourcesOnly?: boolean;
}

/** A violation of another level than its rule's. */
interface Violation {
  message: string;
  enforcementLevel: string;
}

const plain = (message: string, enforcementLevel: string): Violation => ({ message, enforcementLevel });

export const urnOf = ({ type, name }: Pick<Given, "type" | "name">): string =>
  `urn:pulumi:prod::shop::${type}::${name}`;

/** Has the pack judge a program, in the engine's way: each resource by each rule, in order, and then the stack. */
export function judge(program: readonly Given[], pack: Pack = {}): Judgement[] {
  return judgeBy(processOf(pack), program, pack);
}

/** A process of the pack, on a day that is the same whenever the tests run. */
export function processOf({ rules: made = rules, today = "2026-11-29" }: Pack = {}): Policies {
  return policiesOf(made, () => new Date(`${today}T12:00:00Z`));
}

/** As `judge`, by one process of the pack, which may have judged before. */
export function judgeBy(made: Policies, program: readonly Given[], pack: Pack = {}): Judgement[] {
  const told: Judgement[] = [];
  const all = pack.rules ?? rules;
  const policies = made.filter(({ name }) => pack.disabled?.includes(name) !== true);
  const resources = program.map((given) => resourceOf(given));
  connect(program, resources);
  const reporter = (rule: string, phase: Judgement["phase"], about: string) => (said: unknown, urn?: string) => {
    const level = all.find(({ name }) => name === rule)?.level ?? "";
    const { message, enforcementLevel } = typeof said === "string" ? plain(said, level) : (said as Violation);
    const resource = (phase === "resource" ? about : (urn ?? "")).split("::").at(-1) ?? "";
    told.push({ rule, level: enforcementLevel, resource, message, phase });
  };
  const getConfig = (rule: string) => () => (pack.config?.[rule] ?? {}) as never;
  for (const resource of resources)
    for (const policy of policies) {
      if (!("validateResource" in policy) || typeof policy.validateResource !== "function") continue;
      const args = { ...resource, opts: { parent: resource.parent?.urn }, getConfig: getConfig(policy.name) };
      void policy.validateResource(
        args as unknown as ResourceValidationArgs,
        reporter(policy.name, "resource", resource.urn),
      );
    }
  if (pack.resourcesOnly === true) return told;
  for (const { name, validateStack } of policies as {
    name: string;
    validateStack?: (args: StackValidationArgs, report: unknown) => unknown;
  }[]) {
    const args = { resources, getConfig: getConfig(name) } as unknown as StackValidationArgs;
    void validateStack?.(args, reporter(name, "stack", ""));
  }
  return told;
}

/** Throws where a value is not known, as the SDK has it for the rules. */
const guarded = unknownCheckingProxy as (props: object) => Record<string, unknown>;

function resourceOf(given: Given): PolicyResource {
  const provider = given.provider ?? "urn:pulumi:prod::shop::pulumi:providers:aws::Management";
  return {
    type: given.type,
    name: given.name,
    urn: urnOf(given),
    props: guarded(given.props ?? {}),
    provider: { type: "pulumi:providers:aws", urn: provider, name: "Management", props: {} },
    dependencies: [],
    propertyDependencies: {},
  } as unknown as PolicyResource;
}

function connect(program: readonly Given[], resources: readonly PolicyResource[]): void {
  const named = (names: readonly string[]) => resources.filter(({ name }) => names.includes(name));
  program.forEach(({ dependsOn = [], from = {}, parent }, index) => {
    const resource = resources[index]!;
    resource.dependencies = named([...dependsOn, ...Object.values(from).flat()]);
    resource.propertyDependencies = Object.fromEntries(
      Object.entries(from).map(([property, names]) => [property, named(names)]),
    );
    const [above] = parent === undefined ? [] : named([parent]);
    if (above !== undefined) resource.parent = above;
  });
}
