import type { AccessLine } from "../../model/access-line.ts";
import type { AccountAssignments, Cell, Deployment } from "../../model/deployment.ts";
import { type Phrase, say, word } from "../phrase.ts";
import type { Detail, Item } from "./item.ts";
import { stackPairs } from "./pairs.ts";
import { setPower } from "./power.ts";
import { type Side, conditionsOf, principalName } from "./side.ts";

/** A cell of the matrix with what AWS knows of it. */
interface Held {
  name: string;
  formerly: readonly string[];
  stack: string;
  principal: AccountAssignments["principal"];
  cell: Cell;
  /** The group or user as the identity store knows it; equal where it is surely the same. */
  holder: string;
  /** The set's name in AWS, and from where it is administered: with another it is another set. */
  set: string;
}

/** What becomes of the cells of the matrix. */
export interface CellChange {
  kept: { before: Held; after: Held }[];
  gained: Held[];
  lost: Held[];
  /** The assignment is deleted and made again: minutes without access. */
  again: { before: Held; after: Held }[];
  /** The same line means another group or user. */
  otherHolder: { before: Held; after: Held }[];
}

/** Compares the matrices of all stacks by what the engine and AWS take for the same assignment. */
export function cellChange(before: readonly Deployment[], after: readonly Deployment[]): CellChange {
  const listOf = (deployment: Deployment) => heldIn(deployment, before.includes(deployment) ? before : after);
  const { both, added, gone, again } = stackPairs(before, after, listOf, (held) => held.holder + inAws(held));
  const change: CellChange = { kept: [], gained: added, lost: gone, again: [...again], otherHolder: [] };
  for (const pair of both) {
    if (pair.before.holder !== pair.after.holder) change.otherHolder.push(pair);
    else if (inAws(pair.before) === inAws(pair.after)) change.kept.push(pair);
    else change.again.push(pair);
  }
  return change;
}

function heldIn(deployment: Deployment, all: readonly Deployment[]): Held[] {
  return deployment.access.flatMap(({ principal, cells }) =>
    cells.map((cell): Held => {
      const set = deployment.permissionSets.find(({ name }) => name === cell.permissionSet);
      return {
        ...cell,
        stack: deployment.stack,
        principal,
        cell,
        holder: holderOf(deployment, principal, all),
        set: `${set?.permissionSetName ?? cell.permissionSet} ${cell.administeredFrom}`,
      };
    }),
  );
}

const inAws = ({ set, cell }: Held): string => JSON.stringify([set, cell.accountId]);

function holderOf(
  { identityCenter }: Deployment,
  { type, name }: Held["principal"],
  all: readonly Deployment[],
): string {
  if (type === "USER") return `user ${identityCenter.users.find((user) => user.name === name)?.userName ?? name}`;
  const group = [...identityCenter.lookedUp, ...identityCenter.groups].find((one) => one.name === name);
  const displayName = group?.displayName ?? name;
  // One that is managed here is never the one that the identity provider brought, whatever both are called.
  const isManaged = all.some((one) => one.identityCenter.groups.some((managed) => managed.displayName === displayName));
  return `${isManaged ? "managed group" : "group"} ${displayName}`;
}

/** Who gains or loses which set where, and who is interrupted. */
export function accessItems(change: CellChange, before: Side, after: Side): Item[] {
  const { kept, gained, lost, again, otherHolder } = change;
  const item = (effect: Item["effect"], text: Phrase, { cell }: Held, details: Detail[] = []): Item => ({
    effect,
    text,
    accounts: [cell.account],
    details,
  });
  const who = ({ principal }: Held): string => principalName(principal);
  const remaining = new Set([...kept, ...otherHolder].map(({ after: held }) => inAws(held)));
  const roleIsGone = (held: Held): boolean => !remaining.has(inAws(held));
  return [
    ...gained.map((held) =>
      item("gains", say`${who(held)} gains ${held.cell.permissionSet}`, held, [
        ...power(after, held),
        ...conditions(after, held),
      ]),
    ),
    ...otherHolder.flatMap(({ before: old, after: held }) => [
      item(
        "gains",
        say`${who(held)} means another ${held.principal.type.toLowerCase()} now, ${held.holder} instead of ${old.holder}, which gains ${held.cell.permissionSet}`,
        held,
      ),
      item(
        "loses",
        say`${who(old)} meant another ${old.principal.type.toLowerCase()}, ${old.holder}, which loses ${old.cell.permissionSet}`,
        old,
      ),
    ]),
    ...again.map(({ before: old, after: held }) =>
      item(
        "interrupts",
        say`${who(held)} is without ${held.cell.permissionSet} for about five minutes: the assignment is deleted and made again`,
        held,
        [
          ...(roleIsGone(old) ? [newSuffix(old)] : []),
          ...(old.stack === held.stack ? renamed(old, held) : [movedStack(old, held)]),
        ],
      ),
    ),
    ...lost.map((held) =>
      item(
        "loses",
        say`${who(held)} loses ${held.cell.permissionSet}`,
        held,
        roleIsGone(held) && !again.some(({ after: made }) => inAws(made) === inAws(held)) ? [roleDeleted(held)] : [],
      ),
    ),
    ...kept.flatMap(({ before: old, after: held }) => expiry(old, held, before, after)),
  ];
}

const roleOf = ({ set }: Held): Phrase => say`${`AWSReservedSSO_${set.split(" ")[0] ?? ""}_…`}`;

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
const newSuffix = (held: Held): Detail => ({
  effect: "interrupts",
  sign: "~",
  text: say`the role ${roleOf(held)} there gets another suffix: its ARN changes, and what names the old one (key policies, EKS access entries) no longer lets it in`,
});

const roleDeleted = (held: Held): Detail => ({
  effect: "loses",
  sign: "-",
  text: say`nobody has it there any more: the role ${roleOf(held)} is deleted, and has another ARN should somebody get it again`,
});

const renamed = (before: Held, after: Held): Detail[] =>
  before.name === after.name || after.formerly.includes(before.name)
    ? []
    : [
        {
          effect: "interrupts",
          sign: "~",
          text: say`it is called ${after.name}, and was ${before.name}: with ${"formerly"} nobody is interrupted`,
        },
      ];

const movedStack = (before: Held, after: Held): Detail => ({
  effect: "interrupts",
  sign: "~",
  text: say`it moves from the stack ${before.stack} to the stack ${after.stack}: deploy ${before.stack} first, which removes it, then ${after.stack}`,
});

function power({ deployments }: Side, { stack, cell }: Held): Detail[] {
  const set = deployments
    .filter((deployment) => deployment.stack === stack)
    .flatMap(({ permissionSets }) => permissionSets)
    .find(({ name }) => name === cell.permissionSet);
  return set === undefined ? [] : setPower(undefined, set, cell.account, deployments);
}

function conditions(side: Side, { stack, principal, cell }: Held): Detail[] {
  const found = conditionsOf(side, stack, principal, cell.account, cell.permissionSet);
  return found.until === undefined ? [] : [{ effect: "expires", sign: "~", text: until(found) }];
}

function until(found: Partial<AccessLine>): Phrase {
  return say`until ${word(found.until ?? "")}, that day included${notes(found)}`;
}

/** Why, who asked, who answers: `: Move the database (OPS-4711); owner Operations`. */
function notes({ reason, ticket, owner }: Partial<AccessLine>): Phrase {
  const because = reason === undefined ? [] : say`: ${reason}`;
  const asked = ticket === undefined ? [] : say` (${ticket})`;
  const whose = owner === undefined ? [] : say`; owner ${owner}`;
  return [...because, ...asked, ...whose];
}

function expiry(old: Held, held: Held, before: Side, after: Side): Item[] {
  const was = conditionsOf(before, old.stack, old.principal, old.cell.account, old.cell.permissionSet);
  const is = conditionsOf(after, held.stack, held.principal, held.cell.account, held.cell.permissionSet);
  if (was.until === is.until) return [];
  const longer = is.until === undefined || (was.until !== undefined && is.until > was.until);
  const end = is.until === undefined ? word("without an end") : say`until ${word(is.until)}, that day included`;
  const instead =
    was.until === undefined
      ? word("and not without an end")
      : say`and not ${word(longer ? "only " : "")}until ${word(was.until)}`;
  return [
    {
      effect: longer ? "gains" : "expires",
      text: say`${principalName(held.principal)} keeps ${held.cell.permissionSet} ${end}, ${instead}${notes(is)}`,
      accounts: [held.cell.account],
      details: [],
    },
  ];
}
