import assert from "node:assert/strict";
import { type ConfigCopy, configCopy } from "./config-copy.ts";
import { ofKind } from "./graph.ts";
import { type Run, run } from "./program.ts";

describe("a break-glass user with a public key", function () {
  this.timeout(60_000);
  let copy: ConfigCopy;
  let made: Run;
  before(async () => {
    copy = configCopy((document, file) => {
      if (file === "security.yaml")
        document.setIn(["break-glass", "users", "break-glass-1", "pgp-key"], "keybase:someone");
    });
    made = await run({ stack: "prod", config: copy.file("prod") });
  });
  after(() => {
    copy.remove();
  });

  it("has a password, encrypted with the key and to be changed at the first sign-in; the other has none", () => {
    assert.deepEqual(made.failures, []);
    const passwords = ofKind(made, "UserLoginProfile");
    assert.deepEqual(
      passwords.map(({ inputs }) => inputs),
      [{ user: "break-glass-1", pgpKey: "keybase:someone", passwordResetRequired: true }],
    );
  });

  it("cannot sign in before everything that restrains it is in force", () => {
    const [password] = ofKind(made, "UserLoginProfile");
    const kinds = ["UserPolicyAttachment", "UserPolicyAttachmentsExclusive", "UserPoliciesExclusive"];
    const restraints = kinds.flatMap((kind) =>
      ofKind(made, kind).filter(({ inputs }) => [inputs["user"], inputs["userName"]].includes("break-glass-1")),
    );
    assert.equal(restraints.length, 4);
    for (const { urn } of restraints) assert.ok(password?.dependencies.includes(urn), urn);
  });
});
