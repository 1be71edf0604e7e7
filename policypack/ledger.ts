import type { Exception } from "./exception.ts";
import { readExceptions } from "./exception.ts";
import { defaults, type Parameters, readParameters } from "./parameter.ts";
import type { ConnectedResource, Resource } from "./resource.ts";
import type { ConfiguredException, Rule } from "./rule.ts";

/** What the pack remembers while it judges one stack: the engine asks each rule about one resource after the other. */
export interface Ledger {
  parameters: Parameters;
  /** By rule. A rule that the engine never asks has no entry: it is disabled. */
  exceptions: Map<string, Exception[]>;
  /** What each rule was configured with last. */
  configured: Map<string, object>;
  /** Resources that matter to later ones, by URN, in the order in which they were judged. */
  before: Map<string, Resource>;
  /** By URN: which rule entered the resource, its parent, and the configuration path that a component records. */
  entries: Map<string, { by: string; parent: string | undefined; configPath: string | undefined }>;
  /** {@link keyOf} what was excepted, and of what was not known. */
  excepted: Set<string>;
  notKnown: Set<string>;
  /** The resource that the rules are asked about, and the stack at the end: read once for all of them. */
  current: Resource | undefined;
  stack: readonly ConnectedResource[] | undefined;
  /** What was told about a resource before it was made, by {@link keyOf}: the places of its findings. */
  told: Map<string, Set<string>>;
}

export function emptyLedger(): Ledger {
  return {
    parameters: defaults,
    exceptions: new Map(),
    configured: new Map(),
    before: new Map(),
    entries: new Map(),
    excepted: new Set(),
    notKnown: new Set(),
    told: new Map(),
    current: undefined,
    stack: undefined,
  };
}

export const keyOf = (rule: string, urn: string | undefined): string => `${rule} ${urn ?? ""}`;

/** Takes over what the configuration of a rule says. */
export function configure(ledger: Ledger, rule: Rule, config: Readonly<Record<string, unknown>>): void {
  if (ledger.configured.get(rule.name) === config) return;
  ledger.configured.set(rule.name, config);
  ledger.parameters = { ...ledger.parameters, ...readParameters(rule.parameters, config) };
  ledger.exceptions.set(rule.name, readExceptions(config));
}

/** Whether a rule has to enter the resource: the first that is asked about it, and again if it is asked again. */
export function isNew(ledger: Ledger, urn: string, rule: string): boolean {
  return (ledger.entries.get(urn)?.by ?? rule) === rule;
}

export function enter(ledger: Ledger, resource: Resource, parent: string | undefined, rule: string): void {
  const { urn, type, props } = resource;
  const path = type.startsWith("aws:") ? undefined : props["configPath"];
  ledger.entries.set(urn, { by: rule, parent, configPath: typeof path === "string" ? path : undefined });
  if (!/^aws:(iam|ssoadmin|organizations)\//.test(type)) return;
  ledger.before.delete(urn);
  ledger.before.set(urn, resource);
}

/** The configuration path of the nearest component around a resource. */
export function configPathOf(ledger: Ledger, urn: string): string | undefined {
  for (let entry = ledger.entries.get(urn); entry !== undefined; entry = ledger.entries.get(entry.parent ?? "")) {
    if (entry.configPath !== undefined) return entry.configPath;
  }
  return undefined;
}

/** The exceptions for resources of this stack. */
export function configuredExceptions(ledger: Ledger): ConfiguredException[] {
  if ([...ledger.exceptions.values()].every((exceptions) => exceptions.length === 0)) return [];
  const [first] = ledger.entries.keys();
  const stack = first?.split("::").slice(0, 2).join("::") ?? "";
  return [...ledger.exceptions].flatMap(([rule, exceptions]) =>
    exceptions
      .filter(({ resource }) => !resource.startsWith("urn:pulumi:") || resource.startsWith(`${stack}::`))
      .map((exception) => {
        const key = keyOf(rule, exception.resource);
        const needed = ledger.excepted.has(key) || (ledger.notKnown.has(key) ? undefined : false);
        return { rule, exception, needed };
      }),
  );
}

/** Forgets what a rule found in a resource that it judges anew. */
export function forget(ledger: Ledger, rule: string, urn: string): void {
  for (const judged of [ledger.excepted, ledger.notKnown, ledger.told])
    if (judged.size > 0) judged.delete(keyOf(rule, urn));
}
