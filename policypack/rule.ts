import type { Severity } from "@pulumi/policy";
import type { Exception } from "./exception.ts";
import type { Requirement } from "./framework.ts";
import type { ParameterName, Parameters } from "./parameter.ts";
import type { ConnectedResource, Resource } from "./resource.ts";

/** A rule of the pack: a value. One file, one test, one section of the README each. */
export interface Rule {
  name: string;
  /** One sentence: what holds where the rule is kept. The CLI prints it before each finding. */
  description: string;
  level: "mandatory" | "advisory";
  severity: Severity;
  requirements: readonly Requirement[];
  /** AWS's page on the matter. */
  url: string;
  remediation: string;
  /** For the README: how it is abused, and what the rule does not see or sees late. */
  why: string;
  bad: Example;
  good: Example;
  /** Those that stand in this rule's configuration. */
  parameters: readonly ParameterName[];
  /** Type tokens of what `check` judges; `*` for everything. */
  types: readonly string[];
  /** Properties that name a user, group or role of the same program, which are followed where they are not known yet. */
  references?: readonly string[];
  /** Judges one resource before it is made: by its inputs, and by what was judged before it. */
  check?: (resource: Resource, context: Context) => Iterable<Finding>;
  /** Judges the whole stack, at the end of a preview and of an update. */
  checkStack?: (stack: readonly ConnectedResource[], context: Context) => Iterable<Finding>;
}

/** What a rule may know beside what it judges. Nothing in a resource exempts it: the configuration alone does. */
export interface Context {
  parameters: Parameters;
  /** What has been judged before, in this order: whatever a resource depends on stands there. */
  before: readonly Resource[];
  /** What is known of the pack itself. */
  pack: PackState;
}

export interface PackState {
  rules: readonly Rule[];
  /** Names of the rules that the engine never asked although there was something to judge. */
  disabled(): string[];
  exceptions(): ConfiguredException[];
  today: Date;
}

export interface ConfiguredException {
  rule: string;
  exception: Exception;
  /** Whether the rule finds anything in the resource; undefined where something is not known yet. */
  needed: boolean | undefined;
}

/** One cause, one finding. */
export interface Violation {
  /** Who may do what, as a sentence. */
  who: string;
  /** Which of the resource's properties says so, such as `policy, statement 2, Action`. */
  where?: string;
  /** The shortest way it is abused. */
  why: string;
  /** What to write in its place, ready to paste. */
  instead: string;
  /** The resource, in findings about the stack; without it the stack as a whole is meant. */
  resource?: Resource;
  /** Only advice, whatever the rule's level. */
  advisory?: boolean;
  /** What of the pack's own configuration is meant: a rule, or its exception for a resource. */
  setting?: { rule: string; resource?: string };
}

/** What a rule could not judge: the property that is not known before the update. Only the update can tell. */
export interface NotJudged {
  unknown: string;
  resource?: Resource;
}

export type Finding = Violation | NotJudged;

/** A small Pulumi program, by logical name. Values `${name.property}` refer to another resource of it. */
export type Example = Readonly<Record<string, ExampleResource>>;

export interface ExampleResource {
  type: string;
  properties: Readonly<Record<string, unknown>>;
  options?: { dependsOn: readonly string[] };
}
