import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { reads, type Run } from "../operation.ts";
import { documents, type Operation } from "../world.ts";
import * as membership from "./group-membership.ts";
import * as group from "./group.ts";
import * as user from "./user.ts";

const changes = (run: Run): Operation => ({ run, changes: () => [documents.identityStore] });

export const identitystore = {
  CreateGroup: changes(group.createGroup),
  DescribeGroup: reads(group.describeGroup),
  UpdateGroup: changes(group.updateGroup),
  DeleteGroup: changes(group.deleteGroup),
  ListGroups: reads(group.listGroups),
  GetGroupId: reads(group.getGroupId),

  CreateUser: changes(user.createUser),
  DescribeUser: reads(user.describeUser),
  UpdateUser: changes(user.updateUser),
  DeleteUser: changes(user.deleteUser),
  ListUsers: reads(user.listUsers),
  GetUserId: reads(user.getUserId),

  CreateGroupMembership: changes(membership.createGroupMembership),
  DescribeGroupMembership: reads(membership.describeGroupMembership),
  GetGroupMembershipId: reads(membership.getGroupMembershipId),
  ListGroupMemberships: reads(membership.listGroupMemberships),
  DeleteGroupMembership: changes(membership.deleteGroupMembership),
} satisfies Record<(typeof serviceOperations)["identitystore"][number], Operation>;
