import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesOrganization as changes, reads } from "../operation.ts";
import type { Operation } from "../world.ts";
import * as account from "./account.ts";
import * as service from "./service-access.ts";
import * as unit from "./organizational-unit.ts";
import * as policy from "./policy.ts";
import * as attachment from "./policy-attachment.ts";
import * as tag from "./tag.ts";

export const organizations = {
  DescribeOrganization: reads(account.describeOrganization),
  ListRoots: reads(unit.listRoots),
  ListOrganizationalUnitsForParent: reads(unit.listOrganizationalUnitsForParent),
  DescribeOrganizationalUnit: reads(unit.describeOrganizationalUnit),
  ListAccounts: reads(account.listAccounts),
  ListAccountsForParent: reads(account.listAccountsForParent),
  ListParents: reads(account.listParents),
  DescribeAccount: reads(account.describeAccount),
  ListTagsForResource: reads(tag.listTagsForResource),
  ListDelegatedAdministrators: reads(account.listDelegatedAdministrators),
  ListAWSServiceAccessForOrganization: reads(account.listAWSServiceAccessForOrganization),
  EnableAWSServiceAccess: changes(service.enableAWSServiceAccess),
  DisableAWSServiceAccess: changes(service.disableAWSServiceAccess),
  RegisterDelegatedAdministrator: changes(service.registerDelegatedAdministrator),
  DeregisterDelegatedAdministrator: changes(service.deregisterDelegatedAdministrator),
  CreatePolicy: changes(policy.createPolicy),
  DescribePolicy: reads(policy.describePolicy),
  UpdatePolicy: changes(policy.updatePolicy),
  DeletePolicy: changes(policy.deletePolicy),
  ListPolicies: reads(policy.listPolicies),
  AttachPolicy: changes(attachment.attachPolicy),
  DetachPolicy: changes(attachment.detachPolicy),
  ListTargetsForPolicy: reads(attachment.listTargetsForPolicy),
  ListPoliciesForTarget: reads(attachment.listPoliciesForTarget),
  TagResource: changes(tag.tagResource),
  UntagResource: changes(tag.untagResource),
} satisfies Record<(typeof serviceOperations)["organizations"][number], Operation>;
