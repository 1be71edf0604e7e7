import type { PolicyDocument } from "../../../iam/document.ts";
import type { Diagnostic } from "../../../model/diagnostics.ts";
import { Findings } from "../../../model/findings.ts";
import type { Bearer } from "../../../model/grants/bearer.ts";
import { documentOf } from "../../../model/grants/statements.ts";
import type { Denial, Grant } from "../../../model/sections/permissions.ts";

/** Somebody in Production, where the policy `ceiling` serves as a permissions boundary. */
export function holder(partition = "aws"): Bearer {
  const ids: Record<string, string> = { Production: "444455556666", DevOps: "333344445555" };
  const ceiling = (account: string): string => `arn:${partition}:iam::${ids[account] ?? ""}:policy/ceiling`;
  return {
    partition,
    homeRegion: "eu-central-1",
    accounts: ["Production"],
    accountsIn: (selector) => (typeof selector === "string" ? [selector] : []),
    place: (account, region) => ({
      partition,
      accountId: ids[account] ?? "",
      region,
      boundaryArns: account === "Production" ? [ceiling(account)] : [],
    }),
    boundaryArn: (_, account) => ceiling(account),
  };
}

/** The document that grants and denials make, and what is wrong with them. */
export function documentFor(
  allow: Grant[],
  deny: Denial[] = [],
  bearer = holder(),
): { document: PolicyDocument | undefined; diagnostics: Diagnostic[] } {
  const findings = new Findings(new Map());
  const { document } = documentOf({ allow, deny }, [], ["workloads", "web"], bearer, findings);
  return { document, diagnostics: findings.diagnostics };
}
