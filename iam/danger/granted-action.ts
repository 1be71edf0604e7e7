import { action as lookUp, expand, type ActionInfo } from "../catalogue/actions.ts";
import { covers, intersects } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";
import { openness, type Openness } from "../openness.ts";
import { leftOf } from "./left.ts";

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
  const granted: GrantedAction[] = [];
  for (const name of names) {
    const { info, formats } = read(name) ?? {};
    if (info === undefined || formats === undefined) continue;
    const resources = leftOf(name.toLowerCase(), patterns, statements).filter((pattern) => accepts(formats, pattern));
    if (resources.length === 0) continue;
    const judged = resources.map((pattern) => (formats.length === 0 ? all : look(pattern, name, formats)));
    granted.push({
      info,
      service: name.slice(0, name.indexOf(":")),
      resources,
      open: resources.filter((_, at) => judged[at]?.name === true),
      everywhere: resources.filter((_, at) => judged[at]?.name === true && judged[at].account),
    });
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

const all = { name: true, account: true };

/**
 * The ARNs that an action accepts. What EC2 makes gets its id only then: for the actions that make something, an open
 * name of it is no choice.
 */
function formatsOf({ name, resourceTypes }: ActionInfo): string[] {
  const made = /^ec2:(RunInstances|Create(?!Tags))/.test(name);
  const chosen = resourceTypes.filter(
    (type) => !made || !/^(instance|volume|network-interface|snapshot)$/.test(type.name),
  );
  return (chosen.length > 0 ? chosen : resourceTypes).map(({ arn }) => arn);
}

function accepts(formats: string[], pattern: string): boolean {
  if (covers(pattern, "\u0003*")) return true;
  const text = pattern.replace(/\$\{[^}]*\}/g, "*");
  const service = text.split(":")[2] ?? "*";
  return formats.some((format) => {
    const accepted = format.replace(/\$\{[^}]*\}/g, "*");
    return intersects(service, accepted.split(":")[2] ?? "*") && intersects(text, accepted);
  });
}

const looked = new Map<string, Map<string, Openness>>();

function look(pattern: string, name: string, formats: string[]): Openness {
  if (pattern === "*") return all;
  const ofName = looked.get(name) ?? new Map<string, Openness>();
  looked.set(name, ofName);
  let found = ofName.get(pattern);
  if (found === undefined) ofName.set(pattern, (found = openness(pattern, formats)));
  return found;
}
