import { type Pulumi, succeed } from "./pulumi.ts";

/**
 * What `pulumi stack export` gives, as far as a recovery reads it.
 * Source: `apitype.UntypedDeployment` and `apitype.DeploymentV3` of github.com/pulumi/pulumi/sdk/v3
 */
export interface StackState {
  version: number;
  deployment: {
    resources?: RecordedResource[];
    pending_operations?: PendingOperation[];
    [other: string]: unknown;
  };
}

export interface RecordedResource {
  urn: string;
  type: string;
  custom: boolean;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  parent?: string;
  /** URN and id of the provider, as `URN::ID`. */
  provider?: string;
  /** Replaced already, and still to be deleted. */
  delete?: boolean;
  /** Deleted already, and still to be made anew. */
  pendingReplacement?: boolean;
}

export interface PendingOperation {
  /** `creating`, `updating`, `deleting`, `reading` or `importing`. */
  type: string;
  resource: RecordedResource;
}

export const stackType = "pulumi:pulumi:Stack";

export async function exportState(pulumi: Pulumi, stack: string): Promise<StackState> {
  return JSON.parse(await succeed(pulumi, ["stack", "export", "--stack", stack])) as StackState;
}

export function resourcesOf({ deployment }: StackState): RecordedResource[] {
  return deployment.resources ?? [];
}

export function pendingOf({ deployment }: StackState): PendingOperation[] {
  return deployment.pending_operations ?? [];
}

/** The parts of `urn:pulumi:STACK::PROJECT::TYPES::NAME`; a name may hold `::` itself. */
export function urnParts(urn: string): { stack: string; project: string; name: string } {
  const [head = "", project = "", , ...name] = urn.split("::");
  return { stack: head.replace(/^urn:pulumi:/, ""), project, name: name.join("::") };
}

/** The URN in a reference `URN::ID` to a provider. */
export function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}
