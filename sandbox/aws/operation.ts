import { documents, type Operation } from "./world.ts";

export type Run = Operation["run"];

export const reads = (run: Run): Operation => ({ run, changes: () => [] });

/** An operation that changes what the caller's account has beside IAM. */
export const changesServices = (run: Run): Operation => ({
  run,
  changes: (_, { caller }) => [documents.services(caller.accountId)],
});

export const changesOrganization = (run: Run): Operation => ({ run, changes: () => [documents.organization] });
