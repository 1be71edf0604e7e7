import { fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy changes everything where AWS could restrict it to something. */
export const writeStar = identityRule({
  danger: "write-star",
  description: "No policy changes everything where AWS could restrict it to something.",
  severity: "high",
  requirements: [fsbp("IAM.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  remediation: "Name the resources, or demand a tag of them.",
  why: "One compromised application changes or deletes what others own. Actions that take only `*` pass, and those that AWS's own instructions grant on `*`, such as writing logs and metrics. A condition counts if it narrows what is changed (a tag, a key of the service), not if it is about the connection; that a tag is there at all counts if its name holds a domain, such as `elbv2.k8s.aws/cluster`.",
  bad: { Action: "dynamodb:DeleteTable", Resource: "*" },
  good: { Action: "dynamodb:PutItem", Resource: "arn:aws:dynamodb:eu-central-1:111122223333:table/orders" },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may change everything of everybody: ${listed(actions)}.`,
    why: "one compromised application changes or deletes what others own.",
    instead: 'name the resources by their ARNs, or demand a tag: {"StringEquals": {"aws:ResourceTag/KEY": "VALUE"}}.',
  }),
});
