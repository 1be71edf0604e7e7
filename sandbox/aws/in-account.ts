import { documents, type Operation } from "./world.ts";

type Run = Operation["run"];

export const reads = (run: Run): Operation => ({ run, changes: () => [] });

/** An operation that changes what the caller's account has beside IAM. */
export const changes = (run: Run): Operation => ({
  run,
  changes: (_, { caller }) => [documents.services(caller.accountId)],
});
