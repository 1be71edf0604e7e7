/**
 * Puts a stack right after its update was interrupted; then `pulumi up` goes on from there.
 *
 *     npm run recover -- --stack NAME [--cwd DIR] [--free-lock]
 *
 * Exit code 0: the stack is ready for `pulumi up`, whether or not anything had to be done. 1: it is not, and why.
 */
import { parseArgs } from "node:util";
import { printable } from "../iam/printable.ts";
import { pulumiIn, RecoveryError } from "./recover/pulumi.ts";
import { recover } from "./recover/recovery.ts";

const usage = `Usage: npm run recover -- --stack NAME [--cwd DIR] [--free-lock]
  --stack NAME   the stack whose update was interrupted
  --cwd DIR      folder of its Pulumi.yaml; the current one unless said otherwise
  --free-lock    free the stack although whoever holds it cannot be seen from this machine`;

try {
  const { stack, cwd, freeLock } = options();
  const pulumi = pulumiIn(cwd, process.env);
  await recover({
    pulumi,
    stack,
    environment: process.env,
    freeLock,
    say: (line) => {
      console.log(printable(line));
    },
  });
} catch (error) {
  if (!(error instanceof RecoveryError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function options() {
  try {
    const { values } = parseArgs({
      options: { stack: { type: "string" }, cwd: { type: "string" }, "free-lock": { type: "boolean" } },
    });
    if (values.stack === undefined) throw new RecoveryError(usage);
    return { stack: values.stack, cwd: values.cwd ?? ".", freeLock: values["free-lock"] ?? false };
  } catch (error) {
    throw error instanceof RecoveryError ? error : new RecoveryError(`${(error as Error).message}\n${usage}`);
  }
}
