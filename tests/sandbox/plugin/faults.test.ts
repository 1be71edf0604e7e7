import assert from "node:assert/strict";
import { AwsError } from "../../../sandbox/aws/call.ts";
import { credentialsOf } from "../../../sandbox/aws/organization.ts";
import { type Fault, arm, armed, withFaults } from "../../../sandbox/plugin/faults.ts";
import { anyWrite, callsMet } from "../../../sandbox/plugin/faults/schedule.ts";
import { accountConfiguration, management, production, providerOf, refusal } from "./provider-client.ts";

const role = "aws:iam/role:Role";
const profile = "aws:iam/instanceProfile:InstanceProfile";
const trusting = (Principal: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }] });
const reader = { name: "reader", assumeRolePolicy: trusting({ Service: "ec2.amazonaws.com" }) };

describe("A fault of the virtual AWS", () => {
  const rig = providerOf(production);
  const { random } = Math;

  beforeEach("pauses for no time", () => {
    Math.random = () => 0;
  });
  afterEach(() => {
    Math.random = random;
  });

  const armHere = (operation: string, ...faults: Fault[]) => {
    arm(rig.organization.directory, operation, faults);
  };
  const left = () => armed(rig.organization.directory);
  const roles = async () => {
    const { Roles } = await rig.organization.behind(production, "iam", "ListRoles", { PathPrefix: "/" });
    return (Roles as { RoleName: string }[])
      .map(({ RoleName }) => RoleName)
      .filter((name) => name.startsWith("reader"));
  };
  const answers = async (fault: Fault, service: string, operation: string) => {
    const { aws, directory } = rig.organization;
    armHere(operation, fault);
    const credentials = credentialsOf(directory, management, "Deploy");
    const call = { service, operation, input: {}, credentials, region: "eu-central-1" };
    const faulty = withFaults(aws, directory);
    const answer: unknown = await faulty(call).catch((error: unknown) => error);
    assert.ok(answer instanceof AwsError, "the call went through");
    return `${answer.code} ${answer.status}`;
  };

  describe("throttled", () => {
    it("answers as each service does", async () => {
      assert.equal(await answers("throttled", "iam", "CreateRole"), "Throttling 400");
      assert.equal(await answers("throttled", "sts", "AssumeRole"), "Throttling 400");
      assert.equal(await answers("throttled", "sso-admin", "CreatePermissionSet"), "ThrottlingException 400");
      assert.equal(await answers("throttled", "identitystore", "CreateGroup"), "ThrottlingException 400");
      assert.equal(await answers("throttled", "organizations", "CreateAccount"), "TooManyRequestsException 400");
      assert.equal(await answers("throttled", "sns", "CreateTopic"), "Throttling 400");
    });

    it("is waited out: nobody sees it", async () => {
      armHere("CreateRole", "throttled", "throttled", "throttled");
      assert.equal((await rig.provider.deploy(role, "reader", reader)).id, "reader");
      assert.deepEqual(left(), []);
    });

    it("is waited out in the words of every service that has its own", async () => {
      armHere("CreateTopic", "throttled");
      armHere("CreateBucket", "throttled");
      armHere("CreateAnalyzer", "throttled");
      armHere("PutPublicAccessBlock", "throttled");
      await rig.provider.deploy("aws:sns/topic:Topic", "it", { name: "it" });
      await rig.provider.deploy("aws:s3/bucket:Bucket", "it", { bucket: "it-logs" });
      await rig.provider.deploy("aws:accessanalyzer/analyzer:Analyzer", "it", { analyzerName: "it" });
      await rig.provider.deploy("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "it", {});
      assert.deepEqual(left(), []);
    });

    it("is passed on after twenty-five attempts", async () => {
      armHere("CreateRole", ...Array<Fault>(26).fill("throttled"));
      const { message } = await refusal(rig.provider.deploy(role, "reader", reader));
      assert.match(
        message,
        /^creating IAM Role \(reader\): operation error IAM: CreateRole, .*Throttling: Rate exceeded$/,
      );
      assert.deepEqual(left(), ["CreateRole throttled"]);
    });

    it("is passed on after as many attempts as the provider's maxRetries says", async () => {
      await rig.provider.configure(accountConfiguration(production, { maxRetries: "2" }));
      armHere("CreateRole", "throttled", "throttled", "throttled");
      await refusal(rig.provider.deploy(role, "reader", reader));
      assert.deepEqual(left(), ["CreateRole throttled"]);
    });
  });

  it("broken is tried again", async () => {
    assert.equal(await answers("broken", "iam", "CreateRole"), "ServiceFailure 500");
    assert.equal(await answers("broken", "sso-admin", "CreatePermissionSet"), "InternalServerException 500");
    armHere("CreateRole", "broken");
    await rig.provider.deploy(role, "reader", reader);
    assert.deepEqual(left(), []);
  });

  it("denied is passed on at once, and nothing is made", async () => {
    assert.equal(await answers("denied", "sso-admin", "CreatePermissionSet"), "AccessDeniedException 400");
    assert.equal(await answers("denied", "accessanalyzer", "CreateAnalyzer"), "AccessDeniedException 403");
    assert.equal(await answers("denied", "s3control", "PutPublicAccessBlock"), "AccessDenied 403");
    armHere("CreateRole", "denied");
    const { message } = await refusal(rig.provider.deploy(role, "reader", reader));
    assert.match(
      message,
      /StatusCode: 403, AccessDenied: User: arn:aws:sts::222222222222:assumed-role\/Deploy\/\S+ is not/,
    );
    assert.match(message, /not authorized to perform: iam:CreateRole on resource: \*/);
    assert.deepEqual(await roles(), []);
    await rig.provider.deploy(role, "reader", reader);
  });

  it("unanswered lands, so that the second attempt finds it made", async () => {
    armHere("CreateRole", "unanswered");
    const { message } = await refusal(rig.provider.deploy(role, "reader", reader));
    assert.match(message, /EntityAlreadyExists: Role with name reader already exists/);
    assert.deepEqual(await roles(), ["reader"]);
  });

  describe("unseen", () => {
    it("hides a role from a trust policy for a while", async () => {
      const { state } = await rig.provider.deploy(role, "reader", reader);
      armHere("CreateRole", "unseen", "unseen");
      armHere("UpdateAssumeRolePolicy", "unseen");
      const chained = { name: "chained", assumeRolePolicy: trusting({ AWS: state["arn"] }) };
      const made = await rig.provider.deploy(role, "chained", chained);
      await rig.provider.redeploy(role, made, {
        ...chained,
        assumeRolePolicy: trusting({ AWS: [state["arn"], management] }),
      });
      assert.deepEqual(left(), []);
    });

    it("strikes no role that trusts none", async () => {
      armHere("CreateRole", "unseen");
      await rig.provider.deploy(role, "reader", reader);
      assert.deepEqual(left(), ["CreateRole unseen"]);
    });

    it("hides a role that was just made, from reading it and from instance profiles", async () => {
      armHere("GetRole", "unseen", "unseen");
      armHere("AddRoleToInstanceProfile", "unseen", "unseen");
      const { state } = await rig.provider.deploy(role, "reader", reader);
      assert.equal(state["uniqueId"] !== undefined, true);
      await rig.provider.deploy(profile, "servers", { name: "servers", role: "reader" });
      assert.deepEqual(left(), []);
    });

    it("keeps a role from being taken on", async () => {
      armHere("AssumeRole", "unseen");
      const configure = () => rig.provider.configure(accountConfiguration(production));
      assert.match((await refusal(configure())).message, /IAM Role \(\S+\) cannot be assumed.*\n.*not authorized/s);
      await configure();
    });
  });

  it("meets the calls in their order, whoever makes them; a call that AWS refuses takes no place", async () => {
    const { aws, directory } = rig.organization;
    armHere(anyWrite, "passed", "passed", "denied");
    const credentials = credentialsOf(directory, production, "Deploy");
    const create = (RoleName: string) =>
      withFaults(
        aws,
        directory,
      )({
        ...{ service: "iam", operation: "CreateRole", credentials, region: "eu-central-1" },
        input: { RoleName, AssumeRolePolicyDocument: reader.assumeRolePolicy },
      });
    await create("a");
    await assert.rejects(create("a"), { code: "EntityAlreadyExists" });
    await create("b");
    await assert.rejects(create("c"), { code: "AccessDenied" });
    await create("c");
    assert.deepEqual(callsMet(directory, anyWrite), ["CreateRole a", "CreateRole b", "CreateRole c"]);
  });
});

describe("What Identity Center does in the background", () => {
  const rig = providerOf(management);
  const assignment = "aws:ssoadmin/accountAssignment:AccountAssignment";
  let cell: Record<string, string>;

  beforeEach(async () => {
    const { arns, identityStoreIds } = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    const [instanceArn, identityStoreId] = [(arns as string[])[0]!, (identityStoreIds as string[])[0]!];
    const { groups } = await rig.provider.invoke("aws:identitystore/getGroups:getGroups", { identityStoreId });
    const principalId = (groups as { groupId: string }[])[0]!.groupId;
    const set = { name: "Developer", instanceArn };
    const { state } = await rig.provider.deploy("aws:ssoadmin/permissionSet:PermissionSet", "set", set);
    const target = { targetId: production, targetType: "AWS_ACCOUNT" };
    cell = { instanceArn, permissionSetArn: state["arn"] as string, principalId, principalType: "GROUP", ...target };
  });

  const assigned = async () => {
    const input = {
      InstanceArn: cell["instanceArn"],
      PermissionSetArn: cell["permissionSetArn"],
      AccountId: production,
    };
    const answer = await rig.organization.behind(management, "sso-admin", "ListAccountAssignments", input);
    return (answer["AccountAssignments"] as unknown[]).length;
  };

  it("is waited for while it is slow", async () => {
    arm(rig.organization.directory, "CreateAccountAssignment", ["slow"]);
    arm(rig.organization.directory, "DeleteAccountAssignment", ["slow"]);
    const made = rig.provider.deploy(assignment, "cell", cell);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await assigned(), 0);
    const { id } = await made;
    assert.equal(await assigned(), 1);
    await rig.provider.delete(assignment, id);
    assert.equal(await assigned(), 0);
    assert.deepEqual(armed(rig.organization.directory), []);
  });

  it("tells AWS's reason where it fails, and can be asked for again", async () => {
    arm(rig.organization.directory, "CreateAccountAssignment", ["failing"]);
    const { message } = await refusal(rig.provider.deploy(assignment, "cell", cell));
    assert.match(
      message,
      /^waiting for SSO Account Assignment for GROUP \(\S+\) create: unexpected state 'FAILED', wanted target 'SUCCEEDED'. last error: Received a 409 status error: another change of the same role was under way\.$/,
    );
    assert.equal(await assigned(), 0);
    await rig.provider.deploy(assignment, "cell", cell);
    assert.equal(await assigned(), 1);
  });
});
