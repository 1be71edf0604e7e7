import assert from "node:assert/strict";
import { production, providerOf, refusal } from "../provider-client.ts";

const audit = "arn:aws:iam::aws:policy/SecurityAudit";
const viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

describe("users, groups and what they hold", () => {
  const rig = providerOf(production);
  const behind = (operation: string, input: object) => rig.organization.behind(production, "iam", operation, input);
  const deploy = (type: string, inputs: Record<string, unknown>) => rig.provider.deploy(type, "it", inputs);
  const ofUser = async () => {
    const { AttachedPolicies } = await behind("ListAttachedUserPolicies", { UserName: "jo" });
    return (AttachedPolicies as { PolicyArn: string }[]).map(({ PolicyArn }) => PolicyArn);
  };

  beforeEach(async () => {
    await deploy("aws:iam/user:User", { name: "jo", forceDestroy: false });
    await deploy("aws:iam/group:Group", { name: "Audit", path: "/break-glass/" });
  });

  it("attach, are found and imported, and detach", async () => {
    const type = "aws:iam/userPolicyAttachment:UserPolicyAttachment";
    const made = await deploy(type, { user: "jo", policyArn: audit });
    assert.equal(made.id, `jo/${audit}`);
    const imported = await rig.provider.read(type, made.id);
    assert.deepEqual(imported.state, { user: "jo", policyArn: audit, id: made.id });
    const difference = await rig.provider.diff(type, made.state, { ...made.inputs, policyArn: viewOnly });
    assert.deepEqual([difference.replaces, difference.deleteBeforeReplace], [["policyArn"], true]);
    await rig.provider.delete(type, made.id, made.state);
    assert.equal((await rig.provider.read(type, made.id, made.inputs, made.state)).id, "");
    const { message } = await refusal(rig.provider.read(type, "jo"));
    assert.equal(message, 'unexpected format for ID ("jo"), expected <user-name>/<policy_arn>');
  });

  it("take away what is not listed, and see it come back", async () => {
    const type = "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive";
    await behind("AttachUserPolicy", { UserName: "jo", PolicyArn: viewOnly });
    const made = await deploy(type, { userName: "jo", policyArns: [audit] });
    assert.deepEqual(await ofUser(), [audit]);
    await behind("AttachUserPolicy", { UserName: "jo", PolicyArn: viewOnly });
    const found = await rig.provider.read(type, "jo", made.inputs, made.state);
    assert.equal((await rig.provider.diff(type, found.state, made.inputs)).changes, true);
    await rig.provider.update(type, "jo", found.state, made.inputs);
    assert.deepEqual(await ofUser(), [audit]);
    await rig.provider.delete(type, "jo", made.state);
    assert.deepEqual(await ofUser(), [audit]);
  });

  it("take away inline policies that are not listed, of a group too", async () => {
    const PolicyDocument = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
    await behind("PutUserPolicy", { UserName: "jo", PolicyName: "stray", PolicyDocument });
    await behind("PutGroupPolicy", { GroupName: "Audit", PolicyName: "stray", PolicyDocument });
    await deploy("aws:iam/userPoliciesExclusive:UserPoliciesExclusive", { userName: "jo", policyNames: [] });
    await deploy("aws:iam/groupPoliciesExclusive:GroupPoliciesExclusive", { groupName: "Audit", policyNames: [] });
    assert.deepEqual((await behind("ListUserPolicies", { UserName: "jo" }))["PolicyNames"], []);
    assert.deepEqual((await behind("ListGroupPolicies", { GroupName: "Audit" }))["PolicyNames"], []);
  });

  it("are a group with all its members: who is added by hand is seen", async () => {
    const type = "aws:iam/groupMembership:GroupMembership";
    const made = await deploy(type, { name: "audit", group: "Audit", users: ["jo"] });
    assert.equal(made.id, "audit");
    await behind("CreateUser", { UserName: "al" });
    await behind("AddUserToGroup", { GroupName: "Audit", UserName: "al" });
    const found = await rig.provider.read(type, "audit", made.inputs, made.state);
    assert.deepEqual(found.state["users"], ["al", "jo"]);
    await rig.provider.update(type, "audit", found.state, made.inputs);
    const { Users } = await behind("GetGroup", { GroupName: "Audit" });
    assert.deepEqual(
      (Users as { UserName: string }[]).map(({ UserName }) => UserName),
      ["jo"],
    );
    await rig.provider.delete(type, "audit", made.state);
    await rig.provider.delete("aws:iam/group:Group", "Audit", {});
    assert.equal((await rig.provider.read("aws:iam/group:Group", "Audit")).id, "");
  });

  it("are a password that stands in no state, and is made anew with another key", async () => {
    const type = "aws:iam/userLoginProfile:UserLoginProfile";
    const args = { user: "jo", pgpKey: "keybase:jo", passwordResetRequired: true };
    const made = await deploy(type, args);
    assert.equal(made.id, "jo");
    assert.ok(!("password" in made.state));
    assert.match(made.state["encryptedPassword"] as string, /no password stands here/);
    assert.ok(!("keyFingerprint" in made.state));
    const difference = await rig.provider.diff(type, made.state, { ...made.inputs, pgpKey: "keybase:al" });
    assert.deepEqual(difference.replaces, ["pgpKey"]);
    await assert.rejects(deploy(type, { user: "jo", passwordResetRequired: true }), /pgpKey/);
    await rig.provider.delete(type, "jo", made.state);
    await rig.provider.delete(type, "jo", made.state);
  });

  it("are a password whose key is told by its fingerprint", async () => {
    const type = "aws:iam/userLoginProfile:UserLoginProfile";
    // Made with gpg --quick-gen-key; the fingerprint is gpg's own.
    const body = Buffer.from("BGsMvgQWCSsGAQQB2kcPAQEHQM6L1qCs8k+bJH+DzPyIVWv2L2rBDfnAOv2opbjF++UM", "base64");
    const packet = (...header: number[]) => Buffer.concat([Buffer.from(header), body]).toString("base64");
    for (const pgpKey of [packet(0x98, 51), packet(0x99, 0, 51), packet(0xc6, 51)]) {
      const made = await deploy(type, { user: "jo", pgpKey });
      assert.equal(made.state["keyFingerprint"], "a5203310fcc8262f8bc9edeab806ed4ba3153f97");
      const found = await rig.provider.read(type, "jo", made.inputs, made.state);
      assert.deepEqual(found.state, made.state);
      await rig.provider.delete(type, "jo", made.state);
    }
    for (const pgpKey of ["c3NoLXJzYSBBQUFB", packet(0x94, 51), packet(0x98, 52)]) {
      await assert.rejects(deploy(type, { user: "jo", pgpKey }), /error parsing given PGP key/);
    }
  });

  it("are a user that says no to its deletion while a person can sign in with it, unless forced", async () => {
    const type = "aws:iam/user:User";
    await behind("AddUserToGroup", { GroupName: "Audit", UserName: "jo" });
    await behind("CreateLoginProfile", { UserName: "jo", Password: "Long-enough-1" });
    await behind("EnableMFADevice", {
      ...{ UserName: "jo", SerialNumber: "HARDWARE-0001" },
      ...{ AuthenticationCode1: "123456", AuthenticationCode2: "234567" },
    });
    const { message } = await refusal(rig.provider.delete(type, "jo", { forceDestroy: false }));
    assert.match(message, /^deleting IAM User \(jo\): .*DeleteConflict/);
    await rig.provider.delete(type, "jo", { forceDestroy: true });
    assert.equal((await rig.provider.read(type, "jo")).id, "");
  });
});
