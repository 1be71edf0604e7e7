import { parseArgs } from "node:util";
import { repository } from "../toolchain/place.ts";
import { exitCodes } from "./rehearsal.ts";
import type { ExitCode, Rehearsal } from "./rehearsal.ts";
import { terminalOn } from "./terminal.ts";

/**
 * Runs one command of the rehearsal and ends the process with its exit code. Ctrl-C interrupts it: the engine finishes
 * the steps it is at. A second Ctrl-C does not wait.
 */
export async function runFromCommandLine(command: (rehearsal: Rehearsal) => Promise<ExitCode>): Promise<never> {
  const withoutEngine = wantsNoEngine();
  // Places in reports, and the program's own paths, are relative to the checkout.
  process.chdir(repository);
  const terminal = terminalOn(process.stdout, process.env);
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
      terminal.line("Interrupted: waiting until the engine has recorded what it is at. Once more ends it at once.");
      interruption.abort();
    });
  }
  const { signal } = interruption;
  try {
    const rehearsal = {
      repository,
      environment: process.env,
      terminal,
      signal,
      withoutEngine,
    };
    process.exit(await command(rehearsal));
  } catch (error) {
    if (signal.aborted) process.exit(exitCodes.interrupted);
    throw error;
  }
}

function wantsNoEngine(): boolean {
  try {
    return parseArgs({ options: { "without-engine": { type: "boolean", default: false } } }).values["without-engine"];
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: npm start [-- --without-engine], npm run destroy`);
    process.exit(exitCodes.refused);
  }
}
