import { type Pulumi, RecoveryError, failed } from "./pulumi.ts";
import { type RecordedResource, providerUrn, urnParts } from "./stack-state.ts";

/** A resource that the next `pulumi up` would make, under a parent and through a provider that are recorded already. */
export interface Creation {
  urn: string;
  type: string;
  name: string;
  /** What the program gives; what is not known before the update is left out. */
  inputs: Record<string, unknown>;
  /** URN. */
  parent: string;
  provider: RecordedResource;
  /** Whether it takes the place of one that is recorded. */
  replaces: boolean;
}

/** What the next `pulumi up` would do. */
export interface Planned {
  creations: Creation[];
  /** How many resources go through which operation, such as `create` and `same`. */
  changes: Record<string, number>;
  /** URNs of what would be replaced. */
  replaced: string[];
}

/** `PreviewDigest` of github.com/pulumi/pulumi/pkg/v3/display, as far as it is read here. */
interface PreviewDigest {
  steps?: { op: string; urn: string; newState?: RecordedResource }[];
  changeSummary?: Record<string, number>;
  diagnostics?: { message?: string; severity?: string }[];
}

/** What stands for a value that is not known before the update: `UnknownStringValue` of Pulumi's plugin protocol. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Asks the program, by a preview. Throws where the program cannot be previewed, with the reason. */
export async function plannedBy(pulumi: Pulumi, stack: string, recorded: RecordedResource[]): Promise<Planned> {
  const args = ["preview", "--json", "--stack", stack];
  const exit = await pulumi(args);
  if (exit.exitCode !== 0) throw new RecoveryError(reasonIn(exit.stdout) ?? failed(args, exit).message);
  const { steps = [], changeSummary = {} } = JSON.parse(exit.stdout) as PreviewDigest;
  const known = new Map(recorded.map((resource) => [resource.urn, resource]));
  return {
    creations: steps.flatMap(({ op, newState }) =>
      (op === "create" || op === "replace") && newState !== undefined
        ? (creationOf(newState, known, op !== "create") ?? [])
        : [],
    ),
    changes: changeSummary,
    replaced: steps.filter(({ op }) => op === "replace").map(({ urn }) => urn),
  };
}

/**
 * Nothing is made before its parent and its provider are recorded, so that whatever lacks them cannot have come about;
 * and an import could not name them.
 */
function creationOf(
  state: RecordedResource,
  known: Map<string, RecordedResource>,
  replaces: boolean,
): Creation | undefined {
  const { urn, type, parent, inputs = {} } = state;
  const provider = known.get(providerUrn(state.provider ?? ""));
  if (!state.custom || provider === undefined || parent === undefined || !known.has(parent)) return undefined;
  const given = Object.entries(withoutNotes(inputs)).filter(([, value]) => !JSON.stringify(value).includes(unknown));
  return { urn, type, parent, provider, replaces, name: urnParts(urn).name, inputs: Object.fromEntries(given) };
}

/** Plugins note in `__defaults`, at any depth, what they have filled in. */
function withoutNotes<Value>(value: Value): Value {
  const text = JSON.stringify(value, (key, part: unknown) => (key === "__defaults" ? undefined : part));
  return JSON.parse(text) as Value;
}

function reasonIn(digest: string): string | undefined {
  try {
    const { diagnostics = [] } = JSON.parse(digest) as PreviewDigest;
    const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message = "" }) => message.trim());
    return errors.length === 0 ? undefined : ["The program cannot be previewed:", ...errors].join("\n");
  } catch {
    return undefined;
  }
}
