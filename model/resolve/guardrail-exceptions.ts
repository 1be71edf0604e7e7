import type { Condition, Statement } from "../../iam/document.ts";
import { pipelinesPath } from "../grants/verb.ts";
import { exceptionSubject } from "../guardrail-exception.ts";
import { permissionSetRoleArn } from "../permission-set-role.ts";
import { roleArn } from "./role.ts";
import { type Scope, awsName } from "./scope.ts";

const principalArn = "aws:PrincipalArn";

/** The statement, not holding for these. Only whole names at their own paths: a role elsewhere is somebody else. */
export function excepting(scope: Scope, statement: Statement, exceptions: readonly string[]): Statement {
  const arns = exceptions.flatMap((exception) => arnsOf(scope, exception)).sort();
  if (arns.length === 0) return statement;
  const { ArnNotLike: before = {}, ...conditions } = statement.Condition ?? {};
  // Keys have no case. None of all the ARNs may be like the caller's, so that the lists of two add up.
  const written = Object.entries(before).filter(([key]) => key.toLowerCase() === principalArn.toLowerCase());
  const others = Object.entries(before).filter(([key]) => key.toLowerCase() !== principalArn.toLowerCase());
  const ArnNotLike = { ...Object.fromEntries(others), [principalArn]: [...written.flatMap(([, arn]) => arn), ...arns] };
  return { ...statement, Condition: { ...conditions, ArnNotLike } satisfies Condition };
}

function arnsOf(scope: Scope, exception: string): string[] {
  const { configuration, partition } = scope;
  const subject = exceptionSubject(exception, partition);
  if (subject === undefined) return [];
  switch (subject.kind) {
    case "role":
      return [`arn:${partition}:iam::*:role${subject.path}${subject.name}`];
    case "principal":
      return [subject.arn];
    case "pipeline": {
      const pipeline = configuration.pipelines[subject.name];
      if (pipeline === undefined) return [];
      const accounts = [...new Set([pipeline.from.account, ...Object.keys(pipeline.to)])];
      return accounts
        .filter((account) => configuration.accounts[account] !== undefined)
        .map((account) => roleArn(scope, account, pipelinesPath, awsName(subject.name, pipeline)));
    }
    case "permission-set": {
      const set = configuration["permission-sets"][subject.name];
      return set === undefined ? [] : [permissionSetRoleArn(scope, "*", awsName(subject.name, set), "?".repeat(16))];
    }
  }
}
