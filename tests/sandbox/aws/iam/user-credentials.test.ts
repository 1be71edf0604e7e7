import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { founded, production, refused } from "../founded.ts";

const audit = "arn:aws:iam::aws:policy/SecurityAudit";
const big = (size: number): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "x".repeat(size), Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
  });
const codes = { AuthenticationCode1: "123456", AuthenticationCode2: "234567" };

describe("what an iam user signs in with, and what it holds", () => {
  it("keeps it from being deleted, one after the other", async () => {
    const { client } = await founded();
    const iam = client("iam", production);
    const UserName = "jo";
    await iam("CreateUser", { UserName });
    await iam("AttachUserPolicy", { UserName, PolicyArn: audit });
    await iam("PutUserPolicy", { UserName, PolicyName: "read", PolicyDocument: big(1) });
    await iam("CreateLoginProfile", { UserName, Password: "Long-enough-1", PasswordResetRequired: true });
    await iam("EnableMFADevice", { UserName, SerialNumber: "HARDWARE-0001", ...codes });
    const gone = () => iam("DeleteUser", { UserName });
    await refused(gone(), "DeleteConflict", /detach all policies/);
    await iam("DetachUserPolicy", { UserName, PolicyArn: audit });
    await refused(gone(), "DeleteConflict", /delete policies/);
    await iam("DeleteUserPolicy", { UserName, PolicyName: "read" });
    await refused(gone(), "DeleteConflict", /delete MFA device/);
    await iam("DeactivateMFADevice", { UserName, SerialNumber: "HARDWARE-0001" });
    await refused(iam("DeactivateMFADevice", { UserName, SerialNumber: "HARDWARE-0001" }), "NoSuchEntity");
    await refused(gone(), "DeleteConflict", /delete login profile/);
    await iam("DeleteLoginProfile", { UserName });
    await refused(iam("DeleteLoginProfile", { UserName }), "NoSuchEntity", /Login Profile for User jo/);
    await gone();
  });

  it("is one password, of which nothing is kept", async () => {
    const { client, directory } = await founded();
    const iam = client("iam", production);
    await iam("CreateUser", { UserName: "jo" });
    const Password = "Correct-horse-7";
    const make = () => iam("CreateLoginProfile", { UserName: "jo", Password, PasswordResetRequired: true });
    await make();
    await refused(make(), "EntityAlreadyExists");
    const { LoginProfile } = await iam<{ LoginProfile: Record<string, unknown> }>("GetLoginProfile", {
      UserName: "jo",
    });
    assert.equal(LoginProfile["PasswordResetRequired"], true);
    const stored = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
    assert.ok(stored.some((text) => text.includes('"loginProfile"')));
    assert.ok(stored.every((text) => !text.includes(Password)));
  });

  it("is at most eight devices, each of one user, and policies within the quotas", async () => {
    const { client } = await founded();
    const iam = client("iam", production);
    for (const UserName of ["jo", "al"]) await iam("CreateUser", { UserName });
    const enable = (UserName: string, at: number) =>
      iam("EnableMFADevice", { UserName, SerialNumber: `HARDWARE-000${at}`, ...codes });
    for (let at = 0; at < 8; at++) await enable("jo", at);
    await refused(enable("jo", 8), "LimitExceeded", /MFADevicesPerUser: 8/);
    await refused(enable("al", 0), "EntityAlreadyExists");
    const { MFADevices } = await iam<{ MFADevices: object[] }>("ListMFADevices", { UserName: "jo" });
    assert.equal(MFADevices.length, 8);
    const put = iam("PutUserPolicy", { UserName: "jo", PolicyName: "big", PolicyDocument: big(2_048) });
    await refused(put, "LimitExceeded", /2048 bytes exceeded for user jo/);
    await refused(iam("AttachUserPolicy", { UserName: "jo", PolicyArn: `${audit}s` }), "NoSuchEntity");
  });
});
