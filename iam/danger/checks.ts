import { actionsOf, action as lookUp } from "../catalogue/actions.ts";
import * as sensitive from "../catalogue/sensitive-actions.ts";
import { covers } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";
import { isBounded } from "./bounded.ts";
import type { GrantedAction } from "./granted-action.ts";
import { isOnlyUsed } from "./launch.ts";
import { narrows } from "./narrowing.ts";

export type DangerName =
  | "admin"
  | "not-action"
  | "iam-full"
  | "passrole-star"
  | "assume-star"
  | "service-star"
  | "key-maker"
  | "delegate-no-boundary"
  | "escalate-alone"
  | "guardrail-break"
  | "exposure-star"
  | "read-data-star"
  | "write-star";

interface Check {
  name: DangerName;
  /** Those of the actions that are this danger. */
  finds: (granted: GrantedAction[], allow: NormalStatement, statements: readonly NormalStatement[]) => GrantedAction[];
}

/** Worst first: an action that is found is not looked at again. */
export const checks: Check[] = [
  {
    name: "iam-full",
    finds: (granted, allow) =>
      granted.filter(({ service }) => sensitive.identityServices.includes(service)).filter(inWhole(granted, allow)),
  },
  {
    name: "passrole-star",
    finds: (granted) => granted.filter(({ info, open }) => info.name === "iam:PassRole" && open.length > 0),
  },
  {
    name: "assume-star",
    finds: (granted, { condition }) =>
      granted.filter(
        ({ info, open }) => info.name === "sts:AssumeRole" && open.length > 0 && !narrows(condition, info.name),
      ),
  },
  {
    name: "service-star",
    finds: (granted, allow) =>
      granted.filter(inWhole(granted, allow)).filter(outside(narrowedServices(granted, allow))),
  },
  {
    name: "key-maker",
    finds: (granted) =>
      granted.filter(({ info, resources }) => sensitive.makesCredentials.has(info.name) && !resources.every(isOneself)),
  },
  {
    name: "delegate-no-boundary",
    finds: (granted, allow, statements) =>
      granted.filter((one) => sensitive.changesBoundable.has(one.info.name) && !isBounded(one, allow, statements)),
  },
  {
    name: "escalate-alone",
    finds: (granted, { condition }) =>
      granted.filter(
        ({ info, open }) => sensitive.escalates.has(info.name) && open.length > 0 && !narrows(condition, info.name),
      ),
  },
  {
    name: "guardrail-break",
    finds: (granted) =>
      granted.filter(
        ({ info, open }) =>
          sensitive.breaksGuardrails.has(info.name) || (sensitive.breaksOthers.has(info.name) && open.length > 0),
      ),
  },
  {
    name: "exposure-star",
    finds: (granted, { condition }) =>
      granted.filter(
        (one) =>
          (sensitive.exposes.has(one.info.name) ||
            (one.info.accessLevel === "Permissions management" && isWrite(one) && one.info.resourceTypes.length > 0)) &&
          !sensitive.readsData.has(one.info.name) &&
          isOpen(one) &&
          !isForDelivery(one, granted) &&
          !narrows(condition, one.info.name),
      ),
  },
  {
    name: "read-data-star",
    finds: (granted, { condition }) =>
      granted.filter(
        ({ info, open }) => sensitive.readsData.has(info.name) && open.length > 0 && !narrows(condition, info.name),
      ),
  },
  {
    name: "write-star",
    finds: (granted, allow, statements) =>
      granted.filter(
        (one) =>
          isWrite(one) &&
          one.info.resourceTypes.length > 0 &&
          isOpen(one) &&
          !sensitive.usuallyOnStar.has(one.info.name) &&
          !tagsInterfaces(one) &&
          !narrows(allow.condition, one.info.name) &&
          !isOnlyUsed(one, allow, statements),
      ),
  },
];

/** AWS counts some actions that only look among those that write. */
export function isWrite({ info: { name, accessLevel } }: Pick<GrantedAction, "info">): boolean {
  return accessLevel !== "List" && accessLevel !== "Read" && !/:(Describe|List|Get|View|BatchGet)/.test(name);
}

/**
 * Whoever sets up the delivery of a service's logs has to write the policy that lets it deliver, on `*`.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
function isForDelivery({ info }: GrantedAction, granted: readonly GrantedAction[]): boolean {
  return info.name === "logs:PutResourcePolicy" && granted.some((one) => one.info.name === "logs:CreateLogDelivery");
}

/**
 * The network plugin of a cluster tags the interfaces that it makes, and no AWS page narrows it.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html
 */
function tagsInterfaces({ info, open }: GrantedAction): boolean {
  return info.name === "ec2:CreateTags" && open.every((pattern) => pattern.endsWith(":network-interface/*"));
}

/** What does not exist yet may be called anything within an account. */
function isOpen({ info, open, everywhere }: GrantedAction): boolean {
  const makes = /:(Create|Register|Run|Request)/.test(info.name);
  return (makes ? everywhere : open).length > 0;
}

/**
 * Whether an action's service is granted in whole: by a pattern of all its actions, at least one of which writes where
 * nothing is named; or by all that can be written in it.
 */
function inWhole(granted: GrantedAction[], { action }: NormalStatement): (one: GrantedAction) => boolean {
  const open = new Map<string, Set<string>>();
  for (const one of granted)
    if (one.open.length > 0 && isWrite(one) && one.info.resourceTypes.length > 0)
      open.set(one.service, (open.get(one.service) ?? new Set()).add(one.info.name));
  const isWhole = ([service, names]: [string, Set<string>]): boolean =>
    action.items.some((pattern) => covers(pattern, `${service}:\u0003\u0003\u0003*`)) ||
    writesOf(service).every((name) => names.has(name));
  const whole = new Set([...open].filter(isWhole).map(([service]) => service));
  return ({ service }) => whole.has(service);
}

const writes = new Map<string, string[]>();

/** The writing actions of a service that act on something with a name. */
function writesOf(service: string): string[] {
  let found = writes.get(service);
  if (found === undefined) {
    const infos = actionsOf(service).flatMap((name) => lookUp(`${service}:${name}`) ?? []);
    found = infos.filter((info) => isWrite({ info }) && info.resourceTypes.length > 0).map(({ name }) => name);
    writes.set(service, found);
  }
  return found;
}

/** The services whose writing the condition narrows. */
function narrowedServices(granted: GrantedAction[], { condition }: NormalStatement): Set<string> {
  if (condition.length === 0) return new Set();
  const narrowed = granted.filter((one) => isWrite(one) && narrows(condition, one.info.name));
  return new Set(narrowed.map(({ service }) => service));
}

function outside(services: Set<string>): (one: GrantedAction) => boolean {
  return ({ service }) => !services.has(service);
}

/** A user's own keys and devices: AWS's own page grants so. */
function isOneself(pattern: string): boolean {
  return /:(user|mfa)\/(.*\/)?\$\{aws:username\}$/i.test(pattern);
}
