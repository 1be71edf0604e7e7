import { canonicalDocument } from "../../iam/canonical.ts";
import { documentSize } from "../../iam/document-size.ts";
import type { Statement } from "../../iam/document.ts";
import type { Guardrail, GuardrailTarget } from "../deployment.ts";
import type { GuardedOrganization } from "../grants/guardrail-word.ts";
import { guardrailStatements } from "../grants/guardrail.ts";
import { writtenStatements } from "../grants/statements.ts";
import type { Path } from "../path.ts";
import { attachmentsPerTarget, guardrailSizes } from "../quotas.ts";
import { regionsOf } from "../regions.ts";
import type { Guardrail as Written } from "../sections/guardrails.ts";
import { issuerOf } from "../trust.ts";
import { excepting } from "./guardrail-exceptions.ts";
import { policyReference } from "./policy-arn.ts";
import { type Scope, accountOf, holdsManagement, inOrder, keysOf, named } from "./scope.ts";

/** The guardrails, which only the stack that holds the management account makes. */
export function resolveGuardrails(scope: Scope): Guardrail[] {
  if (!holdsManagement(scope)) return [];
  const { configuration } = scope;
  const organization = guardedOrganization(scope);
  const all = inOrder(configuration.guardrails).flatMap(([key, written]): Guardrail[] => {
    const granted = documentOf(scope, key, written, organization);
    if (granted === undefined) return [];
    return [
      {
        name: key,
        formerly: written.formerly ?? [],
        configPath: `guardrails.${key}`,
        account: configuration.organization["management-account"],
        policyName: key,
        type: written.type === "service-control-policy" ? "SERVICE_CONTROL_POLICY" : "RESOURCE_CONTROL_POLICY",
        ...granted,
        attachments: [...new Set(written.targets)].sort().map((target) => ({
          ...named(keysOf(key, written), namesOf(scope, target)),
          target: targetOf(scope, target),
        })),
        tags: { owner: written.owner },
      },
    ];
  });
  checkNumbers(scope);
  return all;
}

function guardedOrganization(scope: Scope): GuardedOrganization {
  const { configuration, partition, homeRegion, boundaryPolicies } = scope;
  const urls = Object.values(configuration["identity-providers"]).flatMap(({ type, url }) =>
    type === "oidc" && url !== undefined ? [url] : [],
  );
  return {
    id: configuration.organization.id,
    partition,
    regions: regionsOf(partition),
    issuers: [...new Set(urls.map(issuerOf))].sort(),
    anywhere: {
      partition,
      accountId: "*",
      region: homeRegion,
      boundaryArns: boundaryPolicies
        .map((policy) => policyReference(scope, policy))
        .map(({ path, name }) => `arn:${partition}:iam::*:policy${path}${name}`)
        .sort(),
    },
  };
}

function documentOf(
  scope: Scope,
  key: string,
  { type, deny = [], statements, exceptions = {} }: Written,
  organization: GuardedOrganization,
): Pick<Guardrail, "document" | "shortGrants"> | undefined {
  const { findings } = scope;
  const path = ["guardrails", key];
  const kind = type === "service-control-policy" ? "scp" : "rcp";
  const written = deniedOnly(
    scope,
    writtenStatements(statements, kind, [...path, "statements"], scope, findings),
    path,
  );
  const taken = new Set(written.flatMap(({ Sid }) => Sid ?? []));
  const final = (statement: Statement): Statement => excepting(scope, statement, Object.keys(exceptions));
  const shortGrants = guardrailStatements(deny, type, [...path, "deny"], organization, taken, findings).map(
    ({ text, statements }) => ({
      text,
      statements: statements.map((one) => final(kind === "rcp" ? { ...one, Principal: "*" } : one)),
    }),
  );
  const all = [...written.map(final), ...shortGrants.flatMap((grant) => grant.statements)];
  if (all.length === 0) return undefined;
  const document = canonicalDocument({ Version: "2012-10-17", Statement: all });
  const size = documentSize(document, kind);
  if (size > guardrailSizes[type]) {
    findings.add("guardrail-too-large", path, {
      message: `The policy has ${size} characters, without white space; AWS takes ${guardrailSizes[type]}.`,
      fix: "Make two guardrails of it.",
    });
  }
  return { document, shortGrants };
}

function deniedOnly({ findings }: Scope, written: Statement[], path: Path): Statement[] {
  return written.filter(({ Effect }, at) => {
    if (Effect === "Deny") return true;
    findings.add("guardrail-allows", [...path, "statements", at], {
      message: "A guardrail only denies: beside AWS's policy that allows everything, an Allow says nothing.",
      fix: "Turn it into a Deny with NotAction, or delete it.",
    });
    return false;
  });
}

function targetOf(scope: Scope, target: string): GuardrailTarget {
  if (target === "root") return { kind: "root" };
  if (target.startsWith("ou ")) return { kind: "ou", path: target.slice("ou ".length) };
  return { kind: "account", name: target, id: accountOf(scope, target)?.id ?? "" };
}

function namesOf(scope: Scope, target: string): string[] {
  const account = accountOf(scope, target);
  return account === undefined ? [target] : keysOf(target, account);
}

/** Of each target: the policies that AWS itself attaches count, what is inherited does not. */
function checkNumbers({ configuration, findings }: Scope): void {
  const attached = new Map<string, number>();
  for (const [key, { type, targets }] of inOrder(configuration.guardrails)) {
    for (const target of new Set(targets)) {
      const place = `${type} ${target}`;
      const number = (attached.get(place) ?? 1) + 1;
      attached.set(place, number);
      if (number <= attachmentsPerTarget[type]) continue;
      findings.add("too-many-guardrails", ["guardrails", key, "targets", targets.indexOf(target)], {
        message: `With it, ${number} policies of this type would be attached to ${target}, AWS's own among them; AWS takes ${attachmentsPerTarget[type]}.`,
        fix: "Unite guardrails, or attach some of them further up or down.",
      });
    }
  }
}
