import assert from "node:assert/strict";
import { founded, production, refused } from "../founded.ts";

const audit = "arn:aws:iam::aws:policy/SecurityAudit";
const reading = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
});

describe("iam groups", () => {
  it("are made, renamed with their members, and deleted when they are empty", async () => {
    const { client } = await founded();
    const iam = client("iam", production);
    const { Group } = await iam<{ Group: Record<string, string> }>("CreateGroup", { GroupName: "Audit", Path: "/a/" });
    assert.equal(Group["Arn"], `arn:aws:iam::${production}:group/a/Audit`);
    assert.match(Group["GroupId"]!, /^AGPA/);
    await refused(iam("CreateGroup", { GroupName: "AUDIT" }), "EntityAlreadyExists");
    await iam("CreateUser", { UserName: "jo" });
    await iam("AddUserToGroup", { GroupName: "Audit", UserName: "jo" });
    await iam("AddUserToGroup", { GroupName: "Audit", UserName: "jo" });
    await iam("UpdateGroup", { GroupName: "Audit", NewGroupName: "Auditors" });
    const { Users } = await iam<{ Users: { UserName: string }[] }>("GetGroup", { GroupName: "Auditors" });
    assert.deepEqual(
      Users.map(({ UserName }) => UserName),
      ["jo"],
    );
    const { Groups } = await iam<{ Groups: { GroupName: string }[] }>("ListGroupsForUser", { UserName: "jo" });
    assert.deepEqual(
      Groups.map(({ GroupName }) => GroupName),
      ["Auditors"],
    );
    await refused(iam("DeleteGroup", { GroupName: "Auditors" }), "DeleteConflict", /remove users from group/);
    await refused(iam("DeleteUser", { UserName: "jo" }), "DeleteConflict", /remove users from group/);
    await iam("RemoveUserFromGroup", { GroupName: "Auditors", UserName: "jo" });
    await refused(iam("RemoveUserFromGroup", { GroupName: "Auditors", UserName: "jo" }), "NoSuchEntity");
    await iam("DeleteGroup", { GroupName: "Auditors" });
    await refused(iam("GetGroup", { GroupName: "Auditors" }), "NoSuchEntity");
  });

  it("hold policies, and are not deleted while they do", async () => {
    const { client } = await founded();
    const iam = client("iam", production);
    await iam("CreateGroup", { GroupName: "Audit" });
    await iam("AttachGroupPolicy", { GroupName: "Audit", PolicyArn: audit });
    await iam("PutGroupPolicy", { GroupName: "Audit", PolicyName: "read", PolicyDocument: reading });
    assert.deepEqual((await iam("ListGroupPolicies", { GroupName: "Audit" }))["PolicyNames"], ["read"]);
    const { PolicyGroups } = await iam<{ PolicyGroups: { GroupName: string }[] }>("ListEntitiesForPolicy", {
      PolicyArn: audit,
    });
    assert.deepEqual(
      PolicyGroups.map(({ GroupName }) => GroupName),
      ["Audit"],
    );
    await refused(iam("DeleteGroup", { GroupName: "Audit" }), "DeleteConflict", /detach all policies/);
    await iam("DetachGroupPolicy", { GroupName: "Audit", PolicyArn: audit });
    await refused(iam("DetachGroupPolicy", { GroupName: "Audit", PolicyArn: audit }), "NoSuchEntity");
    await refused(iam("DeleteGroup", { GroupName: "Audit" }), "DeleteConflict", /delete policies/);
    await iam("DeleteGroupPolicy", { GroupName: "Audit", PolicyName: "read" });
    await iam("DeleteGroup", { GroupName: "Audit" });
  });
});
