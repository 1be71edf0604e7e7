import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/** What the engine's event log says, one JSON value a line: `apitype.EngineEvent` of github.com/pulumi/pulumi. */
export interface EngineEvent {
  diagnosticEvent?: { message: string; severity: string; urn?: string };
  policyLoadEvent?: Record<string, never>;
  policyEvent?: {
    resourceUrn?: string;
    message: string;
    policyName: string;
    policyPackName: string;
    enforcementLevel: string;
  };
  resourcePreEvent?: { metadata: StepMetadata; planning?: boolean };
  resOutputsEvent?: { metadata: StepMetadata; planning?: boolean };
  resOpFailedEvent?: { metadata: StepMetadata };
  summaryEvent?: {
    durationSeconds: number;
    resourceChanges?: Record<string, number>;
    PolicyPacks?: Record<string, string>;
    isPreview: boolean;
  };
}

export interface StepMetadata {
  op: string;
  urn: string;
  type: string;
  old?: { outputs?: Record<string, unknown> } | null;
  new?: { outputs?: Record<string, unknown> } | null;
  /** Names of the properties that differ. */
  diffs?: string[] | null;
  /** Names of the properties that force a replacement. */
  keys?: string[] | null;
}

/** The events of a log that the engine has finished, or as many of them as are whole. */
export function readEvents(file: string): EngineEvent[] {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Reads on in a growing log, 10 times a second, until the function it gives is called. */
export function followEvents(file: string, onEvent: (event: EngineEvent) => void): () => void {
  let position = 0;
  let rest = "";
  const look = () => {
    const text = readFrom(file, position);
    if (text === undefined) return;
    // The engine starts the log anew when it goes from preview to update.
    if (text.size < position) {
      position = 0;
      rest = "";
      return;
    }
    position = text.size;
    const lines = (rest + text.content).split("\n");
    rest = lines.pop() ?? "";
    for (const event of parse(lines.join("\n"))) onEvent(event);
  };
  const ticker = setInterval(look, 100);
  return () => {
    clearInterval(ticker);
    look();
  };
}

function readFrom(file: string, position: number): { content: string; size: number } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch {
    return undefined;
  }
  try {
    const { size } = fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.max(0, size - position));
    readSync(descriptor, buffer, 0, buffer.length, position);
    return { content: buffer.toString("utf8"), size };
  } finally {
    closeSync(descriptor);
  }
}

function parse(text: string): EngineEvent[] {
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as EngineEvent];
    } catch {
      return [];
    }
  });
}
