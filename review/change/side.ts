import type { AccessLine } from "../../model/access-line.ts";
import type { Deadline } from "../../model/deadlines.ts";
import type { AccountAssignments, Deployment } from "../../model/deployment.ts";

/** One of the two states that are compared: what all stacks deploy, and what the YAML says beside that. */
export interface Side {
  deployments: readonly Deployment[];
  lines: readonly AccessLine[];
  deadlines: readonly Deadline[];
}

type Principal = AccountAssignments["principal"];

/** As people read it: `Developers`, `user ada`. */
export function principalName({ type, name }: Principal): string {
  return type === "USER" ? `user ${name}` : name;
}

/** The conditions of one cell: the last day by which every line that gives it has ended, if there is one, and why. */
export function conditionsOf(
  { lines }: Side,
  stack: string,
  principal: Principal,
  account: string,
  permissionSet: string,
): Pick<AccessLine, "until" | "reason" | "ticket" | "owner"> {
  const giving = lines.filter(
    (line) =>
      !line.ended &&
      line.stack === stack &&
      line.principal.type === principal.type &&
      line.principal.name === principal.name &&
      line.permissionSet === permissionSet &&
      line.accounts.includes(account),
  );
  if (giving.some(({ until }) => until === undefined)) return {};
  const last = giving.sort((a, b) => ((a.until ?? "") < (b.until ?? "") ? 1 : -1))[0];
  return last ?? {};
}
