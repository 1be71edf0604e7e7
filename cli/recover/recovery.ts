import { adopt } from "./adoption.ts";
import { plannedBy } from "./creation.ts";
import type { Planned } from "./creation.ts";
import { type Landed, landedOf, placeOf } from "./landed.ts";
import { locksIn } from "./lock.ts";
import { foreign } from "./owner.ts";
import { type Pulumi, RecoveryError, failed, succeed } from "./pulumi.ts";
import { exportState, pendingOf, providerUrn, resourcesOf, stackType, urnParts } from "./stack-state.ts";
import type { RecordedResource, StackState } from "./stack-state.ts";
import { type ThrowAwayStack, throwAwayStack } from "./throw-away-stack.ts";

export interface Recovery {
  pulumi: Pulumi;
  stack: string;
  environment: NodeJS.ProcessEnv;
  /** Whether to free a lock of which it cannot be seen from here whether its holder still runs. */
  freeLock: boolean;
  say: (line: string) => void;
}

/**
 * Puts a stack right after its update was killed, so that the next `pulumi up` goes on from there: frees it, forgets what
 * was under way, and records what exists in AWS and the stack does not know. Changes nothing in AWS; may itself be
 * killed and run again. Throws a {@link RecoveryError} where it must not go on.
 */
export async function recover(recovery: Recovery): Promise<void> {
  const { pulumi, stack, environment, say } = recovery;
  say(`Stack ${stack}: frees it, clears what was under way, records what exists in AWS and is not recorded.`);
  say("Nothing in AWS is changed.");
  const before = await exportState(pulumi, stack);
  const freed = await settle(recovery, before);
  const settled = pendingOf(before).length;
  const [any] = resourcesOf(before);
  const aws = any === undefined ? undefined : throwAwayStack(any.urn, environment);
  try {
    const { adopted, planned } = await adoptAll(recovery, aws);
    if (!freed && settled === 0 && adopted === 0) say(`The stack ${stack} needs no recovery: nothing was changed.`);
    sayNext(recovery, planned);
  } finally {
    aws?.remove();
  }
}

/**
 * Takes the stack, and with it clears what was under way: Pulumi keeps creations as pending until it is told to forget
 * them. What was being changed or deleted is read anew. Gives whether a lock had to be freed.
 */
async function settle(recovery: Recovery, state: StackState): Promise<boolean> {
  const { pulumi, stack, say } = recovery;
  const pending = pendingOf(state);
  const recorded = new Set(resourcesOf(state).map(({ urn }) => urn));
  const root = resourcesOf(state).find(({ type }) => type === stackType);
  const targets = [...pending.map(({ resource }) => resource.urn), ...(root === undefined ? [] : [root.urn])]
    .filter((urn) => recorded.has(urn))
    .flatMap((urn) => ["--target", urn]);
  const args = ["refresh", "--yes", "--skip-preview", "--clear-pending-creates", "--stack", stack, ...targets];
  let exit = await pulumi(args);
  const locks = exit.exitCode === 0 ? [] : locksIn(exit.stderr + exit.stdout);
  if (locks.length > 0) {
    for (const { holder } of locks) say(`The stack ${stack} is locked: ${holder}.`);
    if (locks.some(({ running }) => running === true)) {
      throw new RecoveryError("That process still runs: wait for it, or end it. Nothing was changed.");
    }
    if (!recovery.freeLock && locks.some(({ running }) => running === undefined)) {
      throw new RecoveryError(
        "Whether that still runs cannot be seen from here. Where you are sure that it does not, add --free-lock. Nothing was changed.",
      );
    }
    await succeed(pulumi, ["cancel", "--yes", "--stack", stack]);
    say("What held it is gone: freed it (pulumi cancel).");
    exit = await pulumi(args);
  }
  if (exit.exitCode !== 0) throw failed(args, exit);
  for (const { type, resource } of pending) say(`Was under way: ${type} ${urnParts(resource.urn).name}.`);
  if (pending.length > 0) say("Cleared what was under way (pulumi refresh --clear-pending-creates).");
  return locks.length > 0;
}

/** In rounds: the id of an assignment is known only when its permission set is recorded. */
async function adoptAll(recovery: Recovery, aws: ThrowAwayStack | undefined) {
  const { pulumi, stack } = recovery;
  const missing = new Set<string>();
  let adopted = 0;
  for (;;) {
    const recorded = resourcesOf(await exportState(pulumi, stack));
    const planned = await plannedBy(pulumi, stack, recorded);
    const open = planned.creations.filter((creation) => !missing.has(JSON.stringify([creation.urn, creation.inputs])));
    const landed = aws === undefined ? [] : await landedOf(open, placesOf(recorded), aws);
    if (landed.length === 0) return { adopted, planned };
    refuseForeign(landed);
    await adopt(pulumi, stack, landed);
    for (const one of landed) recovery.say(`Adopted ${described(one)} (pulumi import).`);
    adopted += landed.length;
    for (const { urn, inputs } of open) missing.add(JSON.stringify([urn, inputs]));
  }
}

/** What is recorded as deleted for its replacement may have come about anew under its id. */
function placesOf(recorded: RecordedResource[]): Set<string> {
  const existing = recorded.filter(({ pendingReplacement }) => pendingReplacement !== true);
  return new Set(existing.map(({ type, id = "", provider = "" }) => placeOf(type, id, providerUrn(provider))));
}

function refuseForeign(landed: Landed[]): void {
  const refused = landed.flatMap((one) => {
    const reason = foreign(one.creation, one.existing);
    return reason === undefined ? [] : [`${described(one)} exists, and was not made by this stack: ${reason}.`];
  });
  if (refused.length === 0) return;
  throw new RecoveryError(
    [
      ...refused,
      "Nothing was adopted. Give the thing another name in the configuration, or have its owner remove it.",
    ].join("\n"),
  );
}

function described({ creation: { type, name }, existing: { id, outputs } }: Landed): string {
  const { arn } = outputs;
  return `${type.split(":").at(-1) ?? type} ${name}, ${typeof arn === "string" ? arn : id}`;
}

function sayNext({ stack, say }: Recovery, { changes, replaced }: Planned): void {
  const counts = Object.entries(changes).filter(([operation, count]) => operation !== "same" && count > 0);
  if (counts.length === 0) {
    say(`There is nothing left for pulumi up --stack ${stack} to do.`);
    return;
  }
  say(`Next: pulumi up --stack ${stack} (${counts.map(([operation, count]) => `${operation} ${count}`).join(", ")}).`);
  for (const urn of replaced) say(`It would replace ${urnParts(urn).name}: look at its preview first.`);
}
