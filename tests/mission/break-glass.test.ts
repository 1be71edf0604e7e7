import assert from "node:assert/strict";
import { action, actionsOf, services } from "../../iam/catalogue/actions.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import { kindOf, ofKind } from "../components/graph.ts";
import { type Registration, type Run, shipped } from "../components/program.ts";
import { type Bearer, accountIds, bearerNamed, stacks } from "./bearers.ts";
import { outcome } from "./expectation.ts";

const userNames = ["break-glass-1", "break-glass-2"];
const own = (name: string): string => `arn:aws:iam::${accountIds["Management"]!}:user/break-glass/${name}`;
const everyAction = services().flatMap((service) => actionsOf(service).map((name) => `${service}:${name}`));
const roleArns = Object.values(accountIds).map((id) => `arn:aws:iam::${id}:role/break-glass/BreakGlass`);

/** What takes setting up multi-factor authentication, and the first sign-in. */
const setUp = [
  "iam:ChangePassword",
  "iam:EnableMFADevice",
  "iam:GetAccountPasswordPolicy",
  "iam:GetUser",
  "iam:ListMFADevices",
  "iam:ResyncMFADevice",
];

/** Every action of AWS that the user can call, on anything: on itself, on others, on the roles, on what the action takes. */
function allowed(user: Bearer, context: Record<string, string>): string[] {
  return everyAction.filter((name) => resourcesOf(name).some((resource) => can(user, name, resource, context)));
}

function can(user: Bearer, name: string, resource: string, context: Record<string, string>): boolean {
  return outcome(user, { action: name, resource, context }) === "can";
}

function resourcesOf(name: string): string[] {
  const filled = (action(name)?.resourceTypes ?? []).map(({ arn }) =>
    arn
      .replaceAll("${Partition}", "aws")
      .replaceAll("${Account}", "111122223333")
      .replaceAll(/\$\{\w+\}/gu, "x"),
  );
  return ["*", own("break-glass-1"), own("break-glass-2"), roleArns[0]!, ...filled];
}

describe("S7 IAM users exist for break-glass only", function () {
  this.timeout(60_000);

  it("makes no other user, in either stack, and no key, no device and no password", async () => {
    const runs = [await shipped("dev"), await shipped("prod")];
    const made = runs.flatMap((run) => ofKind(run, "User").filter(({ type }) => type === "aws:iam/user:User"));
    assert.deepEqual(made.map(({ inputs }) => inputs["name"]).sort(), userNames);
    for (const { parent, provider, inputs } of made) {
      assert.match(parent, /securecart:iam:BreakGlass::break-glass$/);
      assert.equal(provider, "Management");
      assert.equal(inputs["forceDestroy"], false);
    }
    const secret =
      /^(AccessKey|UserLoginProfile|VirtualMfaDevice|SshKey|ServiceSpecificCredential|SigningCertificate)$/;
    assert.deepEqual(
      runs.flatMap(({ registrations }) => registrations.filter((one) => secret.test(kindOf(one)))),
      [],
    );
  });

  it("lets a user do no work, with MFA either: nothing but assume the role, in every account", () => {
    const user = bearerNamed("user break-glass-1 in Management");
    const withMfa = { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "10" };
    assert.deepEqual(allowed(user, withMfa).sort(), [...setUp, "sts:AssumeRole"].sort());
    assert.equal(roleArns.length, 5);
    for (const role of roleArns) assert.ok(can(user, "sts:AssumeRole", role, withMfa), role);
  });

  it("gives every user the same", () => {
    const [first, ...others] = userNames.map((name) => bearerNamed(`user ${name} in Management`).identity);
    assert.ok(others.length > 0);
    for (const other of others) assert.deepEqual(other, first);
  });

  it("gives the role to the users alone, for an hour", async () => {
    const roles = Object.values(stacks).flatMap(({ breakGlass }) => breakGlass?.roles ?? []);
    assert.deepEqual(roles.map(({ account }) => account).sort(), Object.keys(accountIds).sort());
    for (const { trust, maxSessionDuration, awsManagedPolicyArns, inlinePolicy } of roles) {
      const [statement, ...more] = trust.Statement;
      assert.deepEqual(more, []);
      assert.deepEqual(statement?.Condition, {
        ArnEquals: { "aws:PrincipalArn": userNames.map(own) },
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
      });
      assert.equal(maxSessionDuration, 3600);
      assert.deepEqual(awsManagedPolicyArns, ["arn:aws:iam::aws:policy/AdministratorAccess"]);
      assert.equal(inlinePolicy, undefined);
    }
    const run = await shipped("prod");
    assert.ok(ofKind(run, "Role").some(({ inputs }) => inputs["name"] === "BreakGlass"));
  });
});

describe("S8 MFA is required of every IAM user, by IAM", function () {
  this.timeout(60_000);

  it("lets a user without it do nothing but set it up: of every action that AWS has", () => {
    assert.ok(everyAction.length > 15_000);
    const user = bearerNamed("user break-glass-1 in Management");
    // By a password the key says false; by long-term credentials there is none.
    for (const context of [{ "aws:MultiFactorAuthPresent": "false" }, {}]) {
      assert.deepEqual(allowed(user, context).sort(), setUp);
    }
  });

  it("lets nobody set up or take away another's", () => {
    const user = bearerNamed("user break-glass-1 in Management");
    for (const context of [{}, { "aws:MultiFactorAuthPresent": "true" }]) {
      for (const name of everyAction.filter((one) => one.startsWith("iam:"))) {
        assert.ok(!can(user, name, own("break-glass-2"), context) || name === "iam:GetAccountPasswordPolicy", name);
      }
      for (const name of ["iam:DeactivateMFADevice", "iam:DeleteVirtualMFADevice", "iam:CreateVirtualMFADevice"]) {
        for (const resource of resourcesOf(name)) assert.ok(!can(user, name, resource, context), name);
      }
    }
  });

  it("denies, so that nothing that is given beside it would help", () => {
    const user = bearerNamed("user break-glass-1 in Management");
    const admin: PolicyDocument = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    };
    const more = { ...user, identity: { ...user.identity, admin } };
    const free = allowed(more, {}).filter((name) => !setUp.includes(name));
    assert.deepEqual(free, []);
  });

  it("is attached before the rest of the user is made", async () => {
    const run = await shipped("prod");
    for (const name of userNames) {
      const mfa = attachment(run, name, "break-glass-mfa");
      const user = ofKind(run, "User").find(({ inputs }) => inputs["name"] === name)!;
      const policy = ofKind(run, "Policy").find(({ inputs }) => inputs["name"] === "break-glass-mfa")!;
      assert.ok(mfa.dependencies.includes(user.urn));
      assert.ok(user.dependencies.includes(policy.urn), "the policy is there before there is a user");
      const lists = run.registrations.filter(
        ({ type, inputs }) => /:User(Policies|PolicyAttachments)Exclusive$/u.test(type) && inputs["userName"] === name,
      );
      assert.equal(lists.length, 2);
      for (const list of lists) assert.ok(list.dependencies.includes(mfa.urn), list.name);
      assert.deepEqual(
        lists.flatMap(({ inputs }) => inputs["policyNames"] ?? []),
        [],
      );
    }
  });
});

function attachment(run: Run, user: string, policy: string): Registration {
  return ofKind(run, "UserPolicyAttachment").find(
    ({ inputs }) => inputs["user"] === user && (inputs["policyArn"] as string).endsWith(`/${policy}`),
  )!;
}
