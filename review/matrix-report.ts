import type { AccessLine } from "../model/access-line.ts";
import type { Deadline } from "../model/deadlines.ts";
import type { Place } from "../model/places.ts";
import { type Phrase, listed, say, word } from "./phrase.ts";
import type { AccessMatrix, BreakGlassAccess, RoleMatrix, RoleUse } from "./matrix.ts";

/** Who has what where on a day, why, and what ends soon. */
export interface MatrixReport {
  /** YYYY-MM-DD, UTC. */
  today: string;
  /** Names of the stacks that it is about. */
  stacks: readonly string[];
  access: AccessMatrix;
  roles: RoleMatrix;
  breakGlass: BreakGlassAccess | undefined;
  /** Every line of `access`, those that have ended too. */
  lines: readonly AccessLine[];
  /** Those of the next 30 days, and those that are over; soonest first. */
  deadlines: readonly Deadline[];
  /** Where the line stands that asks for a role. */
  placeOf: (use: RoleUse) => Place;
}

/** `config/prod.yaml:16` */
export const placeText = ({ file, line }: Place): string => `${file}:${line}`;

/** What a line gives, to whom, where and for how long. */
export function lineText({ principal, permissionSet, selector, accounts, ended, ...line }: AccessLine): Phrase {
  const who = principal.type === "USER" ? say`user ${principal.name}` : say`${principal.name}`;
  const [first] = accounts;
  const only = accounts.length === 1 && first === selector;
  const where = only
    ? say`${selector}`
    : say`${selector}, ${word(accounts.length === 0 ? "no account" : "that is")} ${listed(accounts)}`;
  const end = line.until === undefined ? [] : say`, ${word(ended ? "ended on" : "until")} ${word(line.until)}`;
  return say`${who}: ${permissionSet} in ${where}${end}${notes(line)}`;
}

/** When something ends, or has ended. */
export function deadlineText({ subject, then, day, daysLeft, kind, ...entry }: Deadline): Phrase {
  const ended = kind === "access" ? "ended on" : "was over on";
  const what =
    then === "ends"
      ? daysLeft < 0
        ? ended
        : "ends after"
      : daysLeft < 0
        ? "was to be reviewed by"
        : "is to be reviewed by";
  const removal = kind === "access" && daysLeft < 0 ? word(" (the next update removes it)") : [];
  return say`${subject} ${word(what)} ${word(day)}${removal}${notes(entry)}`;
}

function notes({ reason, ticket, owner }: Pick<Deadline, "reason" | "ticket" | "owner">): Phrase {
  const because = reason === undefined ? [] : say`: ${reason}`;
  const asked = ticket === undefined ? [] : say` (${ticket})`;
  const whose = owner === undefined ? [] : say`; owner ${owner}`;
  return [...because, ...asked, ...whose];
}

/** Who may become what when nothing else works, in a sentence. */
export function breakGlassText({ users, roles }: BreakGlassAccess): Phrase {
  const names = [...new Set(roles.map(({ roleName }) => roleName))];
  const who = users.length === 0 ? word("nobody of these stacks") : listed(users);
  return say`Break-glass: ${who} can become ${listed(names)} in ${listed(roles.map(({ account }) => account))}.`;
}
