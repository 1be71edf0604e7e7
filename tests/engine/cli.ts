import assert from "node:assert/strict";
import { type Cli, findCli } from "../../sandbox/toolchain/cli.ts";
import { cacheDirectory } from "../../sandbox/toolchain/place.ts";

/** The engine that the tests run; `npm test` has it found, installed or built before. */
export async function engineCli(): Promise<Cli> {
  const progress = { line: () => undefined, status: () => undefined };
  const cli = await findCli({ environment: process.env, cache: cacheDirectory(process.env), progress });
  assert.ok(
    cli,
    "The tests of the engine need a Pulumi CLI: `node sandbox/toolchain/provide.ts` says what stands in the way",
  );
  return cli;
}
