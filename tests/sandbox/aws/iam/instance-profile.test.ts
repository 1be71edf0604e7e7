import assert from "node:assert/strict";
import { ec2, founded, production, refused, type Client } from "../founded.ts";

interface Profile {
  [member: string]: unknown;
  Arn: string;
  Roles: { RoleName: string }[];
}

describe("iam instance profiles", () => {
  let iam: Client;
  const InstanceProfileName = "web";

  beforeEach(async () => {
    iam = (await founded()).client("iam", production);
    for (const RoleName of ["web", "other"]) await iam("CreateRole", { RoleName, AssumeRolePolicyDocument: ec2 });
  });

  it("hold one role", async () => {
    const made = await iam<{ InstanceProfile: Profile }>("CreateInstanceProfile", {
      ...{ InstanceProfileName, Path: "/shop/", Tags: [{ Key: "a", Value: "b" }] },
    });
    assert.equal(made.InstanceProfile.Arn, `arn:aws:iam::${production}:instance-profile/shop/web`);
    assert.match(String(made.InstanceProfile["InstanceProfileId"]), /^AIPA/);
    assert.deepEqual(made.InstanceProfile.Roles, []);
    await iam("AddRoleToInstanceProfile", { InstanceProfileName, RoleName: "web" });
    const second = iam("AddRoleToInstanceProfile", { InstanceProfileName, RoleName: "other" });
    await refused(second, "LimitExceeded", /InstanceSessionsPerInstanceProfile: 1/);
    const { InstanceProfile } = await iam<{ InstanceProfile: Profile }>("GetInstanceProfile", { InstanceProfileName });
    assert.deepEqual(
      InstanceProfile.Roles.map(({ RoleName }) => RoleName),
      ["web"],
    );
    const listed = await iam<{ InstanceProfiles: Profile[] }>("ListInstanceProfilesForRole", { RoleName: "web" });
    assert.deepEqual(
      listed.InstanceProfiles.map(({ Arn }) => Arn),
      [InstanceProfile.Arn],
    );
    const none = await iam("ListInstanceProfilesForRole", { RoleName: "other" });
    assert.deepEqual(none, { InstanceProfiles: [], IsTruncated: false });
  });

  it("are deleted only when they are empty", async () => {
    await iam("CreateInstanceProfile", { InstanceProfileName });
    await refused(iam("CreateInstanceProfile", { InstanceProfileName: "WEB" }), "EntityAlreadyExists");
    await iam("AddRoleToInstanceProfile", { InstanceProfileName, RoleName: "web" });
    await refused(iam("DeleteInstanceProfile", { InstanceProfileName }), "DeleteConflict");
    await iam("RemoveRoleFromInstanceProfile", { InstanceProfileName, RoleName: "web" });
    const again = iam("RemoveRoleFromInstanceProfile", { InstanceProfileName, RoleName: "web" });
    await refused(again, "NoSuchEntity");
    await iam("DeleteInstanceProfile", { InstanceProfileName });
    await refused(iam("GetInstanceProfile", { InstanceProfileName }), "NoSuchEntity", /Instance Profile web/);
  });

  it("are tagged", async () => {
    await iam("CreateInstanceProfile", { InstanceProfileName });
    await iam("TagInstanceProfile", {
      InstanceProfileName,
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "2" },
      ],
    });
    await iam("UntagInstanceProfile", { InstanceProfileName, TagKeys: ["a"] });
    const { InstanceProfile } = await iam<{ InstanceProfile: Profile }>("GetInstanceProfile", { InstanceProfileName });
    assert.deepEqual(InstanceProfile["Tags"], [{ Key: "b", Value: "2" }]);
  });
});
