import { action as lookUp } from "../catalogue/actions.ts";
import { guarantees } from "../guarantee.ts";
import type { ConditionTest } from "../normalize.ts";

/**
 * Whether a condition narrows what an action can do its thing to: by a tag of the resource, by a tag that what is made
 * has to have, or by a key of the action's own service. Where the call comes from, when, with which device and through
 * which connection says nothing of that.
 */
export function narrows(condition: readonly ConditionTest[], action: string): boolean {
  if (condition.length === 0) return false;
  return guarantees(condition).some(({ key, values, wildcards }) => {
    if (wildcards && values.some((value) => !/[^*?:/]/.test(value))) return false;
    if (/^aws:(resourcetag|requesttag)\/./.test(key)) return true;
    if (key.startsWith(`${action.slice(0, action.indexOf(":"))}:resourcetag/`)) return true;
    if (key.startsWith("aws:") || !key.includes(":")) return false;
    if (tellsNothing.test(key)) return false;
    return keysOf(action).some((known) => known === key || (/[:/]$/.test(known) && key.startsWith(known)));
  });
}

/** The keys that an action carries, in lower case; of those with a name in them, such as of tags, the beginning. */
function keysOf(action: string): string[] {
  return (lookUp(action)?.conditionKeys ?? []).map((key) => key.toLowerCase().replace(/(\$\{|<).*$/, ""));
}

/** Keys of services that are about the connection or the form of the request, or the same for all of an account. */
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
      "s3:(versionid|locationconstraint|object-lock-.*|if-.*)",
      "lambda:functionurlauthtype",
    ],
    ...["sts:(externalid|rolesessionname|sourceidentity)", "ses:apiversion", "rds:(storageencrypted|databaseclass)"],
  ].join("|")})$`,
);
