import { action as lookUp, expand, type ActionInfo } from "../catalogue/actions.ts";
import type { NormalStatement } from "../normalize.ts";
import { leftOf } from "./left.ts";
import { PatternReach } from "./pattern-reach.ts";

/** An action that one Allow really grants, with what is left of its resources after the Denies beside it. */
export interface GrantedAction {
  info: ActionInfo;
  service: string;
  /** Patterns that the action accepts, as written. */
  resources: string[];
  /** Those of them that leave every name open, of what the action acts on. */
  open: string[];
  /** Those of them that leave the account open too. */
  everywhere: string[];
}

/**
 * The actions that an Allow of Action and Resource grants. An action that takes only `*` is not granted by an ARN, and
 * none by ARNs of other things: such lines grant nothing, so that they are no danger.
 */
export function grantedActions(allow: NormalStatement, statements: readonly NormalStatement[]): GrantedAction[] {
  const names = new Set(allow.action.items.flatMap(expand));
  const patterns = allow.resource?.items ?? ["*"];
  const reaches = new Map<string, PatternReach>();
  const reachOf = (pattern: string): PatternReach => {
    const reach = reaches.get(pattern) ?? new PatternReach(pattern);
    reaches.set(pattern, reach);
    return reach;
  };
  const granted: GrantedAction[] = [];
  for (const name of names) {
    const { info, formats } = read(name) ?? {};
    if (info === undefined || formats === undefined) continue;
    const isAccepted = (pattern: string): boolean => reachOf(pattern).accepts(formats);
    const accepted = patterns.filter(isAccepted);
    const left = accepted.length === 0 ? [] : leftOf(name.toLowerCase(), accepted, statements);
    const resources = left.filter(isAccepted);
    if (resources.length === 0) continue;
    const open = resources.filter((pattern) => reachOf(pattern).openness(formats).name);
    const everywhere = open.filter((pattern) => reachOf(pattern).openness(formats).account);
    granted.push({ info, service: name.slice(0, name.indexOf(":")), resources, open, everywhere });
  }
  return granted;
}

const known = new Map<string, { info: ActionInfo; formats: string[] } | undefined>();

function read(name: string): { info: ActionInfo; formats: string[] } | undefined {
  if (!known.has(name)) {
    const info = lookUp(name);
    known.set(name, info && { info, formats: formatsOf(info) });
  }
  return known.get(name);
}

/**
 * The ARNs that an action accepts. What EC2 makes gets its id only then: for the actions that make something, an open
 * name of it is no choice. An alias is changed by whoever may do so to the alias and to the key: the alias is what names it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html
 */
function formatsOf({ name, resourceTypes }: ActionInfo): string[] {
  const isNoChoice = noChoices.find(([actions]) => actions.test(name))?.[1];
  const chosen = resourceTypes.filter((type) => isNoChoice?.test(type.name) !== true);
  return (chosen.length > 0 ? chosen : resourceTypes).map(({ arn }) => arn);
}

/** Actions, and the resource types of theirs whose open name is no choice. */
const noChoices: readonly [actions: RegExp, types: RegExp][] = [
  [/^ec2:CreateSnapshots?$/, /^snapshot$/],
  [/^ec2:(RunInstances|Create(?!Tags))/, /^(instance|volume|network-interface|snapshot)$/],
  [/^kms:(Create|Update|Delete)Alias$/, /^key$/],
];
