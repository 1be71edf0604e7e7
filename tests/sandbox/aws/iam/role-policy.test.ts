import assert from "node:assert/strict";
import { ec2, founded, permission, production, refused, type Client } from "../founded.ts";

const audit = "arn:aws:iam::aws:policy/SecurityAudit";

describe("policies of iam roles", () => {
  let iam: Client;
  const RoleName = "holder";

  beforeEach(async () => {
    const { client } = await founded();
    iam = client("iam", production);
    await iam("CreateRole", { RoleName, AssumeRolePolicyDocument: ec2 });
  });

  it("inline: put, read, replaced, listed, deleted", async () => {
    await iam("PutRolePolicy", { RoleName, PolicyName: "b", PolicyDocument: permission() });
    await iam("PutRolePolicy", { RoleName, PolicyName: "a", PolicyDocument: permission() });
    await iam("PutRolePolicy", { RoleName, PolicyName: "a", PolicyDocument: permission({ Action: "s3:PutObject" }) });
    const { PolicyDocument, ...names } = await iam<Record<string, string>>("GetRolePolicy", {
      RoleName,
      PolicyName: "a",
    });
    assert.deepEqual(names, { RoleName, PolicyName: "a" });
    assert.equal(decodeURIComponent(PolicyDocument!), permission({ Action: "s3:PutObject" }));
    assert.match(PolicyDocument!, /%2F%2A/);
    assert.deepEqual(await iam("ListRolePolicies", { RoleName }), { PolicyNames: ["a", "b"], IsTruncated: false });
    await iam("DeleteRolePolicy", { RoleName, PolicyName: "a" });
    await refused(iam("DeleteRolePolicy", { RoleName, PolicyName: "a" }), "NoSuchEntity", /role policy with name a/);
    await refused(iam("GetRolePolicy", { RoleName, PolicyName: "a" }), "NoSuchEntity");
  });

  it("inline: at most 10,240 characters together, white space not counted", async () => {
    const long = (length: number) => {
      const empty = permission({ Resource: ["arn:aws:s3:::"] }).length;
      return permission({ Resource: [`arn:aws:s3:::${"x".repeat(length - empty)}`] });
    };
    await iam("PutRolePolicy", { RoleName, PolicyName: "a", PolicyDocument: long(10_000) });
    const rest = long(240).replace("{", `{${" ".repeat(500)}`);
    await iam("PutRolePolicy", { RoleName, PolicyName: "b", PolicyDocument: rest });
    const over = iam("PutRolePolicy", { RoleName, PolicyName: "b", PolicyDocument: long(241) });
    await refused(over, "LimitExceeded", /Maximum policy size of 10240 bytes exceeded for role holder/);
  });

  it("inline: malformed ones are refused", async () => {
    const put = iam("PutRolePolicy", { RoleName, PolicyName: "a", PolicyDocument: permission({ Effect: "allow" }) });
    await refused(put, "MalformedPolicyDocument");
  });

  it("managed: attached once, listed, detached", async () => {
    await iam("AttachRolePolicy", { RoleName, PolicyArn: audit });
    await iam("AttachRolePolicy", { RoleName, PolicyArn: audit });
    assert.deepEqual(await iam("ListAttachedRolePolicies", { RoleName }), {
      AttachedPolicies: [{ PolicyName: "SecurityAudit", PolicyArn: audit }],
      IsTruncated: false,
    });
    await iam("DetachRolePolicy", { RoleName, PolicyArn: audit });
    await refused(iam("DetachRolePolicy", { RoleName, PolicyArn: audit }), "NoSuchEntity", /was not found/);
  });

  it("managed: those that do not exist are refused", async () => {
    const attach = (PolicyArn: string) => iam("AttachRolePolicy", { RoleName, PolicyArn });
    await refused(attach("arn:aws:iam::aws:policy/SecurityAudits"), "NoSuchEntity", /not attachable/);
    await refused(attach("arn:aws:iam::aws:policy/job-function/SecurityAudit"), "NoSuchEntity");
    await refused(attach(`arn:aws:iam::${production}:policy/mine`), "NoSuchEntity");
    await refused(attach("arn:aws:s3:::some-bucket/key"), "InvalidInput", /is not valid/);
  });

  it("managed: at most twenty", async () => {
    for (let number = 0; number < 21; number++) {
      const input = { PolicyName: `p${number}`, PolicyDocument: permission() };
      const { Policy } = await iam<{ Policy: { Arn: string } }>("CreatePolicy", input);
      const attached = iam("AttachRolePolicy", { RoleName, PolicyArn: Policy.Arn });
      if (number < 20) await attached;
      else await refused(attached, "LimitExceeded", /PoliciesPerRole: 20/);
    }
  });
});
