import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the program would register, without an engine. */
export interface PlannedResource {
  urn: string;
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** URN of the parent; empty at the top. */
  parent: string;
  /** URNs of what has to exist before it. */
  dependencies: string[];
  /** The account whose provider makes it; absent for components and providers. */
  account?: string;
  /** False for a component. */
  custom: boolean;
}

/** What a stack's program is told where no engine and no AWS answers. */
export interface MockedStack {
  project: string;
  stack: string;
  /** The stack's configuration, with full keys such as `securecart-iam:config`. */
  config: Record<string, string>;
  /** The groups that the identity store is assumed to have. */
  groups: { groupId: string; displayName: string }[];
  /** The organization that AWS is assumed to have: ids of its accounts, paths of its units. */
  organization: { accounts: string[]; units: string[] };
}

/** Every resource that the checkout's program registers for a stack under Pulumi's mocks. Nothing is made. */
export function mockedPlan(repository: string, stack: MockedStack, signal?: AbortSignal): Promise<PlannedResource[]> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL("mocked-program.ts", import.meta.url));
    const child = fork(program, [JSON.stringify(stack)], {
      cwd: repository,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      ...(signal === undefined ? {} : { signal }),
    });
    let errors = "";
    let planned: PlannedResource[] | undefined;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("message", (message) => (planned = message as PlannedResource[]));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && planned !== undefined) resolve(planned);
      else reject(new Error(`The program failed under Pulumi's mocks: ${errors.trim()}`));
    });
  });
}
