import assert from "node:assert/strict";
import { founded, production, refused } from "../founded.ts";

interface Key {
  AccessKeyId: string;
  SecretAccessKey: string;
  Status: string;
}

describe("iam users and access keys", () => {
  it("are made, listed and deleted", async () => {
    const { client } = await founded();
    const iam = client("iam", production);
    const { User } = await iam<{ User: Record<string, unknown> }>("CreateUser", { UserName: "jo", Path: "/people/" });
    assert.equal(User["Arn"], `arn:aws:iam::${production}:user/people/jo`);
    assert.match(String(User["UserId"]), /^AIDA/);
    await refused(iam("CreateUser", { UserName: "JO" }), "EntityAlreadyExists");
    const { Users } = await iam<{ Users: { UserName: string }[] }>("ListUsers", {});
    assert.deepEqual(
      Users.map(({ UserName }) => UserName),
      ["jo"],
    );
    await iam("TagUser", {
      UserName: "jo",
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "2" },
      ],
    });
    await iam("UntagUser", { UserName: "jo", TagKeys: ["a"] });
    await iam("UpdateUser", { UserName: "jo", NewUserName: "joe" });
    const renamed = await iam<{ User: Record<string, unknown> }>("GetUser", { UserName: "joe" });
    assert.equal(renamed.User["Arn"], `arn:aws:iam::${production}:user/people/joe`);
    assert.equal(renamed.User["UserId"], User["UserId"]);
    assert.deepEqual(renamed.User["Tags"], [{ Key: "b", Value: "2" }]);
    await iam("DeleteUser", { UserName: "joe" });
    await refused(iam("GetUser", { UserName: "joe" }), "NoSuchEntity", /The user with name joe cannot be found/);
  });

  it("have at most two keys, with which they call", async () => {
    const { client, withCredentials } = await founded();
    const iam = client("iam", production);
    await iam("CreateUser", { UserName: "jo" });
    const make = () => iam<{ AccessKey: Key }>("CreateAccessKey", { UserName: "jo" });
    const { AccessKey } = await make();
    await make();
    await refused(make(), "LimitExceeded", /AccessKeysPerUser: 2/);
    const credentials = { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
    const who = withCredentials(credentials)("sts");
    assert.equal((await who("GetCallerIdentity"))["Arn"], `arn:aws:iam::${production}:user/jo`);
    const self = await withCredentials(credentials)("iam")<{ User: { UserName: string } }>("GetUser");
    assert.equal(self.User.UserName, "jo");
    const wrong = withCredentials({ ...credentials, secretAccessKey: "x".repeat(40) })("sts");
    await refused(wrong("GetCallerIdentity"), "SignatureDoesNotMatch");
    await iam("UpdateAccessKey", { UserName: "jo", AccessKeyId: AccessKey.AccessKeyId, Status: "Inactive" });
    await refused(who("GetCallerIdentity"), "InvalidClientTokenId");
    await refused(iam("DeleteUser", { UserName: "jo" }), "DeleteConflict", /must delete access keys first/);
    const { AccessKeyMetadata } = await iam<{ AccessKeyMetadata: Key[] }>("ListAccessKeys", { UserName: "jo" });
    assert.deepEqual(
      AccessKeyMetadata.map(({ Status }) => Status),
      ["Inactive", "Active"],
    );
    assert.ok(!("SecretAccessKey" in AccessKeyMetadata[0]!));
    for (const { AccessKeyId } of AccessKeyMetadata) await iam("DeleteAccessKey", { UserName: "jo", AccessKeyId });
    await refused(iam("DeleteAccessKey", { UserName: "jo", AccessKeyId: AccessKey.AccessKeyId }), "NoSuchEntity");
    await iam("DeleteUser", { UserName: "jo" });
  });
});
