import { nearest } from "../../iam/nearest.ts";
import type { Diagnostic } from "../../model/diagnostics.ts";
import { type PackConfiguration, packConfiguration } from "../../model/pack-configuration.ts";
import { type ConfigPath, type Places, childPath, pathText, placeOf } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import { sorted } from "../../model/report.ts";
import { proposedEnd } from "../../policypack/message.ts";
import { rules } from "../../policypack/rules.ts";
import type { Told } from "../../policypack/speak.ts";
import type { plannedResources } from "./program.ts";
import { verdict } from "./verdict.ts";

/**
 * What the policy pack says of everything that a plan makes, each at the line that asked for it, sorted by place; nothing
 * where the plan has errors. `project` is the Pulumi project's name, which URNs hold.
 */
export function packDiagnostics(plan: Plan, program: typeof plannedResources, project: string): Diagnostic[] {
  const configuration = packConfiguration(plan.deployments);
  const today = new Date(`${plan.today}T12:00:00Z`);
  const found = plan.deployments.flatMap((deployment) => {
    const places = plan.places.get(deployment.stack) ?? new Map<string, never>();
    const said = verdict(program(deployment, project), configuration, today);
    return together(said).map((all) => diagnosticOf(all, places, today));
  });
  return sorted([...unknownRules(configuration, [...plan.places.values()]), ...found]);
}

/** What is said in the same words about several resources of one place. */
type Together = [Told, ...Told[]];

function together(said: readonly Told[]): Together[] {
  const groups = Map.groupBy(said, ({ rule, advisory, configPath, violation, text }) => {
    const words = violation === undefined ? text : [violation.who, violation.where, violation.setting];
    return JSON.stringify([rule.name, advisory, configPath, words]);
  });
  return [...groups.values()] as Together[];
}

function diagnosticOf(all: Together, places: Places, today: Date): Diagnostic {
  const [{ rule, advisory, configPath = "", violation, text }] = all;
  const setting = violation?.setting;
  const path: ConfigPath =
    setting === undefined
      ? configPath
      : setting.resource === undefined
        ? ["disabled-rules", setting.rule]
        : ["policy-exceptions", setting.rule, setting.resource];
  const fix = violation && (setting === undefined ? sentence(violation.instead) : "Delete it, or correct it.");
  const exception = advisory || setting !== undefined ? [] : exceptionOf(all, today);
  return {
    code: advisory ? "policy-advice" : "policy-violation",
    severity: advisory ? "warning" : "error",
    ...placeOf(places, path, "key"),
    path: pathText(path),
    message:
      violation === undefined
        ? `${text} Rule: ${rule.name}.`
        : `${violation.who} The rule ${rule.name} ${advisory ? "advises against it" : "refuses it"}: ${violation.why}${where(all)}`,
    ...(fix !== undefined && { fix }),
    ...(exception.length > 0 && { exception }),
    rule: { name: rule.name, url: rule.url },
  };
}

function where([first, ...others]: Together): string {
  const { resource, violation } = first;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const what = resource === undefined ? [] : [`${resource.type} "${resource.name}"${more}`];
  const parts = [...what, ...(violation?.where === undefined ? [] : [violation.where])];
  return parts.length === 0 ? "" : ` Resource: ${parts.join(", ")}.`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** How what blocks is excepted, as lines of security.yaml; none where no single resource is meant. */
function exceptionOf(all: Together, today: Date): string[] {
  const urns = all.flatMap(({ resource }) => resource?.urn ?? []);
  const ending = `{ reason: "…", owner: "…", until: ${proposedEnd(today)} }`;
  const lines = urns.map((urn) => `    ${JSON.stringify(urn)}: ${ending}`);
  return lines.length === 0 ? [] : ["policy-exceptions:", `  ${all[0].rule.name}:`, ...lines];
}

/** What is excepted from rules that there are not, or disables them. */
function unknownRules(configuration: PackConfiguration, places: readonly Places[]): Diagnostic[] {
  const names = rules.map(({ name }) => name);
  const unknown = Object.keys(configuration).filter((name) => !names.includes(name));
  return ["policy-exceptions", "disabled-rules"].flatMap((section) =>
    unknown.flatMap((name): Diagnostic[] => {
      const path = childPath(section, name);
      const [found] = places.filter((one) => one.has(path));
      if (found === undefined) return [];
      const meant = nearest(name, names);
      return [
        {
          code: "policy-rule-unknown",
          severity: "error",
          ...placeOf(found, path, "key"),
          path,
          message: `The policy pack has no rule "${name}".`,
          fix: meant === undefined ? "policypack/README.md names the rules." : `Did you mean ${meant}?`,
        },
      ];
    }),
  );
}
