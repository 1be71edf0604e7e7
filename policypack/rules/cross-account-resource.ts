import { parties, sourceParties, type Party } from "../../iam/danger/parties.ts";
import { parseArn } from "../../iam/arn.ts";
import { checkDocuments } from "../document-check.ts";
import { typesHolding } from "../documents.ts";
import { queueExample } from "../example.ts";
import { fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Context, Finding, Rule } from "../rule.ts";
import { isLoadBalancing } from "../load-balancing.ts";
import { sharedTypes, sharesOf } from "../shares.ts";
import { type Named, nameOf, standingOf } from "../standing.ts";
import { placeOf } from "../statement-place.ts";

const permission = "aws:lambda/permission:Permission";

const orders = (account: string) => queueExample({ AWS: `arn:aws:iam::${account}:role/web` });

/** No resource lets in an account outside the organization but those of third parties. */
export const crossAccountResource: Rule = {
  name: "cross-account-resource",
  description: "No policy of a resource lets in an account or organization that is neither own nor a third party's.",
  level: "mandatory",
  severity: "high",
  requirements: [fsbp("S3.6")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html",
  remediation: "Name an own account's role, or list the third party in `trustedThirdParties` of trust-account.",
  why:
    "What the other account does with what it may read or write, nobody here decides. Judged alike are shares (grants of keys, images, " +
    "snapshots, documents, layers, resource shares) and the accounts on whose behalf a service may act. Where the pack is not told which accounts " +
    "are one's own (`ownAccounts` of trust-account), an account that is not the resource's own, as the ARN in Resource spells it, is " +
    "advice. The accounts of Elastic Load Balancing, which AWS has one name for its logs, pass. Canonical user ids are not judged.",
  bad: orders("555566667777"),
  good: orders("111122223333"),
  parameters: [],
  types: [...new Set([...typesHolding("resource"), ...sharedTypes, permission])],
  *check(resource, context) {
    const { type, props } = resource;
    if (type === permission) yield* judgePermission(props, context);
    for (const { property, to } of sharesOf(type, props)) {
      if (to === unknown) yield { unknown: property };
      else if (to !== "everybody" && standingOf(to, context.parameters) === "stranger")
        yield finding(to, property, "stranger");
    }
    yield* checkDocuments("cross-account-resource", "resource", [resource, context], function* (statements, property) {
      for (const party of [...parties(statements), ...sourceParties(statements)]) {
        const standing = standingOf(party, context.parameters);
        if (typeof standing === "object" || standing === "own" || isLoadBalancing(party)) continue;
        if (standing === "unknown" && !isElsewhere(party)) continue;
        yield finding(party, placeOf(property, party.statement, "Principal and Condition"), standing);
      }
    });
  },
};

/** Whether the resource's ARN has an account, and another than the party's. */
function isElsewhere({ account, statement: { resource } }: Party): boolean {
  const homes = (resource?.items ?? [])
    .map((item) => parseArn(item)?.account ?? "")
    .filter((one) => /^\d{12}$/.test(one));
  return account !== undefined && homes.length > 0 && !homes.includes(account);
}

function* judgePermission(
  { principal, principalOrgId, sourceAccount, sourceArn }: Readonly<Record<string, unknown>>,
  { parameters }: Context,
): Iterable<Finding> {
  if (principal === unknown) yield { unknown: "principal" };
  if (typeof principal !== "string") return;
  const source = typeof sourceAccount === "string" ? sourceAccount : parseArn(String(sourceArn))?.account;
  if (source !== undefined && /^\d{12}$/.test(source)) {
    const party = {
      named: `${principal} on behalf of account ${source}`,
      account: source,
      organizations: [],
      whole: false,
    };
    if (standingOf(party, parameters) === "stranger") yield finding(party, "sourceArn", "stranger");
  }
  const account = /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?:$|:)/.exec(principal)?.[1];
  const organizations = typeof principalOrgId === "string" && principalOrgId.startsWith("o-") ? [principalOrgId] : [];
  if (account === undefined && (principal !== "*" || organizations.length === 0)) return;
  const whole = /^(\d+|\*|.*:root)$/.test(principal);
  const party = { named: principal, ...(account !== undefined && { account }), organizations, whole };
  if (standingOf(party, parameters) === "stranger") yield finding(party, "principal", "stranger");
}

function finding(party: Named, where: string, standing: "stranger" | "unknown"): Finding {
  return {
    who: `Another account gets at this resource: ${nameOf(party)}.`,
    where,
    why:
      standing === "stranger"
        ? "it is neither one of the own accounts nor a listed third party."
        : "it is not the resource's own account; the pack was not told which accounts are one's own.",
    instead:
      '"Principal": {"AWS": "arn:aws:iam::OWN-ACCOUNT:role/ROLE"}; an own account stands in `ownAccounts` of the rule ' +
      "trust-account's configuration, somebody else's in `trustedThirdParties`.",
    ...(standing === "unknown" && { advisory: true }),
  };
}
