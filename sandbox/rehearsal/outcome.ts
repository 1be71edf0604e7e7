import type { EngineExit } from "./engine.ts";
import type { EngineEvent, StepMetadata } from "./event-log.ts";

/** What one command of the engine did. */
export interface Outcome extends EngineExit {
  /** What was done, or would be, in the engine's order; resources that stay as they are do not appear. */
  steps: Step[];
  /** True where the engine only planned: a preview, or an update that its own preview stopped. */
  planned: boolean;
  /** Whether the stack's outputs differ from those before. */
  outputsDiffer: boolean;
  /** How many resources went through which operation, `same` among them; what is only read is not counted. */
  changes: Record<string, number>;
  policyViolations: PolicyViolation[];
  /** The policy packs that judged, as `name version`. */
  policyPacks: string[];
  /** Errors and warnings. */
  diagnostics: Diagnostic[];
  /** Seconds, as measured outside the engine. */
  seconds: number;
}

export interface Step {
  urn: string;
  type: string;
  /** The resource's logical name. */
  name: string;
  /** As the engine writes it: `create`, `update`, `delete`, `replace`, `create-replacement`, `import`, … */
  op: string;
  state: "begun" | "done" | "failed";
  /** Names of the properties that differ. */
  diffs: string[];
  /** Names of the properties that force a replacement. */
  replaces: string[];
}

export interface PolicyViolation {
  urn: string;
  policyPack: string;
  policy: string;
  level: string;
  message: string;
}

export interface Diagnostic {
  severity: "error" | "warning";
  urn: string;
  message: string;
}

/** Puts together what the engine's exit and its event log say. */
export function outcomeOf(exit: EngineExit, events: EngineEvent[], seconds: number): Outcome {
  const summary = events.findLast((event) => event.summaryEvent !== undefined)?.summaryEvent;
  return {
    ...exit,
    steps: stepsOf(events),
    planned: summary?.isPreview ?? events.some((event) => event.resourcePreEvent?.planning === true),
    outputsDiffer: events.some(outputsDiffer),
    changes: Object.fromEntries(Object.entries(summary?.resourceChanges ?? {}).filter(([op]) => !reading.has(op))),
    policyViolations: events.flatMap(violationsOf),
    policyPacks: Object.entries(summary?.PolicyPacks ?? {}).map(
      ([pack, version]) => `${pack.split("|")[0] ?? ""} ${version}`,
    ),
    diagnostics: events.flatMap(diagnosticsOf),
    seconds,
  };
}

function stepsOf(events: EngineEvent[]): Step[] {
  const steps: Step[] = [];
  const settle = (metadata: StepMetadata, state: Step["state"]) => {
    // A component ends twice: made, and with its outputs. A refresh begins as `refresh` and ends as what it found.
    const step = steps.findLast(({ urn, op }) => urn === metadata.urn && op === metadata.op);
    if (step === undefined) steps.push(stepOf(metadata, state));
    else Object.assign(step, stepOf(metadata, state));
  };
  for (const event of events) {
    if (event.resourcePreEvent !== undefined) steps.push(stepOf(event.resourcePreEvent.metadata, "begun"));
    if (event.resOutputsEvent !== undefined) settle(event.resOutputsEvent.metadata, "done");
    if (event.resOpFailedEvent !== undefined) settle(event.resOpFailedEvent.metadata, "failed");
  }
  return steps.filter(({ op }) => !unchanging.has(op));
}

/** Operations of what is only looked at: a `read`, and in a destroy the `discard` of what was read. */
const reading: ReadonlySet<string> = new Set(["read", "discard"]);

/** Operations that leave a resource as it is. */
const unchanging: ReadonlySet<string> = new Set(["same", "refresh", ...reading]);

function outputsDiffer({ resOutputsEvent }: EngineEvent): boolean {
  if (resOutputsEvent?.metadata.type !== "pulumi:pulumi:Stack") return false;
  const { old, new: now } = resOutputsEvent.metadata;
  return JSON.stringify(old?.outputs ?? {}) !== JSON.stringify(now?.outputs ?? {});
}

function stepOf(metadata: StepMetadata, state: Step["state"]): Step {
  return {
    urn: metadata.urn,
    type: metadata.type,
    name: metadata.urn.split("::").slice(3).join("::"),
    op: metadata.op,
    state,
    diffs: metadata.diffs ?? [],
    replaces: metadata.keys ?? [],
  };
}

function violationsOf(event: EngineEvent): PolicyViolation[] {
  const violation = event.policyEvent;
  if (violation === undefined) return [];
  return [
    {
      urn: violation.resourceUrn ?? "",
      policyPack: violation.policyPackName,
      policy: violation.policyName,
      level: violation.enforcementLevel,
      message: violation.message.trim(),
    },
  ];
}

/** The engine warns of every stand-in that it takes from PATH, which is what a rehearsal means it to do. */
const expected = /^using pulumi-(language-nodejs|resource-aws) from \$PATH/;

function diagnosticsOf(event: EngineEvent): Diagnostic[] {
  const diagnostic = event.diagnosticEvent;
  if (diagnostic === undefined) return [];
  const { severity, message, urn } = diagnostic;
  if ((severity !== "error" && severity !== "warning") || expected.test(message)) return [];
  return [{ severity, urn: urn ?? "", message: message.trim() }];
}
