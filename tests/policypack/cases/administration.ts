import type { Case } from "../cases.ts";
import { notKnown, type Given } from "../judge.ts";

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const management = "111122223333";
const delegated = "222233334444";
const accounts = { managementAccount: management, delegatedAdministrators: [delegated] };
const told = (more: object = {}) => ({ config: { "sso-management": { ...accounts, ...more } } });

const set = (name: string): Given => ({
  type: "aws:ssoadmin/permissionSet:PermissionSet",
  name,
  props: { name, arn: notKnown },
});
const has = (policy: string, name = "Repairs"): Given => ({
  type: "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
  name: "policies",
  props: { permissionSetArn: notKnown, managedPolicyArns: [managed(policy)] },
  from: { permissionSetArn: [name] },
});
const inline = (statement: object): Given => ({
  type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
  name: "inline",
  props: {
    permissionSetArn: notKnown,
    inlinePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  },
  from: { permissionSetArn: ["Repairs"] },
});
const to = (targetId: string, principalId: unknown = "group-1"): Given => ({
  type: "aws:ssoadmin/accountAssignment:AccountAssignment",
  name: "assignment",
  props: { permissionSetArn: notKnown, principalId, principalType: "GROUP", targetId, targetType: "AWS_ACCOUNT" },
  from: { permissionSetArn: ["Repairs"] },
});
const repairs = (policy: string, ...more: Given[]): Given[] => [set("Repairs"), has(policy), ...more];
const member = "AWSSSOMemberAccountAdministrator";

export const administrationCases: Record<string, Case[]> = {
  "sso-management": [
    ...[member, "AWSSSOMasterAccountAdministrator", "AWSSSODirectoryAdministrator", "AWSOrganizationsFullAccess"].map(
      (policy): Case => ({
        title: `a set with ${policy}`,
        program: repairs(policy),
        expected: ["mandatory"],
        says: /administers Identity Center or the organization/,
      }),
    ),
    {
      title: "a set of another program with such a policy",
      program: [
        {
          type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
          name: "p",
          props: { permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1", managedPolicyArn: managed(member) },
        },
      ],
      pack: told({ administratorSets: ["ps-1"] }),
      expected: ["mandatory"],
    },
    {
      title: "an IAM group with such a policy",
      program: [
        {
          type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
          name: "p",
          props: { group: "DevOps-Admin", policyArn: managed("AWSOrganizationsFullAccess") },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "a set that is listed, whatever another's logical name",
      program: [...repairs(member), { ...set("Other"), name: "Other" }],
      pack: told({ administratorSets: ["Repairs"] }),
      expected: [],
    },
    {
      title: "a set that is only called so in the program",
      program: [{ ...set("Other"), name: "Repairs" }, has(member)],
      pack: told({ administratorSets: ["Repairs"] }),
      expected: ["mandatory"],
    },
    ...["AWSSSOReadOnly", "AWSOrganizationsReadOnlyAccess", "PowerUserAccess", "SecurityAudit"].map((policy): Case => ({
      title: `a set with ${policy}`,
      program: repairs(policy),
      pack: told(),
      expected: [],
    })),
    {
      title: "PowerUserAccess where the administration of Identity Center is delegated",
      program: repairs("PowerUserAccess", to(delegated)),
      pack: told(),
      expected: ["mandatory"],
      says: /administers Identity Center, by "Repairs"/,
    },
    {
      title: "PowerUserAccess there, denied to administer",
      program: repairs(
        "PowerUserAccess",
        inline({ Effect: "Deny", Action: ["sso:*", "sso-directory:*", "identitystore:*"], Resource: "*" }),
        to(delegated),
      ),
      pack: told(),
      expected: [],
    },
    {
      title: "PowerUserAccess in another account",
      program: repairs("PowerUserAccess", to("333344445555")),
      pack: told(),
      expected: [],
    },
    {
      title: "PowerUserAccess where nobody says which accounts",
      program: repairs("PowerUserAccess", to(management)),
      expected: [],
    },
    {
      title: "a set that changes one thing in the management account",
      program: [
        set("Repairs"),
        inline({ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::reports/*" }),
        to(management),
      ],
      pack: told(),
      expected: ["mandatory"],
      says: /change things in the management account/,
    },
    ...["ReadOnlyAccess", "AWSBillingReadOnlyAccess", "job-function/ViewOnlyAccess"].map((policy): Case => ({
      title: `${policy} in the management account`,
      program: repairs(policy, to(management)),
      pack: told(),
      expected: [],
    })),
    {
      title: "a listed set for a listed group in the management account",
      program: repairs(member, to(management)),
      pack: told({ administratorSets: ["Repairs"], administratorGroups: ["group-1"] }),
      expected: [],
    },
    {
      title: "a listed set for another group",
      program: repairs(member, to(delegated, "group-2")),
      pack: told({ administratorSets: ["Repairs"], administratorGroups: ["group-1"] }),
      expected: ["mandatory"],
    },
    {
      title: "a listed set for a group that is not known yet",
      program: repairs(member, to(delegated, notKnown)),
      pack: told({ administratorSets: ["Repairs"], administratorGroups: ["group-1"] }),
      expected: ["mandatory"],
    },
    {
      title: "a set with a policy of another program in the management account",
      program: repairs(
        "ReadOnlyAccess",
        {
          type: "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
          name: "customer",
          props: { permissionSetArn: notKnown, customerManagedPolicyReference: { name: "elsewhere" } },
          from: { permissionSetArn: ["Repairs"] },
        },
        to(management),
      ),
      pack: told(),
      expected: ["advisory"],
    },
    {
      title: "a policy of AWS that is newer than the table, in the management account",
      program: repairs("AWSNewAndUnheardOf", to(management)),
      pack: told(),
      expected: ["mandatory"],
    },
    {
      title: "a set of another program in the management account",
      program: [
        {
          ...to(management),
          props: { ...to(management).props, permissionSetArn: "arn:aws:sso:::permissionSet/i/ps-1" },
        },
      ],
      pack: told(),
      expected: ["advisory"],
    },
  ],
};
