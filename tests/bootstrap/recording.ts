import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "../../model/load.ts";
import { startingCredentials } from "../../sandbox/aws/organization.ts";
import { foundOrganization } from "../../sandbox/rehearsal/founding.ts";
import { today } from "../components/program.ts";

export type Phase = "create" | "read" | "update" | "delete";

/** One call of AWS, and what it was made for. */
export interface Recorded {
  /** Pulumi's token of the resource type or lookup. */
  type: string;
  /** Name of the account. */
  account: string;
  phase: Phase;
  service: string;
  operation: string;
  input: Record<string, unknown>;
}

export interface Recording {
  stack: string;
  /** Of the virtual AWS. */
  directory: string;
}

/** Every call that a stack of the shipped configuration takes, from its creation to its end. */
export async function record(stack: string): Promise<Recorded[]> {
  const directory = mkdtempSync(join(tmpdir(), "securecart-bootstrap-"));
  try {
    await foundOrganization(
      directory,
      load("config/prod.yaml", { today }).readable.map(({ configuration }) => configuration),
    );
    return await run({ stack, directory });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function run(recording: Recording): Promise<Recorded[]> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL("recording-program.ts", import.meta.url));
    const credentials = startingCredentials(recording.directory);
    const child = fork(program, [JSON.stringify({ ...recording, credentials })], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let errors = "";
    let recorded: Recorded[] | undefined;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("message", (message) => (recorded = message as Recorded[]));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && recorded !== undefined) resolve(recorded);
      else reject(new Error(`The recording failed: ${errors.trim()}`));
    });
  });
}
