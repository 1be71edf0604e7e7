import { documentsOf } from "../../../policypack/documents.ts";
import { rows } from "../../policypack/battery/rows.ts";
import { documentOf } from "../../policypack/battery/row.ts";
import { judge, notKnown, type Given } from "../../policypack/judge.ts";

/** Something that is bad or good, once. */
export interface Case {
  /** What it is: the policy of an identity, the trust of a role, the policy of a resource, or anything else. */
  kind: "identity" | "trust" | "resource" | "thing";
  bad: boolean;
  program: Given[];
  /** Where it is a policy, its text. */
  document: string;
}

/**
 * The battery with each document once, whatever holds it: that of an identity in an inline policy of a role, which every
 * checker reads. What is known in part only is left out: the others have no word for it.
 */
export function cases(): Case[] {
  const found = new Map<string, Case>();
  for (const [, { bad, good }] of rows)
    for (const [isBad, programs] of [
      [true, bad],
      [false, good],
    ] as const)
      for (const program of programs) {
        const one = caseOf(program, isBad);
        const key = one.kind === "identity" ? one.document : JSON.stringify(one.program);
        if (!key.includes(notKnown)) found.set(key, one);
      }
  return [...found.values()];
}

function caseOf(program: Given[], bad: boolean): Case {
  const [only, ...more] = program;
  const [policy, ...others] = only === undefined ? [] : documentsOf(only.type, only.props ?? {}).filter(isContent);
  if (only === undefined || policy === undefined || more.length > 0 || others.length > 0)
    return { kind: "thing", bad, program, document: "" };
  const { kind } = policy;
  const document = typeof policy.document === "string" ? policy.document : JSON.stringify(policy.document);
  if (kind !== "identity") return { kind, bad, program, document };
  const held: Given = {
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "held",
    props: { role: "shop", policy: document },
  };
  return { kind, bad, program: [held], document };
}

/** Not the trust that a role must have for its inline policies to be. */
const usual = documentOf({
  Effect: "Allow",
  Principal: { Service: "ecs-tasks.amazonaws.com" },
  Action: "sts:AssumeRole",
});
const isContent = ({ document }: { document: unknown }): boolean => document !== usual;

/** Whether our own pack refuses it. */
export function refused({ program }: Case): boolean {
  return judge(program).some(({ level }) => level === "mandatory");
}
