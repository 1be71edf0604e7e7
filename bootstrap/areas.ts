import { serviceDomain, workloadsPath } from "../model/grants/verb.ts";
import { type Estate, thisAccount } from "./estate.ts";

/** Resource types whose changes concern the same things in AWS. */
export interface Area {
  /** Sid of the statement that allows their changes. */
  sid: string;
  /** Pulumi's tokens. */
  types: readonly string[];
  /** What is changed: ARNs of which the model knows paths or names. */
  resources: (estate: Estate) => string[];
}

/** The order in which the statements stand. */
export const areas: readonly Area[] = [
  {
    sid: "Roles",
    types: [
      "aws:iam/role:Role",
      "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    ],
    resources: ({ roles }) => roles,
  },
  {
    sid: "InstanceProfiles",
    types: ["aws:iam/instanceProfile:InstanceProfile"],
    resources: ({ instanceProfiles }) => instanceProfiles,
  },
  { sid: "Policies", types: ["aws:iam/policy:Policy"], resources: ({ policies }) => policies },
  {
    sid: "IdentityProviders",
    types: ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"],
    resources: ({ identityProviders }) => identityProviders,
  },
  {
    sid: "IdentityCenter",
    types: [
      "aws:ssoadmin/accountAssignment:AccountAssignment",
      "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
      "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes",
      "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
      "aws:ssoadmin/permissionSet:PermissionSet",
      "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
    ],
    resources: ({ partition }) =>
      ["account/*", "instance/*", "permissionSet/*"].map((name) => `arn:${partition}:sso:::${name}`),
  },
  {
    sid: "Directory",
    types: [
      "aws:identitystore/group:Group",
      "aws:identitystore/groupMembership:GroupMembership",
      "aws:identitystore/user:User",
    ],
    resources: () => ["*"],
  },
];

/** Which roles may be handed to which service, in the accounts where something needs it. */
export function passedRoles({
  partition,
}: Estate): { sid: string; types: readonly string[]; roles: string; service: string }[] {
  return [
    {
      sid: "PassRolesToInstances",
      types: ["aws:iam/instanceProfile:InstanceProfile"],
      roles: `arn:${partition}:iam::${thisAccount}:role${workloadsPath}*`,
      service: `ec2.${serviceDomain(partition)}`,
    },
  ];
}
