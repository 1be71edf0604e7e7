import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { credentialsOf } from "../../../sandbox/aws/organization.ts";
import { virtualAws } from "../../../sandbox/aws/virtual-aws.ts";
import { type Organization, management, organization, production } from "../../sandbox/plugin/provider-client.ts";
import { awsContents } from "./aws-contents.ts";

describe("The contents of a virtual AWS", () => {
  let first: Organization;
  let second: string;

  beforeEach(async () => {
    first = await organization();
    second = `${first.directory}-second`;
    cpSync(first.directory, second, { recursive: true });
  });
  afterEach(() => {
    first.remove();
    rmSync(second, { recursive: true });
  });

  const call = async (directory: string, account: string, service: string, operation: string, input: object) => {
    const credentials = credentialsOf(directory, account, "Deploy");
    const aws = virtualAws(directory);
    return await aws({ service, operation, input: { ...input }, credentials, region: "eu-central-1" });
  };
  const inProduction = (directory: string, operation: string, input: object) =>
    call(directory, production, "iam", operation, input);
  const role = async (directory: string, RoleName: string) => {
    const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await inProduction(directory, "CreateRole", { RoleName, AssumeRolePolicyDocument });
  };
  const policy = (directory: string, operation: string, input: object, Action = "s3:GetObject") => {
    const Statement = [{ Effect: "Allow", Action, Resource: "*" }];
    return inProduction(directory, operation, {
      ...input,
      PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
    });
  };
  /** A set that is assigned, in whose role it then lacks or has what was changed last. */
  const set = async (directory: string) => {
    const sso = (operation: string, input: object) => call(directory, management, "sso-admin", operation, input);
    const [instance] = (await sso("ListInstances", {}))["Instances"] as Record<string, string>[];
    const InstanceArn = instance!["InstanceArn"]!;
    const directoryId = { IdentityStoreId: instance!["IdentityStoreId"] };
    const groups = await call(directory, management, "identitystore", "ListGroups", directoryId);
    const PrincipalId = (groups["Groups"] as { GroupId: string }[])[0]!.GroupId;
    const made = await sso("CreatePermissionSet", { InstanceArn, Name: "Developer" });
    const { PermissionSetArn } = made["PermissionSet"] as { PermissionSetArn: string };
    const target = { TargetId: production, TargetType: "AWS_ACCOUNT", PrincipalType: "GROUP", PrincipalId };
    await sso("CreateAccountAssignment", { InstanceArn, PermissionSetArn, ...target });
    return (operation: string, input: object) => sso(operation, { InstanceArn, PermissionSetArn, ...input });
  };
  const same = () => {
    assert.deepEqual(awsContents(second), awsContents(first.directory));
  };

  it("are the same whatever ids chance has chosen, and in whatever order things came about", async () => {
    await role(first.directory, "a");
    await role(first.directory, "b");
    await role(second, "b");
    await role(second, "a");
    await set(first.directory);
    await set(second);
    same();
  });

  it("are others with a role more, or another", async () => {
    await role(first.directory, "a");
    assert.throws(same);
    await role(second, "b");
    assert.throws(same);
  });

  it("tell the policy in force, not how often it was changed", async () => {
    for (const directory of [first.directory, second]) await policy(directory, "CreatePolicy", { PolicyName: "p" });
    const PolicyArn = `arn:aws:iam::${production}:policy/p`;
    await policy(first.directory, "CreatePolicyVersion", { PolicyArn, SetAsDefault: false });
    same();
    await policy(first.directory, "CreatePolicyVersion", { PolicyArn, SetAsDefault: true }, "s3:PutObject");
    assert.throws(same);
  });

  it("tell whether an account has the latest state of a permission set", async () => {
    const [inFirst, inSecond] = [await set(first.directory), await set(second)];
    await inFirst("UpdatePermissionSet", { Description: "Develops" });
    await inSecond("UpdatePermissionSet", { Description: "Develops" });
    await inSecond("UpdatePermissionSet", { Description: "Develops" });
    await inFirst("ProvisionPermissionSet", { TargetType: "ALL_PROVISIONED_ACCOUNTS" });
    assert.throws(same);
    await inSecond("ProvisionPermissionSet", { TargetType: "ALL_PROVISIONED_ACCOUNTS" });
    same();
  });
});
