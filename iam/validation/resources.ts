import { parseArn } from "../arn.ts";
import type { Text } from "./json.ts";
import type { Setting } from "./statement.ts";

/**
 * Judges the values of Resource and NotResource. Whether the partition, the region or the account is the right one is
 * not asked here.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function validateResources(resources: Text[], { kind, old, report }: Setting): void {
  for (const { text, path } of resources) {
    if (text === "*" || (kind === "resource" && ofThisApi.test(text))) continue;
    if (!/^arn:/.test(text)) {
      const fix = /^arn:/i.test(text) ? `arn${text.slice(3)}` : undefined;
      report("resource-malformed", path, `A resource is an ARN or "*"; "${text}" is neither.`, fix);
      continue;
    }
    const arn = parseArn(text);
    if (arn === undefined) {
      report(
        "resource-incomplete",
        path,
        `An ARN has six parts, arn:partition:service:region:account:resource; "${text}" has fewer, and AWS takes what is missing for *.`,
      );
      continue;
    }
    if (!/[*?]/.test(arn.partition) && !partitions.has(arn.partition))
      report("resource-malformed", path, `"${arn.partition}" is no partition, in "${text}".`);
    if (!/^[a-z0-9-]+$/.test(arn.service))
      report(
        "resource-malformed",
        path,
        arn.service === ""
          ? `The service of the ARN "${text}" is empty.`
          : `The service of an ARN is written out in lower case, without * and ?: "${text}".`,
      );
    if (/^[0-9]+$/.test(arn.account) && arn.account.length !== 12)
      report("resource-malformed", path, `An account id has twelve digits, not ${arn.account.length}, in "${text}".`);
    if (arn.resource === "") report("resource-incomplete", path, `The last part of the ARN "${text}" is empty.`);
    if (/\$\{/.test(text)) validateVariables(text, path, old, report);
  }
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, and the partitions of AWS's SDKs. */
const partitions: ReadonlySet<string> = new Set([
  ...["aws", "aws-cn", "aws-us-gov", "aws-eusc"],
  ...["aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"],
]);

/**
 * An API's own policy may leave out which API it is.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
const ofThisApi = /^execute-api:\/./;

function validateVariables(text: string, path: Text["path"], old: boolean, report: Setting["report"]): void {
  if (old)
    report(
      "variable-needs-version",
      path,
      `Without Version 2012-10-17, "${text}" is taken literally, not as a variable.`,
    );
  else if (/\$\{[^}]*$/.test(text))
    report("resource-malformed", path, `The variable in "${text}" has no closing brace.`);
}
