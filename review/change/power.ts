import { managedVerdict } from "../../iam/catalogue/managed-verdicts.ts";
import { type DangerName } from "../../iam/danger/checks.ts";
import { dangersOf } from "../../iam/danger/dangers.ts";
import { normalize } from "../../iam/normalize.ts";
import type { Deployment, PermissionSet, Role } from "../../model/deployment.ts";
import { permissionSetHoldings, roleHoldings } from "../../model/holdings.ts";
import { say } from "../phrase.ts";
import type { Detail } from "./item.ts";
import { policyName } from "./policy-name.ts";

/** Why somebody can give permissions, to themselves too. */
const powers: readonly DangerName[] = ["admin", "not-action", "iam-full", "delegate-no-boundary", "escalate-alone"];

type Deployments = readonly Deployment[];

/** Where a set gives power over permissions in an account, and did not before: what it is that does. */
export function setPower(
  before: PermissionSet | undefined,
  after: PermissionSet,
  account: string,
  all: Deployments,
): Detail[] {
  const cause = (set: PermissionSet): string | undefined => {
    const own = permissionSetHoldings({ ...set, awsManagedPolicyArns: [] }, account, all).identity;
    return causeOf(set.awsManagedPolicyArns, own, "people");
  };
  return told(before && cause(before), cause(after));
}

/** The same of a role. */
export function rolePower(before: Role | undefined, after: Role, all: Deployments): Detail[] {
  const cause = (role: Role): string | undefined => {
    const own = roleHoldings({ ...role, awsManagedPolicyArns: [] }, all).identity;
    return causeOf(role.awsManagedPolicyArns, own, "workloads");
  };
  return told(before && cause(before), cause(after));
}

function causeOf(
  managed: readonly string[],
  own: readonly unknown[],
  holder: "people" | "workloads",
): string | undefined {
  const arn = managed.find((one) => {
    const verdict = managedVerdict(one.slice(one.lastIndexOf("/") + 1), holder);
    return powers.some((power) => power === verdict);
  });
  if (arn !== undefined) return `AWS managed policy ${policyName(arn)}`;
  const danger = dangersOf(own.flatMap((document) => normalize(document))).find(({ name }) => powers.includes(name));
  return danger && `statement ${danger.statement.sid ?? danger.statement.index + 1} of its own policies`;
}

function told(before: string | undefined, after: string | undefined): Detail[] {
  if (after === undefined || before !== undefined) return [];
  return [{ effect: "gains", sign: "~", powerful: true, text: say`power over permissions, its own too: ${after}` }];
}
