import type { OpenCondition, StatementReference } from "./decision.ts";
import type { NormalStatement } from "./normalize.ts";
import { meets, naming, type Naming } from "./principal.ts";
import { reach, type Question } from "./statement.ts";
import type { Truth } from "./truth.ts";

/** A policy document with the name under which a decision tells of it. */
export interface Policy {
  name: string;
  statements: NormalStatement[];
  /** It is about whom its Principal names, as policies of resources are. */
  named: boolean;
}

/** What a group of policies says to a request. */
export interface Verdict {
  truth: Truth;
  by: StatementReference | null;
  open: OpenCondition[];
}

export const yes: Verdict = { truth: "yes", by: null, open: [] };
export const no: Verdict = { truth: "no", by: null, open: [] };

/** Whether a Deny of these policies meets the request; `open` has all that may. */
export function denies(group: readonly Policy[], question: Question): Verdict {
  return search(
    group,
    "Deny",
    question,
    ({ principal }) => principal === undefined || meets(principal, question.caller),
  );
}

/** Whether an Allow of these policies meets the request. */
export function allows(group: readonly Policy[], question: Question): Verdict {
  return search(group, "Allow", question, () => true);
}

/** Whether an Allow of a resource's policy names the caller in one of these ways. */
export function grants(group: readonly Policy[], question: Question, ways: readonly Naming[]): Verdict {
  return search(group, "Allow", question, ({ principal }) => {
    const way = principal === undefined ? undefined : naming(principal, question.caller);
    return way !== undefined && ways.includes(way);
  });
}

function search(
  group: readonly Policy[],
  effect: "Allow" | "Deny",
  question: Question,
  isAbout: (statement: NormalStatement) => boolean,
): Verdict {
  let maybe: Verdict | undefined;
  for (const { name, statements, named } of group)
    for (const statement of statements) {
      if (statement.effect !== effect || (named && !isAbout(statement))) continue;
      const { truth, open } = reach(statement, question);
      if (truth === "no") continue;
      const by = {
        policy: name,
        statement: statement.index,
        ...(statement.sid !== undefined && { sid: statement.sid }),
      };
      if (truth === "yes") return { truth, by, open: [] };
      const conditions = open.map(({ operator, key, values }) => ({ ...by, effect, operator, key, values }));
      // Any one Allow is enough, so that the first is told; every Deny has to be told.
      if (maybe === undefined) maybe = { truth, by, open: conditions };
      else if (effect === "Deny") maybe.open.push(...conditions);
    }
  return maybe ?? no;
}

/** All have to say yes: what the first that does not says, else what the first says. */
export function every(...verdicts: Verdict[]): Verdict {
  const refused = verdicts.find(({ truth }) => truth === "no");
  if (refused !== undefined) return refused;
  const open = verdicts.find(({ truth }) => truth === "maybe");
  const { truth, by } = open ?? verdicts[0] ?? yes;
  return { truth, by, open: verdicts.flatMap((verdict) => verdict.open) };
}

/** One yes is enough: the first there is. */
export function some(...verdicts: Verdict[]): Verdict {
  return verdicts.find(({ truth }) => truth === "yes") ?? verdicts.find(({ truth }) => truth === "maybe") ?? no;
}
