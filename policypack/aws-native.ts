import { unknown } from "./known.ts";
import type { ConnectedResource, Resource } from "./resource.ts";

/** A resource of the AWS provider as which one of Cloud Control's is judged. */
interface View {
  type: string;
  /** Its properties, and what Cloud Control calls each. */
  props: Readonly<Record<string, string>>;
  /** Only where this property is there, and no empty list; one for each of its items, where it holds inline policies. */
  where?: string;
  /** The property that refers to the first view. */
  refers?: "policyArn" | "permissionSetArn";
}

const same = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));
const one = (type: string, props: View["props"], more: Omit<View, "type" | "props"> = {}): View => ({
  type: `aws:${type}`,
  props,
  ...more,
});
const inSet = { refers: "permissionSetArn" } as const;

/**
 * By type, in lower case and without the provider.
 * Source: https://www.pulumi.com/registry/packages/aws-native/api-docs/
 */
const views: Readonly<Partial<Record<string, View[]>>> = {
  "iam:role": [
    one("iam/role:Role", {
      name: "roleName",
      assumeRolePolicy: "assumeRolePolicyDocument",
      inlinePolicies: "policies",
      ...same("path", "managedPolicyArns", "permissionsBoundary", "maxSessionDuration"),
    }),
  ],
  "iam:managedpolicy": [
    one("iam/policy:Policy", { name: "managedPolicyName", policy: "policyDocument", ...same("path") }),
    ...["roles", "groups", "users"].map((where) =>
      one("iam/policyAttachment:PolicyAttachment", same(where), { where, refers: "policyArn" }),
    ),
  ],
  "iam:policy": [
    one("iam/rolePolicy:RolePolicy", { role: "roles", policy: "policyDocument" }),
    one("iam/groupPolicy:GroupPolicy", { group: "groups", policy: "policyDocument" }, { where: "groups" }),
    one("iam/userPolicy:UserPolicy", { user: "users", policy: "policyDocument" }, { where: "users" }),
  ],
  "iam:rolepolicy": [one("iam/rolePolicy:RolePolicy", { role: "roleName", policy: "policyDocument" })],
  "iam:userpolicy": [one("iam/userPolicy:UserPolicy", { user: "userName", policy: "policyDocument" })],
  "iam:grouppolicy": [one("iam/groupPolicy:GroupPolicy", { group: "groupName", policy: "policyDocument" })],
  "iam:user": [
    one("iam/user:User", { name: "userName", ...same("path", "permissionsBoundary") }),
    one("iam/userLoginProfile:UserLoginProfile", { user: "userName" }, { where: "loginProfile" }),
    one("iam/userPolicy:UserPolicy", { user: "userName" }, { where: "policies" }),
    one(
      "iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
      { userName: "userName", policyArns: "managedPolicyArns" },
      { where: "managedPolicyArns" },
    ),
    one("iam/userGroupMembership:UserGroupMembership", { user: "userName", groups: "groups" }, { where: "groups" }),
  ],
  "iam:group": [
    one("iam/group:Group", { name: "groupName", ...same("path") }),
    one("iam/groupPolicy:GroupPolicy", { group: "groupName" }, { where: "policies" }),
    one(
      "iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
      { groupName: "groupName", policyArns: "managedPolicyArns" },
      { where: "managedPolicyArns" },
    ),
  ],
  "iam:usertogroupaddition": [one("iam/groupMembership:GroupMembership", { group: "groupName", users: "users" })],
  "iam:accesskey": [one("iam/accessKey:AccessKey", { user: "userName", ...same("status") })],
  "iam:virtualmfadevice": [one("iam/virtualMfaDevice:VirtualMfaDevice", same("virtualMfaDeviceName"))],
  "sso:permissionset": [
    one("ssoadmin/permissionSet:PermissionSet", { arn: "permissionSetArn", ...same("name", "sessionDuration") }),
    one("ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", same("inlinePolicy"), {
      where: "inlinePolicy",
      ...inSet,
    }),
    one(
      "ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
      { managedPolicyArns: "managedPolicies" },
      { where: "managedPolicies", ...inSet },
    ),
    one(
      "ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
      same("customerManagedPolicyReferences"),
      { where: "customerManagedPolicyReferences", ...inSet },
    ),
    one("ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment", same("permissionsBoundary"), {
      where: "permissionsBoundary",
      ...inSet,
    }),
  ],
  "sso:assignment": [
    one(
      "ssoadmin/accountAssignment:AccountAssignment",
      same("permissionSetArn", "principalId", "principalType", "targetId", "targetType"),
    ),
  ],
  "organizations:policy": [one("organizations/policy:Policy", same("content", "type"))],
  "s3:bucketpolicy": [one("s3/bucketPolicy:BucketPolicy", { policy: "policyDocument", ...same("bucket") })],
  "sqs:queuepolicy": [one("sqs/queuePolicy:QueuePolicy", { policy: "policyDocument" })],
  "sns:topicpolicy": [one("sns/topicPolicy:TopicPolicy", { policy: "policyDocument" })],
  "kms:key": [one("kms/key:Key", { policy: "keyPolicy", ...same("bypassPolicyLockoutSafetyCheck") })],
  "secretsmanager:resourcepolicy": [one("secretsmanager/secretPolicy:SecretPolicy", { policy: "resourcePolicy" })],
  "lambda:permission": [
    one("lambda/permission:Permission", {
      function: "functionName",
      ...same("action", "principal", "principalOrgId", "sourceArn", "sourceAccount", "functionUrlAuthType"),
    }),
  ],
  "lambda:url": [one("lambda/functionUrl:FunctionUrl", { authorizationType: "authType" })],
};

const prefix = "aws-native:";

/** Whether a type is Cloud Control's. */
export function isNative(type: string): boolean {
  return type.startsWith(prefix);
}

/**
 * The resources of the AWS provider as which a resource of Cloud Control is judged; each keeps its URN and tells its own type. None
 * where it is of another provider, or holds nothing that is judged so.
 */
export function viewsOf<Judged extends Resource | ConnectedResource>(resource: Judged): Judged[] {
  if (!isNative(resource.type)) return [];
  const found: Judged[] = [];
  for (const { type, props, where, refers } of views[resource.type.slice(prefix.length).toLowerCase()] ?? []) {
    if (where !== undefined && isAbsent(resource.props[where])) continue;
    const [first] = found;
    const seen = Object.entries(props).map(([name, native]): [string, unknown] => [
      name,
      inlined(resource.props[native]),
    ]);
    const about = {
      ...Object.fromEntries(seen.filter(([, value]) => !isAbsent(value))),
      ...(refers !== undefined && { [refers]: refers === "policyArn" ? "" : unknown }),
    };
    const items = where === "policies" ? inlined(resource.props[where]) : undefined;
    for (const more of policiesOf(items))
      found.push({
        ...resource,
        type,
        token: resource.type,
        props: { ...about, ...more },
        ...("sources" in resource && {
          sources: {
            ...Object.fromEntries(
              Object.entries(props).map(([name, native]) => [name, resource.sources[native] ?? []]),
            ),
            ...(refers !== undefined && { [refers]: first === undefined ? [] : [first] }),
          },
        }),
      });
  }
  return found;
}

/** One for each inline policy; where there are none to tell apart, one. */
function policiesOf(items: unknown): Record<string, unknown>[] {
  if (items === undefined) return [{}];
  if (!Array.isArray(items)) return [{ policy: items }];
  return items.map((item: unknown) => ({
    policy: typeof item === "object" && item !== null ? (item as Record<string, unknown>)["policy"] : item,
  }));
}

/** Inline policies hold their documents under another name. */
function inlined(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    typeof item === "object" && item !== null && "policyDocument" in item ? { policy: item.policyDocument } : item,
  );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
