import { nearest } from "../../iam/nearest.ts";
import { quotas } from "../quotas.ts";
import type { Stack } from "../stack.ts";
import { text } from "../values/text.ts";

export const raisedQuota = text("What AWS has raised the quota to, in every account.", "25");

/** Checks that each is a quota of the table, and within what AWS grants. */
export function checkRaisedQuotas({ configuration, findings }: Stack): void {
  for (const [name, value] of Object.entries(configuration["raised-quotas"])) {
    const path = ["raised-quotas", name];
    const quota = Object.hasOwn(quotas, name) ? quotas[name as keyof typeof quotas] : undefined;
    if (quota === undefined) {
      const meant = nearest(name, Object.keys(quotas));
      findings.add("unknown-quota", path, {
        message: `No quota is called "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        fix: `Write one of: ${Object.keys(quotas).join(", ")}.`,
        at: "key",
      });
    } else if (!/^\d+$/u.test(value) || Number(value) < quota.standard || Number(value) > quota.most) {
      findings.add("quota-value", path, {
        message: `"${value}": AWS allows ${quota.standard} to ${quota.most} ${quota.what} (${quota.date}).`,
        fix: "Write what AWS has granted.",
      });
    }
  }
}
