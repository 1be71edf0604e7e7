import type { Holder } from "../iam/danger/verdict.ts";
import { readingOf } from "./reading.ts";

/** A managed policy that a resource attaches, and to whom. */
export interface Attachment {
  property: string;
  /** `unknown` where it is not known yet. */
  arn: unknown;
  holder: Holder;
}

type Read = (props: Readonly<Record<string, unknown>>) => [property: string, holder: Holder][];

const one =
  (property: string, holder: Holder): Read =>
  () => [[property, holder]];

const places: Readonly<Record<string, Read>> = {
  "aws:iam/role:Role": (props) => [["managedPolicyArns", whoTakesOn(props["assumeRolePolicy"])]],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": one("policyArn", "workloads"),
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": one("policyArns", "workloads"),
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": one("policyArn", "people"),
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": one("policyArns", "people"),
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": one("policyArn", "people"),
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": one("policyArns", "people"),
  "aws:iam/policyAttachment:PolicyAttachment": ({ roles }) => [
    ["policyArn", Array.isArray(roles) && roles.length > 0 ? "workloads" : "people"],
  ],
  "aws:quicksight/iamPolicyAssignment:IamPolicyAssignment": one("policyArn", "people"),
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": one("managedPolicyArn", "people"),
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": one(
    "managedPolicyArns",
    "people",
  ),
};

/** The types whose resources attach managed policies. */
export const attachingTypes: readonly string[] = Object.keys(places);

/** What a resource attaches. */
export function attachmentsOf(type: string, props: Readonly<Record<string, unknown>>): Attachment[] {
  return (places[type]?.(props) ?? []).flatMap(([property, holder]) => {
    const value = props[property];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [{ property, arn: value, holder }];
    return value.map((arn: unknown, at) => ({ property: `${property}[${at}]`, arn, holder }));
  });
}

/** A role that people sign in to through their identity provider is theirs; any other is taken for software's. */
function whoTakesOn(trust: unknown): Holder {
  const { statements } = readingOf(trust, "trust");
  const principals = statements.flatMap(({ principal }) => principal?.items ?? []);
  return principals.length > 0 && principals.every(({ value }) => value.includes(":saml-provider/"))
    ? "people"
    : "workloads";
}
