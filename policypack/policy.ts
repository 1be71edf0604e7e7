import type { Policies, ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { printableLines } from "../iam/printable.ts";
import { isNative, viewsOf } from "./aws-native.ts";
import { exceptionsSchema } from "./exception.ts";
import { type Ledger, configure, configuredExceptions, emptyLedger, enter, forget, isNew, keyOf } from "./ledger.ts";
import { schemas } from "./parameter.ts";
import { type ConnectedResource, type Resource, connectedResources, resourceOf } from "./resource.ts";
import { type Speaker, type Told, speak } from "./speak.ts";
import type { Context, Finding, Rule } from "./rule.ts";

/**
 * Makes the rules what Pulumi's SDK takes, in their order. This is the one place that guards them: no rule throws; what is
 * not known before the update is said, once, and judged in the update; what the configuration excepts is let through. They
 * share one ledger, because one process judges one stack.
 */
export function policiesOf(
  rules: readonly Rule[],
  today: () => Date = () => new Date(),
  tell: Tell = tellEngine,
): Policies {
  const ledger = emptyLedger();
  return rules.map((rule) => ({
    ...described(rule),
    ...validations(rule, ledger, () => contextOf(ledger, rules, today()), rule === rules.at(-1), tell),
  }));
}

/** Hands on what a rule says; `urn` where it says it of one resource of the stack. */
export type Tell = (told: Told, report: ReportViolation, urn: string | undefined) => void;

/** The SDK also takes a violation of another level than its rule's, which its types do not say. */
const tellEngine: Tell = ({ rule, text: told, advisory }, report, urn) => {
  const text = printableLines(told);
  const message = advisory ? { message: `${rule.description}\n${text}`, urn, enforcementLevel: "advisory" } : text;
  (report as (message: unknown, urn?: string) => void)(message, urn);
};

type Validations = Pick<ResourceValidationPolicy, "validateResource"> & Partial<StackValidationPolicy>;

function validations(rule: Rule, ledger: Ledger, context: () => Context, isLast: boolean, tell: Tell): Validations {
  const { check, checkStack, references } = rule;
  const types = new Set(rule.types);
  const isJudged = ({ type, token }: Resource): boolean => types.has(type) || (types.has("*") && token === undefined);
  const speaker = (hear: Speaker["tell"]): Speaker => ({ rule, ledger, tell: hear, today: context().pack.today });
  return {
    validateResource: (args, report) => {
      configure(ledger, rule, args.getConfig());
      const judges = check !== undefined && (types.has("*") || types.has(args.type) || isNative(args.type));
      const entering = isNew(ledger, args.urn, rule.name);
      if (!judges && !entering) return;
      const resource = !entering && ledger.current?.urn === args.urn ? ledger.current : resourceOf(args);
      ledger.current = resource;
      ledger.stack = undefined;
      if (entering) enter(ledger, resource, args.opts.parent, rule.name);
      if (!judges) return;
      forget(ledger, rule.name, resource.urn);
      const judged = [resource, ...viewsOf(resource)].filter(isJudged);
      const findings = judged.flatMap((one) => findingsOf(one, () => check(one, context())));
      if (findings.length === 0) return;
      const hear = (told: Told): void => {
        tell(told, report, undefined);
      };
      speak(findings, speaker(hear), resource);
    },
    ...((checkStack !== undefined || references !== undefined) && {
      validateStack: (args, report) => {
        configure(ledger, rule, args.getConfig());
        const stack = (ledger.stack ??= connectedResources(args.resources).flatMap((one) => [one, ...viewsOf(one)]));
        // What a reference does not tell yet is told by what it refers to.
        const isLate = (one: Resource): boolean => isJudged(one) && ledger.notKnown.has(keyOf(rule.name, one.urn));
        const late = ledger.notKnown.size === 0 ? [] : stack.filter(isLate);
        const findings: Finding[] = late.flatMap((resource) =>
          findingsOf(resource, () => check?.(followed(resource, references ?? []), context()) ?? []).flatMap(
            (finding) => ("who" in finding ? [{ ...finding, resource: finding.resource ?? resource }] : []),
          ),
        );
        findings.push(...findingsOf(undefined, () => checkStack?.(stack, context()) ?? []));
        const hear = (told: Told): void => {
          tell(told, report, told.resource?.urn);
        };
        speak(findings, speaker(hear), undefined);
        // With the last rule's word on the stack the operation ends.
        if (isLast) Object.assign(ledger, emptyLedger());
      },
    }),
  };
}

function contextOf(ledger: Ledger, rules: readonly Rule[], today: Date): Context {
  return {
    parameters: ledger.parameters,
    get before() {
      return [...ledger.before.values()];
    },
    pack: {
      rules,
      today,
      disabled: () =>
        ledger.entries.size === 0 ? [] : rules.map(({ name }) => name).filter((name) => !ledger.exceptions.has(name)),
      exceptions: () => configuredExceptions(ledger),
    },
  };
}

/** All that a rule finds; where it fails, which is a mistake in the pack, what it judges is refused. */
function findingsOf(resource: Resource | undefined, check: () => Iterable<Finding>): Finding[] {
  const findings: Finding[] = [];
  try {
    for (const finding of check()) findings.push(finding);
  } catch (error) {
    findings.push({
      who: `Nobody can tell what this ${resource === undefined ? "stack" : "resource"} allows: the rule cannot read it.`,
      why: `what is not judged may be anything (${error instanceof Error ? error.message : String(error)}).`,
      instead: "write it as AWS's documentation shows it, and report this message to whoever looks after the pack.",
    });
  }
  return findings;
}

const named: ReadonlySet<string> = new Set(["aws:iam/user:User", "aws:iam/group:Group", "aws:iam/role:Role"]);

/** A resource with the names of the users, groups and roles of the same stack that it refers to. */
function followed(resource: ConnectedResource, references: readonly string[]): ConnectedResource {
  const props = { ...resource.props };
  for (const property of references) {
    const [source, ...more] = resource.sources[property] ?? [];
    const name = source?.props["name"];
    if (typeof props[property] !== "symbol" || source === undefined || more.length > 0) continue;
    if (named.has(source.type) && typeof name === "string") props[property] = name;
  }
  return { ...resource, props };
}

function described(rule: Rule) {
  const [first] = rule.requirements;
  return {
    name: rule.name,
    description: rule.description,
    enforcementLevel: rule.level,
    severity: rule.severity,
    url: rule.url,
    remediationSteps: rule.remediation,
    configSchema: {
      properties: {
        ...Object.fromEntries(rule.parameters.map((name) => [name, schemas[name]])),
        exceptions: exceptionsSchema,
      },
    },
    ...(first && {
      framework: {
        name: first.framework,
        version: first.version,
        reference: first.number,
        specification: rule.requirements.map(({ framework, number }) => `${framework} ${number}`).join(", "),
      },
    }),
  };
}
