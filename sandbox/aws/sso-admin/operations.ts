import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { reads, type Run } from "../operation.ts";
import { documents, type Operation, type World } from "../world.ts";
import * as attributes from "./access-control-attributes.ts";
import * as assignment from "./account-assignment.ts";
import * as instance from "./instance.ts";
import * as policy from "./permission-set-policy.ts";
import * as permissionSet from "./permission-set.ts";
import * as provisioning from "./provisioning.ts";

const changes = (run: Run): Operation => ({ run, changes: () => [documents.identityCenter] });

/** What reaches into accounts changes IAM there too. */
const reaches = (run: Run, accounts: (input: never, world: World) => string[]): Operation => ({
  run,
  changes: (input, world) => {
    const reached = accounts(input, world).filter((id) => world.iamOf(id) !== undefined);
    return [documents.identityCenter, ...reached.map(documents.iam)];
  },
});
const target = ({ TargetId }: { TargetId: string }) => [TargetId];

export const ssoAdmin = {
  ListInstances: reads(instance.listInstances),
  DescribeInstance: reads(instance.describeInstance),

  CreatePermissionSet: changes(permissionSet.createPermissionSet),
  DescribePermissionSet: reads(permissionSet.describePermissionSet),
  UpdatePermissionSet: changes(permissionSet.updatePermissionSet),
  DeletePermissionSet: changes(permissionSet.deletePermissionSet),
  ListPermissionSets: reads(permissionSet.listPermissionSets),
  TagResource: changes(permissionSet.tagResource),
  UntagResource: changes(permissionSet.untagResource),
  ListTagsForResource: reads(permissionSet.listTagsForResource),

  PutInlinePolicyToPermissionSet: changes(policy.putInlinePolicyToPermissionSet),
  GetInlinePolicyForPermissionSet: reads(policy.getInlinePolicyForPermissionSet),
  DeleteInlinePolicyFromPermissionSet: changes(policy.deleteInlinePolicyFromPermissionSet),
  AttachManagedPolicyToPermissionSet: changes(policy.attachManagedPolicyToPermissionSet),
  DetachManagedPolicyFromPermissionSet: changes(policy.detachManagedPolicyFromPermissionSet),
  ListManagedPoliciesInPermissionSet: reads(policy.listManagedPoliciesInPermissionSet),
  AttachCustomerManagedPolicyReferenceToPermissionSet: changes(
    policy.attachCustomerManagedPolicyReferenceToPermissionSet,
  ),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: changes(
    policy.detachCustomerManagedPolicyReferenceFromPermissionSet,
  ),
  ListCustomerManagedPolicyReferencesInPermissionSet: reads(policy.listCustomerManagedPolicyReferencesInPermissionSet),
  PutPermissionsBoundaryToPermissionSet: changes(policy.putPermissionsBoundaryToPermissionSet),
  GetPermissionsBoundaryForPermissionSet: reads(policy.getPermissionsBoundaryForPermissionSet),
  DeletePermissionsBoundaryFromPermissionSet: changes(policy.deletePermissionsBoundaryFromPermissionSet),

  ProvisionPermissionSet: reaches(provisioning.provisionPermissionSet, provisioning.targets),
  DescribePermissionSetProvisioningStatus: reads(provisioning.describePermissionSetProvisioningStatus),
  ListAccountsForProvisionedPermissionSet: reads(provisioning.listAccountsForProvisionedPermissionSet),
  ListPermissionSetsProvisionedToAccount: reads(provisioning.listPermissionSetsProvisionedToAccount),

  CreateAccountAssignment: reaches(assignment.createAccountAssignment, target),
  DescribeAccountAssignmentCreationStatus: reads(assignment.describeAccountAssignmentCreationStatus),
  DeleteAccountAssignment: reaches(assignment.deleteAccountAssignment, target),
  DescribeAccountAssignmentDeletionStatus: reads(assignment.describeAccountAssignmentDeletionStatus),
  ListAccountAssignments: reads(assignment.listAccountAssignments),

  CreateInstanceAccessControlAttributeConfiguration: changes(
    attributes.createInstanceAccessControlAttributeConfiguration,
  ),
  DescribeInstanceAccessControlAttributeConfiguration: reads(
    attributes.describeInstanceAccessControlAttributeConfiguration,
  ),
  UpdateInstanceAccessControlAttributeConfiguration: changes(
    attributes.updateInstanceAccessControlAttributeConfiguration,
  ),
  DeleteInstanceAccessControlAttributeConfiguration: changes(
    attributes.deleteInstanceAccessControlAttributeConfiguration,
  ),
} satisfies Record<(typeof serviceOperations)["sso-admin"][number], Operation>;
