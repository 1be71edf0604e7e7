import type { NormalStatement } from "../normalize.ts";
import { dangersOf, type Danger } from "./dangers.ts";
import { isAbout } from "./left.ts";

/** Who a policy is for: people, whose permission sets and groups are reviewed, or software. */
export type Holder = "people" | "workloads";

/**
 * Why an AWS managed policy is too much for a kind of holder; undefined where it is a standard case. For people: power
 * over their own permissions. For software also whole services and all but a few actions, but for the policies that AWS
 * wrote for the roles of its services. That a managed policy cannot name anyone's resources is no reason.
 */
export function verdictOf(statements: readonly NormalStatement[], path: string, holder: Holder): string | undefined {
  const found = dangersOf(statements).find((danger) => refuses(danger, path, holder));
  return found?.name;
}

function refuses({ name, statement, actions, resources }: Danger, path: string, holder: Holder): boolean {
  switch (name) {
    case "admin":
      return true;
    case "not-action":
      return holder === "workloads" || isAbout(statement, "iam:putuserpolicy");
    case "iam-full":
    case "delegate-no-boundary":
    case "escalate-alone":
      return isOverAccess(actions, path, holder) && resources.some(isAnybody);
    case "service-star":
      return holder === "workloads" && !isForService(path);
    default:
      return false;
  }
}

/** Software has no business with the organization or Identity Center either, unless AWS wrote the policy for it. */
function isOverAccess(actions: readonly string[], path: string, holder: Holder): boolean {
  return actions.some((action) => action.startsWith("iam:")) || (holder === "workloads" && !isForService(path));
}

function isForService(path: string): boolean {
  return /^\/(aws-)?service-role\//.test(path);
}

function isAnybody(pattern: string): boolean {
  return /(^\*|:\*|\/\*)$/.test(pattern) && !/^[^/]*\/[^*?]/.test(pattern);
}
