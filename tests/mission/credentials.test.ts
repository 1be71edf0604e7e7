import assert from "node:assert/strict";
import { kindOf, ofKind } from "../components/graph.ts";
import { shipped } from "../components/program.ts";
import { bearersOf, stacks } from "./bearers.ts";

/**
 * Kinds of resources that are, hold or revive credentials without an end, and the identities that have them. Users with
 * their attachments are for break-glass alone: S7 and S8 say what holds of them.
 */
const longTerm =
  /^(AccessKey|SshKey|SigningCertificate|ServiceSpecificCredential|UserLoginProfile|UserPolicy|UserGroupMembership|VirtualMfaDevice|ServerCertificate|SamlProvider|Group|GroupMembership|GroupPolicy|GroupPolicyAttachment)$/;

for (const stack of ["dev", "prod"]) {
  describe(`S9 S16 temporary credentials only, in ${stack}`, function () {
    this.timeout(60_000);

    it("makes no IAM user but for break-glass, no IAM group, no key, no password, no SAML provider", async () => {
      const { registrations } = await shipped(stack);
      const found = registrations.filter((one) => one.type.startsWith("aws:iam/") && longTerm.test(kindOf(one)));
      assert.deepEqual(found, []);
      const kinds = new Set(registrations.filter(({ type }) => type.startsWith("aws:iam/")).map(kindOf));
      const known = [
        "AccountPasswordPolicy",
        "InstanceProfile",
        "Policy",
        "Role",
        "RolePoliciesExclusive",
        "RolePolicy",
        "RolePolicyAttachment",
        "RolePolicyAttachmentsExclusive",
      ];
      const once = ["OpenIdConnectProvider", "OrganizationsFeatures", "User", "UserPoliciesExclusive"];
      const inProd = [...known, ...once, "UserPolicyAttachment", "UserPolicyAttachmentsExclusive"].sort();
      assert.deepEqual([...kinds].sort(), stack === "prod" ? inProd : known);
    });

    it("gives every role to sessions: of a service, of a token, of another role", () => {
      const trusting = bearersOf(stacks[stack]!).flatMap(({ name, trust }) =>
        trust === undefined ? [] : [{ name, trust }],
      );
      assert.ok(trusting.length > 4);
      for (const { name, trust } of trusting) {
        for (const { Effect, Principal, Action } of trust.Statement) {
          assert.equal(Effect, "Allow", name);
          const [kind, who] = Object.entries(Principal as Record<string, string>)[0]!;
          const action = kind === "Federated" ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole";
          assert.deepEqual([Action].flat(), [action], name);
          assert.match(
            `${kind} ${who}`,
            /^(Service [a-z0-9-]+\.amazonaws\.com|Federated arn:.*:oidc-provider\/.*|AWS arn:.*:(role\/pipelines\/.*|root))$/,
            name,
          );
        }
      }
    });

    it("lets no session last longer than an hour for software, twelve hours for people", async () => {
      const run = await shipped(stack);
      for (const { name, inputs } of ofKind(run, "Role"))
        assert.ok((inputs["maxSessionDuration"] as number) <= 3600, name);
      for (const { name, inputs } of ofKind(run, "PermissionSet").filter(({ custom }) => custom)) {
        assert.match(inputs["sessionDuration"] as string, /^PT([1-9]|1[0-2])H$/, name);
      }
    });
  });
}
