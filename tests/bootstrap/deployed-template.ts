import { parse } from "yaml";
import type { PolicyDocument } from "../../iam/document.ts";

/** What becomes of a template in one account, as far as IAM is concerned. */
export interface Deployed {
  /** ARN → document, of the customer managed policies. */
  policies: Map<string, PolicyDocument>;
  /** Name → role. */
  roles: Map<string, DeployedRole>;
}

export interface DeployedRole {
  trust: PolicyDocument;
  identity: PolicyDocument[];
  boundary: PolicyDocument | null;
}

type Json = Record<string, unknown>;

interface Policy {
  ManagedPolicyName: string;
  Path: string;
  PolicyDocument: PolicyDocument;
  Roles?: string[];
}

interface Role {
  RoleName: string;
  AssumeRolePolicyDocument: PolicyDocument;
  PermissionsBoundary?: string;
}

/** Deploys a template in thought: conditions decided, functions worked out. Throws at a function that it does not know. */
export function deployed(text: string, accountId: string, parameters: Record<string, string> = {}): Deployed {
  const template = parse(text) as Record<"Parameters" | "Conditions" | "Resources", Record<string, Json>>;
  const nothing = Symbol("AWS::NoValue");
  const arns = new Map<string, string>();

  function value(from: unknown): unknown {
    if (Array.isArray(from)) return from.map(value).filter((entry) => entry !== nothing);
    if (typeof from !== "object" || from === null) return from;
    const [[name, argument] = ["", undefined], ...others] = Object.entries(from) as [string, unknown][];
    if (others.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) return worked(name, argument);
    return Object.fromEntries(
      Object.entries(from as Json).flatMap(([key, entry]) => {
        const result = value(entry);
        return result === nothing ? [] : [[key, result]];
      }),
    );
  }

  function worked(name: string, argument: unknown): unknown {
    if (name === "Ref") return reference(String(argument));
    if (name === "Fn::Sub")
      return String(argument).replace(/\$\{(!?)([^}]+)\}/gu, (_, escaped, inner: string) =>
        escaped === "!" ? `\${${inner}}` : String(reference(inner)),
      );
    const list = argument as unknown[];
    if (name === "Fn::If") return value(holds(template.Conditions[String(list[0])]) ? list[1] : list[2]);
    throw new Error(`The function ${name} is not known here`);
  }

  function reference(name: string): unknown {
    if (name === "AWS::AccountId") return accountId;
    if (name === "AWS::NoValue") return nothing;
    const parameter = template.Parameters[name];
    if (parameter !== undefined) return parameters[name] ?? parameter["Default"];
    const resource = template.Resources[name];
    if (resource === undefined) throw new Error(`Nothing is called ${name}`);
    return arns.get(name) ?? (resource["Properties"] as Json)["RoleName"];
  }

  function holds(condition: unknown): boolean {
    const [name, list] = Object.entries(condition as Record<string, unknown[]>)[0]!;
    if (name === "Fn::Equals") return value(list[0]) === value(list[1]);
    if (name === "Fn::Not") return !holds(list[0]);
    if (name === "Fn::Or") return list.some(holds);
    throw new Error(`The condition ${name} is not known here`);
  }

  const made = Object.entries(template.Resources).filter(
    ([, { Condition: name }]) => name === undefined || holds(template.Conditions[name as string]),
  );
  const ofType = (type: string) => made.filter(([, resource]) => resource["Type"] === type);
  for (const [name, resource] of ofType("AWS::IAM::ManagedPolicy")) {
    const { Path, ManagedPolicyName } = resource["Properties"] as Policy;
    arns.set(name, `arn:aws:iam::${accountId}:policy${Path}${ManagedPolicyName}`);
  }
  const policies = ofType("AWS::IAM::ManagedPolicy").map(
    ([name, { Properties }]) => [arns.get(name)!, value(Properties) as Policy] as const,
  );
  const documents = new Map(policies.map(([arn, policy]) => [arn, policy.PolicyDocument]));
  const roles = ofType("AWS::IAM::Role").map(([, { Properties }]) => value(Properties) as Role);
  return {
    policies: documents,
    roles: new Map(
      roles.map((role) => [
        role.RoleName,
        {
          trust: role.AssumeRolePolicyDocument,
          identity: policies.flatMap(([, policy]) =>
            policy.Roles?.includes(role.RoleName) === true ? [policy.PolicyDocument] : [],
          ),
          boundary: role.PermissionsBoundary === undefined ? null : documents.get(role.PermissionsBoundary)!,
        },
      ]),
    ),
  };
}
