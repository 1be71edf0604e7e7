import type { Party } from "../iam/danger/parties.ts";

/**
 * The accounts by which Elastic Load Balancing writes its access logs, in the Regions that are older than its service
 * principal; as of 2026-11-29.
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html
 */
const accounts: ReadonlySet<string> = new Set([
  ...["127311923021", "033677994240", "027434742980", "797873946194", "098369216593", "985666609251", "054676820928"],
  ...["156460612806", "652711504416", "635631232127", "009996457667", "897822967062", "754344448648", "582318560864"],
  ...["600734575887", "383597477331", "114774131450", "783225319266", "589379963580", "718504428378", "076674570225"],
  ...["507241528517", "048591011584", "190560391635", "638102146993", "037604701340"],
]);

/** Whether it is Elastic Load Balancing that writes its logs, and does no more. */
export function isLoadBalancing({ account, statement: { action } }: Party): boolean {
  const writes = !action.not && action.items.every((item) => item === "s3:putobject" || item === "s3:getbucketacl");
  return writes && account !== undefined && accounts.has(account);
}
