import { founded, management, production, security, type Client, type Output } from "../founded.ts";

/** A virtual organization, and clients of its Identity Center that fill in the instance and wait for requests to end. */
export async function identityCenter() {
  const organization = await founded();
  const { Instances } = await organization.client(
    "sso-admin",
    security,
  )<{
    Instances: { InstanceArn: string; IdentityStoreId: string }[];
  }>("ListInstances");
  const { InstanceArn = "", IdentityStoreId = "" } = Instances[0] ?? {};
  const center =
    (accountId: string, region?: string): Client =>
    <Result = Output>(operation: string, input: Output = {}) =>
      organization.client("sso-admin", accountId, region)<Result>(operation, { InstanceArn, ...input });
  const groups = await organization.client("identitystore", security)<{ Groups: { GroupId: string }[] }>("ListGroups", {
    IdentityStoreId,
  });
  const [developers = "", auditors = ""] = groups.Groups.map(({ GroupId }) => GroupId);

  /** Asks until the request has ended; gives its status. */
  async function ended(by: Client, kind: "Creation" | "Deletion", started: Output): Promise<Output> {
    const { RequestId } = started[`AccountAssignment${kind}Status`] as { RequestId: string };
    const asked = await by(`DescribeAccountAssignment${kind}Status`, {
      [`AccountAssignment${kind}RequestId`]: RequestId,
    });
    return asked[`AccountAssignment${kind}Status`] as Output;
  }

  const assignment = (PermissionSetArn: string, TargetId = production, PrincipalId = developers) => {
    return { PermissionSetArn, TargetId, TargetType: "AWS_ACCOUNT", PrincipalType: "GROUP", PrincipalId };
  };

  const roles = async (accountId = production) => {
    const { Roles } = await organization.client("iam", accountId)<{ Roles: { RoleName: string; Arn: string }[] }>(
      "ListRoles",
      { PathPrefix: "/aws-reserved/" },
    );
    return Roles;
  };

  return {
    ...organization,
    ...{ InstanceArn, IdentityStoreId, developers, auditors, center, assignment, roles },
    delegated: center(security),
    manager: center(management),
    async permissionSet(by: Client, Name: string, more: Output = {}): Promise<string> {
      const made = await by<{ PermissionSet: { PermissionSetArn: string } }>("CreatePermissionSet", { Name, ...more });
      return made.PermissionSet.PermissionSetArn;
    },
    async assign(by: Client, ...of: Parameters<typeof assignment>): Promise<Output> {
      return ended(by, "Creation", await by("CreateAccountAssignment", assignment(...of)));
    },
    async unassign(by: Client, ...of: Parameters<typeof assignment>): Promise<Output> {
      return ended(by, "Deletion", await by("DeleteAccountAssignment", assignment(...of)));
    },
    async provision(by: Client, PermissionSetArn: string, target: Output = { TargetType: "ALL_PROVISIONED_ACCOUNTS" }) {
      const started = await by("ProvisionPermissionSet", { PermissionSetArn, ...target });
      const { RequestId } = started["PermissionSetProvisioningStatus"] as { RequestId: string };
      const input = { ProvisionPermissionSetRequestId: RequestId };
      const asked = await by("DescribePermissionSetProvisioningStatus", input);
      return asked["PermissionSetProvisioningStatus"] as Output;
    },
  };
}
