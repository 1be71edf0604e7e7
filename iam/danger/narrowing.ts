import { action as lookUp } from "../catalogue/actions.ts";
import { guarantees, presences } from "../guarantee.ts";
import type { ConditionTest } from "../normalize.ts";

/**
 * Whether a condition narrows what an action can do its thing to: by a tag of the resource, by a tag that what is made
 * has to have, or by a key of the action's own service. Where the call comes from, when, with which device and through
 * which connection says nothing of that. That a tag is there, with any value, narrows only where its name holds the domain
 * of the software that sets it.
 */
export function narrows(condition: readonly ConditionTest[], action: string): boolean {
  if (condition.length === 0) return false;
  const service = action.slice(0, action.indexOf(":"));
  if (presences(condition).some((key) => isOwnTag(key, service))) return true;
  return guarantees(condition).some(({ key, values, wildcards }) => {
    if (wildcards && values.some((value) => !/[^*?:/]/.test(value))) return false;
    if (/^aws:(resourcetag|requesttag)\/./.test(key)) return true;
    if (key.startsWith(`${service}:resourcetag/`)) return true;
    if (key.startsWith("aws:") || !key.includes(":")) return false;
    if (tellsNothing.test(key)) return false;
    // `*.amazonaws.com` is every service, `alias/*` every alias.
    if (key === "kms:viaservice" && wildcards && values.some((value) => /^[*?]/.test(value))) return false;
    if (wildcards && values.some((value) => /^alias\/[*?]+$/.test(value))) return false;
    return keysOf(action).some((known) => known === key || (/[:/]$/.test(known) && key.startsWith(known)));
  });
}

/**
 * Whether a key is that of a tag which one software sets on what it makes, as `elbv2.k8s.aws/cluster`: unlike `team`, it
 * is on nothing else. The tags of the EBS CSI driver have no domain.
 * Sources: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/ and
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicy.html
 */
function isOwnTag(key: string, service: string): boolean {
  const [kind = "", domain = "", name] = key.split("/");
  const isTag = ["aws:resourcetag", "aws:requesttag", `${service}:resourcetag`].includes(kind);
  if (isTag && ["csivolumename", "csivolumesnapshotname"].includes(domain)) return true;
  return isTag && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) && name !== undefined;
}

/** The keys that an action carries, in lower case; of those with a name in them, such as of tags, the beginning. */
function keysOf(action: string): string[] {
  return (lookUp(action)?.conditionKeys ?? []).map((key) => key.toLowerCase().replace(/(\$\{|<).*$/, ""));
}

/**
 * Keys of services that are about the connection or the form of the request, or the same for all of an account, by what
 * AWS's Service Authorization Reference says of them.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const tellsNothing = new RegExp(
  `^(${[
    ...["s3:(tlsversion|signatureversion|signatureage|authtype|x-amz-.*|resourceaccount)", "ec2:(region|encrypted)"],
    ...[
      "ec2:(metadata.*|instancetype|tenancy|ebsoptimized|volumetype|volumesize)",
      "kms:calleraccount",
      "iam:passedtoservice",
    ],
    ...["secretsmanager:(versionstage|versionid|recoverywindowindays|forcedeletewithoutrecovery|modifyrotationrules)"],
    ...["kms:(encryptionalgorithm|signingalgorithm|messagetype|keyspec|keyusage|keyorigin|multiregion.*)"],
    ...["dynamodb:(select|returnvalues|returnconsumedcapacity|fulltablescan)", "ssm:(recursive|overwrite|policies)"],
    ...[
      "ecs:(enable-execute-command|privileged|task-cpu|task-memory|compute-compatibility)",
      "ec2:availabilityzone(id)?",
    ],
    ...[
      "route53:changeresourcerecordsetsactions",
      "s3:(versionid|locationconstraint|object-lock-.*|if-.*|requestobjecttag.*)",
      "lambda:functionurlauthtype",
    ],
    ...["sts:(externalid|rolesessionname|sourceidentity)", "ses:apiversion", "rds:(storageencrypted|databaseclass)"],
  ].join("|")})$`,
);
