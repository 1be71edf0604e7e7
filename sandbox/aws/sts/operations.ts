import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import type { Operation, World } from "../world.ts";
import { assumeRole } from "./assume-role.ts";

function getCallerIdentity(_: object, { caller }: World) {
  return { UserId: caller.userId, Account: caller.accountId, Arn: caller.arn };
}

export const sts = {
  AssumeRole: { run: assumeRole, changes: () => [] },
  GetCallerIdentity: { run: getCallerIdentity, changes: () => [] },
} satisfies Record<(typeof serviceOperations)["sts"][number], Operation>;
