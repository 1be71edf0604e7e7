import { shapeFailures } from "./check.ts";
import { externalIds } from "./identitystore/key.ts";
import { textOf } from "./property-values.ts";
import type { Properties } from "./property-values.ts";
import { schema } from "./schema.ts";
import { call, list, regionOf } from "./session.ts";
import { timestamp } from "./state.ts";
import type { Session } from "./session.ts";

type Lookup = (session: Session, args: Properties) => Promise<Properties>;

const getCallerIdentity: Lookup = async (session) => {
  const { Account, Arn, UserId } = await call(session, "sts", "GetCallerIdentity", {});
  return { accountId: String(Account), arn: String(Arn), userId: String(UserId), id: String(Account) };
};

const getPartition: Lookup = (session) => {
  const partition = session.partition;
  const dnsSuffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return Promise.resolve({
    partition,
    dnsSuffix,
    id: partition,
    reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
  });
};

const getInstances: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  type Instance = Record<"InstanceArn" | "IdentityStoreId", string>;
  const instances = await list<Instance>(session, "sso-admin", "ListInstances", {}, "Instances", region);
  return {
    arns: instances.map((instance) => instance.InstanceArn),
    identityStoreIds: instances.map((instance) => instance.IdentityStoreId),
    id: region,
    region,
  };
};

const getGroups: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  const identityStoreId = textOf(args["identityStoreId"]);
  type Group = { GroupId: string; DisplayName?: string; Description?: string; ExternalIds?: unknown };
  const input = { IdentityStoreId: identityStoreId };
  const groups = await list<Group>(session, "identitystore", "ListGroups", input, "Groups", region);
  return {
    groups: groups.map((group) => ({
      groupId: group.GroupId,
      identityStoreId,
      displayName: group.DisplayName ?? "",
      description: group.Description ?? "",
      externalIds: externalIds(group.ExternalIds),
    })),
    identityStoreId,
    region,
  };
};

const getUsers: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  const identityStoreId = textOf(args["identityStoreId"]);
  type User = { UserId: string; UserName?: string; DisplayName?: string; UserStatus?: string; ExternalIds?: unknown };
  const input = { IdentityStoreId: identityStoreId };
  const users = await list<User>(session, "identitystore", "ListUsers", input, "Users", region);
  return {
    users: users.map((user) => ({
      userId: user.UserId,
      identityStoreId,
      userName: user.UserName ?? "",
      displayName: user.DisplayName ?? "",
      userStatus: user.UserStatus ?? "",
      externalIds: externalIds(user.ExternalIds),
    })),
    identityStoreId,
    region,
  };
};

const getGroupMemberships: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  const [identityStoreId, groupId] = [textOf(args["identityStoreId"]), textOf(args["groupId"])];
  type Membership = { MembershipId: string; MemberId: { UserId: string } };
  const input = { IdentityStoreId: identityStoreId, GroupId: groupId };
  const operation = "ListGroupMemberships";
  const found = await list<Membership>(session, "identitystore", operation, input, "GroupMemberships", region);
  return {
    groupMemberships: found.map(({ MembershipId, MemberId }) => ({
      groupId,
      identityStoreId,
      memberId: { userId: MemberId.UserId },
      membershipId: MembershipId,
    })),
    groupId,
    identityStoreId,
    region,
  };
};

const getPermissionSets: Lookup = async (session, args) => {
  const region = regionOf(session, args);
  const InstanceArn = textOf(args["instanceArn"]);
  const operation = "ListPermissionSets";
  const arns = await list<string>(session, "sso-admin", operation, { InstanceArn }, "PermissionSets", region);
  return { arns, id: InstanceArn, instanceArn: InstanceArn, region };
};

type Named = Record<"Id" | "Arn" | "Name", string>;

const getOrganization: Lookup = async (session) => {
  const described = await call(session, "organizations", "DescribeOrganization", {});
  const organization = described["Organization"] as Record<string, string>;
  type Account = Named & Record<"Email" | "JoinedMethod" | "State" | "Status", string> & { JoinedTimestamp: unknown };
  type Root = Named & { PolicyTypes: { Type: string; Status: string }[] };
  const all = <Item>(operation: string, items: string) => list<Item>(session, "organizations", operation, {}, items);
  const services = await all<{ ServicePrincipal: string }>(
    "ListAWSServiceAccessForOrganization",
    "EnabledServicePrincipals",
  );
  const accounts = (await all<Account>("ListAccounts", "Accounts")).map((account) => ({
    ...{ arn: account.Arn, id: account.Id, name: account.Name, email: account.Email },
    ...{ joinedMethod: account.JoinedMethod, joinedTimestamp: timestamp(account.JoinedTimestamp) },
    ...{ state: account.State, status: account.Status },
  }));
  const roots = (await all<Root>("ListRoots", "Roots")).map(({ Arn, Id, Name, PolicyTypes }) => ({
    ...{ arn: Arn, id: Id, name: Name },
    policyTypes: PolicyTypes.map(({ Type, Status }) => ({ type: Type, status: Status })),
  }));
  const managementId = organization["MasterAccountId"] ?? "";
  return {
    ...{ id: organization["Id"] ?? "", arn: organization["Arn"] ?? "", featureSet: organization["FeatureSet"] ?? "" },
    masterAccountArn: organization["MasterAccountArn"] ?? "",
    masterAccountEmail: organization["MasterAccountEmail"] ?? "",
    masterAccountId: managementId,
    masterAccountName: accounts.find(({ id }) => id === managementId)?.name ?? "",
    awsServiceAccessPrincipals: services.map(({ ServicePrincipal }) => ServicePrincipal),
    enabledPolicyTypes: (roots[0]?.policyTypes ?? [])
      .filter(({ status }) => status === "ENABLED")
      .map(({ type }) => type),
    accounts,
    nonMasterAccounts: accounts.filter(({ id }) => id !== managementId),
    roots,
  };
};

const getOrganizationalUnits: Lookup = async (session, args) => {
  const parentId = textOf(args["parentId"]);
  const operation = "ListOrganizationalUnitsForParent";
  const units = await list<Named>(session, "organizations", operation, { ParentId: parentId }, "OrganizationalUnits");
  return { id: parentId, parentId, children: units.map(({ Arn, Id, Name }) => ({ arn: Arn, id: Id, name: Name })) };
};

const getPolicies: Lookup = async (session, args) => {
  const filter = textOf(args["filter"]);
  const policies = await list<{ Id: string }>(session, "organizations", "ListPolicies", { Filter: filter }, "Policies");
  return { id: filter, filter, ids: policies.map(({ Id }) => Id) };
};

/** Every lookup that the sandbox serves. */
const lookups: Record<string, Lookup> = {
  "aws:index/getCallerIdentity:getCallerIdentity": getCallerIdentity,
  "aws:index/getPartition:getPartition": getPartition,
  "aws:ssoadmin/getInstances:getInstances": getInstances,
  "aws:ssoadmin/getPermissionSets:getPermissionSets": getPermissionSets,
  "aws:identitystore/getGroups:getGroups": getGroups,
  "aws:identitystore/getUsers:getUsers": getUsers,
  "aws:identitystore/getGroupMemberships:getGroupMemberships": getGroupMemberships,
  "aws:organizations/getOrganization:getOrganization": getOrganization,
  "aws:organizations/getOrganizationalUnits:getOrganizationalUnits": getOrganizationalUnits,
  "aws:organizations/getPolicies:getPolicies": getPolicies,
};

/** Throws where the lookup or one of its arguments is unknown. */
export async function lookUp(session: Session, token: string, args: Properties): Promise<Properties> {
  const [lookup, described] = [lookups[token], schema.lookups[token]];
  if (lookup === undefined || described === undefined) {
    throw new Error(`unrecognized data function (invoke): ${token}; the sandbox does not serve it`);
  }
  const failures = shapeFailures(described.inputs, args, token);
  if (failures.length > 0) throw new Error(`invoking ${token}: ${failures.join("; ")}`);
  return await lookup(session, args);
}
