import type { Analyzer, ArchiveRule } from "../../audit.ts";
import type { ArchiveRule as Written } from "../../sections/archive-rule.ts";
import type { Audit } from "../../sections/audit.ts";
import { daysIn } from "../../values/days.ts";
import { type Scope, accountOf, inOrder, keysOf, named } from "../scope.ts";

/**
 * Access from outside is looked for region by region; which access is unused is the same in every region, so that one
 * analyzer is enough.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-unused.html
 */
export function resolveAnalyzers(scope: Scope, own: NonNullable<Audit["access-analyzer"]>): Analyzer[] {
  const { account } = own;
  const { "external-access": external, "unused-access": unused } = own;
  const analyzer = (kind: string, region: string, rules: Record<string, Written> = {}) => {
    const parts = [["audit"], keysOf(account, accountOf(scope, account)), [kind], [region]];
    const configPath = `audit.access-analyzer.${kind}`;
    return {
      ...named(...parts),
      configPath,
      protect: true as const,
      account,
      region,
      analyzerName: kind,
      archiveRules: inOrder(rules).map(([name, rule]) => resolveRule(name, rule, parts, configPath)),
      tags: {},
    };
  };
  return [
    ...(external === undefined
      ? []
      : regionsInUse(scope).map((region) => ({
          ...analyzer("external-access", region, external["archive-rules"]),
          type: "ORGANIZATION" as const,
        }))),
    ...(unused === undefined
      ? []
      : [
          {
            ...analyzer("unused-access", scope.homeRegion, unused["archive-rules"]),
            type: "ORGANIZATION_UNUSED_ACCESS" as const,
            unusedAccessAge: daysIn(unused.after) ?? 90,
          },
        ]),
  ];
}

/** The home region, and every region that an account names. */
function regionsInUse({ configuration, homeRegion }: Scope): string[] {
  const regions = Object.values(configuration.accounts).flatMap((account) => account.regions ?? []);
  return [...new Set([homeRegion, ...regions])].sort();
}

function resolveRule(name: string, rule: Written, parts: string[][], analyzerPath: string): ArchiveRule {
  const list = (values: string | string[] | undefined): string[] =>
    values === undefined ? [] : typeof values === "string" ? [values] : [...values].sort();
  return {
    ...named(...parts, [name]),
    configPath: `${analyzerPath}.archive-rules.${name}`,
    ruleName: name,
    filters: inOrder(rule.filter).map(([property, wanted]) => ({
      property,
      equals: list(wanted.equals),
      notEquals: list(wanted["not-equals"]),
      contains: list(wanted.contains),
      ...(wanted.exists !== undefined && { exists: wanted.exists }),
    })),
  };
}
