import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the program registers with the engine: a component, a provider or a resource. */
export interface Registration {
  urn: string;
  type: string;
  name: string;
  /** URN; empty at the top. */
  parent: string;
  custom: boolean;
  /** Name of the aws provider, which is the account's; absent for components and providers. */
  provider?: string;
  inputs: Record<string, unknown>;
  /** URNs, components among them replaced by their resources. */
  dependencies: string[];
  /** Input → URNs of what its value is made from. */
  propertyDependencies: Record<string, string[]>;
  /** Names under which it was known, its parent's left out. */
  aliases: string[];
  createTimeout?: string;
  protect: boolean;
  retainOnDelete: boolean;
  /** What a component registers at its end. */
  outputs?: Record<string, unknown>;
}

export interface Lookup {
  token: string;
  provider: string;
  inputs: Record<string, unknown>;
}

export interface Run {
  registrations: Registration[];
  lookups: Lookup[];
  /** The stack's outputs; undefined where the program failed, and in a preview. */
  outputs?: Record<string, unknown>;
  failures: Failure[];
}

export interface Failure {
  /** `RunError`: a message for people. Anything else is a bug. */
  kind: string;
  message: string;
}

export interface Circumstances {
  stack: string;
  /** The stack's configuration file; default: the shipped one. */
  config?: string;
  /** By which role the accounts are reached; default: none given. */
  role?: string;
  /** In a preview, what only AWS knows is unknown. */
  preview?: boolean;
  /** The stack's outputs before; default: none, as in a stack that was never deployed. */
  outputs?: Record<string, unknown>;
  /** What Identity Center answers; default: every group of the shipped configuration, and one instance. */
  groups?: { displayName: string; groupId: string }[];
  instances?: { arns: string[]; identityStoreIds: string[] };
  /** What Organizations answers; default: every account and unit of the shipped configuration, both types enabled. */
  organization?: FoundOrganization;
}

export interface FoundOrganization {
  enabledPolicyTypes: string[];
  /** Ids. */
  accounts: string[];
  /** Id of the parent → names of the units below it, whose ids are `id of NAME`. */
  units: Record<string, string[]>;
}

export const foundOrganization: FoundOrganization = {
  enabledPolicyTypes: ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"],
  accounts: ["111122223333", "222233334444", "333344445555", "012345678901", "444455556666"],
  units: {
    "id of root": ["Infrastructure", "Security", "Workloads"],
    "id of Workloads": ["Development", "Production"],
  },
};

export const syncedGroups = ["aws-developers", "aws-finance", "aws-operations", "aws-security", "everyone"].map(
  (displayName) => ({ displayName, groupId: `id of ${displayName}` }),
);

/** The day on which the shipped configuration is judged: `until` and `next-review` depend on it. */
export const today = "2026-12-01";

/** Runs `index.ts` under Pulumi's mocks, in a process of its own. */
export function run(circumstances: Circumstances): Promise<Run> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL("mocked-program.ts", import.meta.url));
    const stdio: ["ignore", "ignore", "pipe", "ipc"] = ["ignore", "ignore", "pipe", "ipc"];
    const child = fork(program, [JSON.stringify(circumstances)], { stdio });
    let errors = "";
    let result: Run | undefined;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("message", (message) => (result = message as Run));
    child.on("error", reject);
    child.on("close", () => {
      if (result === undefined) reject(new Error(`The program told nothing: ${errors}`));
      else resolve(result);
    });
  });
}

const runs = new Map<string, Promise<Run>>();

/** The shipped stack, run once for all tests. */
export function shipped(stack: string, preview = false): Promise<Run> {
  const key = `${stack} ${preview}`;
  const known = runs.get(key) ?? run({ stack, preview });
  runs.set(key, known);
  return known;
}
