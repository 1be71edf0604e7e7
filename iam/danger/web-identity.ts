import { parseArn } from "../arn.ts";
import { unknownText } from "../document.ts";
import { guarantees } from "../guarantee.ts";
import type { NormalStatement } from "../normalize.ts";
import { isAbout } from "./left.ts";

/** A statement of a trust policy that takes on trust more of an identity provider than one subject. */
export interface LooseSubject {
  statement: NormalStatement;
  /** Such as `token.actions.githubusercontent.com`; of a provider that is not known yet, as its condition has it. */
  issuer: string;
  /** What the condition does not pin. */
  missing: "audience" | "subject";
}

/**
 * The statements that trust an OpenID Connect provider without pinning for whom its tokens are made out (`aud`) and to
 * whom (`sub`). A subject is pinned by its text before the first wildcard, which has to name an organization or project
 * to its end: `repo:acme/*` does, `repo:acme*` and `*:ref:refs/heads/main` do not.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_secure-by-default.html and
 * https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export function looseSubjects(statements: readonly NormalStatement[]): LooseSubject[] {
  return statements.flatMap((statement) => {
    const { effect, principal } = statement;
    if (effect !== "Allow" || principal === undefined || principal.not) return [];
    if (!isAbout(statement, "sts:assumerolewithwebidentity")) return [];
    return principal.items.flatMap(({ type, value }): LooseSubject[] => {
      const issuer = type === "Federated" ? issuerOf(value, statement) : undefined;
      if (issuer === undefined || statement.condition.some(({ key }) => key === unknownText)) return [];
      if (!pinsAudience(issuer, statement)) return [{ statement, issuer, missing: "audience" }];
      return pinsSubject(issuer, statement) ? [] : [{ statement, issuer, missing: "subject" }];
    });
  });
}

function issuerOf(provider: string, { condition }: NormalStatement): string | undefined {
  if (provider === unknownText) {
    const issuers = condition.map(({ key }) => /^(.+):(?:aud|oaud|sub|amr|app_id)$/i.exec(key)?.[1]);
    return issuers.find((issuer) => issuer !== undefined) ?? "its provider";
  }
  const resource = parseArn(provider)?.resource;
  if (resource === undefined) return provider === "*" ? undefined : provider;
  return /^oidc-provider\/(.+)$/.exec(resource)?.[1];
}

function pinsAudience(issuer: string, { condition }: NormalStatement): boolean {
  const names = appIssuers.includes(issuer) ? ["app_id"] : ["aud", "oaud"];
  return guarantees(condition).some(
    ({ key, values, wildcards }) =>
      names.some((name) => key === `${issuer}:${name}`.toLowerCase()) &&
      values.every((value) => !wildcards || !/^[*?]/.test(value)),
  );
}

function pinsSubject(issuer: string, { condition }: NormalStatement): boolean {
  // Whoever signs in to an app of one's own: AWS knows no further subject that would be the same for all of its users.
  if (appIssuers.includes(issuer)) return true;
  return guarantees(condition).some(({ key, values }) => {
    const name = key.startsWith(`${issuer.toLowerCase()}:`) ? key.slice(issuer.length + 1) : undefined;
    if (issuer === "cognito-identity.amazonaws.com" && name === "amr")
      return values.every((value) => /^authenticated/.test(value));
    if (name === undefined || !subjects.includes(name)) return false;
    return values.every((value) => (name === "sub" ? pins(value, issuer) : /^[^*?]+([/:@]|[^*?]$)/.test(value)));
  });
}

const appIssuers = ["graph.facebook.com", "www.amazon.com"];

/**
 * Claims that say who it is, of those that AWS hands on.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const subjects = [
  ...["sub", "repository", "repository_id", "repository_owner_id", "job_workflow_ref", "id", "user_id"],
  ...["project_id", "project_path", "namespace_id", "email"],
];

/** A star counts as one under operators too that take it literally: its author meant what no operator would hold to. */
function pins(value: string, issuer: string): boolean {
  if (value === unknownText) return true;
  // Everybody on GitHub may have a workflow, an environment or a branch of any name.
  if (issuer.startsWith(github) && !/^(repo(sitory(_id|_owner|_owner_id)?)?|job_workflow_ref|enterprise):/.test(value))
    return false;
  const wildcard = value.search(/[*?]/);
  if (wildcard < 0) return value !== "";
  const start = value.slice(0, wildcard);
  const whole = start.split(/[:/]/).slice(0, -1);
  if (whole.includes("")) return false;
  // An id of a workspace, a repository or a project, which nobody chooses; a brace ends one as a colon does.
  if (/^(\{[0-9a-f-]{20,}\}|[0-9a-f-]{20,}[:/])/i.test(start)) return true;
  return whole.length > (sameForAll[whole[0] ?? ""] ?? 1);
}

const github = "token.actions.githubusercontent.com";

/** How many words of a subject are the same for all that have one, by its first: of Kubernetes, of Pulumi Cloud. */
const sameForAll: Readonly<Record<string, number>> = { system: 2, pulumi: 3 };
