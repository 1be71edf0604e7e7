import { type ActionsByType, of } from "./type-actions.ts";

const organizations = (names: string) => of("organizations", names);
const looksAt = (names: string) => ({ create: [], read: organizations(names), update: [], delete: [] });

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html */
export const organizationTypes: ActionsByType = {
  "aws:organizations/getOrganization:getOrganization": looksAt(
    "DescribeOrganization ListAWSServiceAccessForOrganization ListAccounts ListRoots",
  ),
  "aws:organizations/getOrganizationalUnits:getOrganizationalUnits": looksAt("ListOrganizationalUnitsForParent"),
  "aws:organizations/policy:Policy": {
    create: organizations("CreatePolicy TagResource"),
    read: organizations("DescribePolicy ListPolicies ListTagsForResource"),
    update: organizations("TagResource UntagResource UpdatePolicy"),
    delete: organizations("DeletePolicy"),
  },
  "aws:organizations/policyAttachment:PolicyAttachment": {
    create: organizations("AttachPolicy"),
    read: organizations("ListTargetsForPolicy"),
    update: [],
    delete: organizations("DetachPolicy"),
  },
};
