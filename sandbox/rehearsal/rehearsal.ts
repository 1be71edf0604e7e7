import { join } from "node:path";
import { findCli } from "../toolchain/cli.ts";
import type { Cli } from "../toolchain/cli.ts";
import { cacheDirectory } from "../toolchain/place.ts";
import { takeTurn } from "../toolchain/turn.ts";
import type { Terminal } from "./terminal.ts";

/** How the commands of the rehearsal end. */
export const exitCodes = {
  done: 0,
  /** The configuration, the policy pack or an update says no. */
  refused: 1,
  /** There is no Pulumi CLI, so nothing was deployed or destroyed. */
  noEngine: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command of the rehearsal works with. */
export interface Rehearsal {
  /** The checkout whose program is rehearsed. */
  repository: string;
  environment: NodeJS.ProcessEnv;
  terminal: Terminal;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Acts as if no Pulumi CLI could be had. */
  withoutEngine: boolean;
}

/** The folder of all that a rehearsal writes. */
export function rehearsalDirectory(environment: NodeJS.ProcessEnv): string {
  return join(cacheDirectory(environment), "rehearsal");
}

/** The CLI a rehearsal runs on, if there is one and it may be used. */
export async function cliFor({ environment, terminal, signal, withoutEngine }: Rehearsal): Promise<Cli | undefined> {
  if (withoutEngine) return undefined;
  const cli = await findCli({ environment, cache: cacheDirectory(environment), progress: terminal, signal });
  if (cli !== undefined) terminal.line(terminal.faint(`Pulumi CLI ${cli.version} at ${cli.path}`));
  return cli;
}

/** Does the work while no other rehearsal works in the same cache. */
export async function inTurn<Result>(rehearsal: Rehearsal, work: () => Promise<Result>): Promise<Result> {
  const { environment, terminal, signal } = rehearsal;
  const endTurn = await takeTurn(`${rehearsalDirectory(environment)}.turn`, {
    onWait: (other) => {
      terminal.line(`Another rehearsal works in the same cache, as process ${other}: waiting for it.`);
    },
    signal,
  });
  try {
    return await work();
  } finally {
    endTurn();
  }
}
