import assert from "node:assert/strict";
import { rehearsalEnvironment } from "../../../sandbox/toolchain/environment.ts";

describe("the environment of a rehearsal", () => {
  const surroundings = {
    launchers: "/cache/bin",
    pulumiHome: "/cache/home",
    state: "/cache/state",
    passphrase: "throw-away",
    sandbox: { AWS_ACCESS_KEY_ID: "virtual" },
  };

  it("has nothing of the user's AWS and Pulumi settings", () => {
    const user = {
      AWS_PROFILE: "production",
      AWS_ACCESS_KEY_ID: "real",
      AWS_SESSION_TOKEN: "real",
      aws_region: "us-east-1",
      PULUMI_ACCESS_TOKEN: "real",
      PULUMI_STACK: "prod",
      PULUMI_DEBUG_PROVIDERS: "aws:1234",
      PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
      PULUMI_CONFIG_PASSPHRASE_FILE: "passphrase.txt",
      TF_APPEND_USER_AGENT: "me",
    };
    const environment = rehearsalEnvironment(user, surroundings);
    const inherited = Object.entries(user).filter(([name, value]) => environment[name] === value);
    assert.deepEqual(inherited, []);
    for (const name of [
      "PULUMI_ACCESS_TOKEN",
      "PULUMI_DEBUG_PROVIDERS",
      "PULUMI_IGNORE_AMBIENT_PLUGINS",
      "AWS_PROFILE",
    ]) {
      assert.ok(!(name in environment), name);
    }
  });

  it("signs in to the virtual AWS and leads nowhere else", () => {
    const environment = rehearsalEnvironment({}, surroundings);
    assert.equal(environment["AWS_ACCESS_KEY_ID"], "virtual");
    assert.equal(environment["AWS_SHARED_CREDENTIALS_FILE"], "/dev/null");
    assert.equal(environment["AWS_CONFIG_FILE"], "/dev/null");
    assert.equal(environment["AWS_EC2_METADATA_DISABLED"], "true");
    assert.match(environment["AWS_ENDPOINT_URL"] ?? "", /^http:\/\/127\.0\.0\.1:9$/);
    assert.equal(environment["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"], "true");
    assert.match(environment["PULUMI_BACKEND_URL"] ?? "", /^file:\/\/\/cache\/state/);
    assert.equal(environment["PULUMI_HOME"], "/cache/home");
  });

  it("finds the stand-ins before anything else, and keeps the rest of the user's PATH", () => {
    const environment = rehearsalEnvironment({ PATH: "/usr/bin:/opt/pulumi" }, surroundings);
    assert.equal(environment["PATH"], "/cache/bin:/usr/bin:/opt/pulumi");
  });

  it("reaches its own processes without the user's proxy", () => {
    const environment = rehearsalEnvironment({ HTTPS_PROXY: "http://proxy:3128", no_proxy: "intranet" }, surroundings);
    assert.equal(environment["NO_PROXY"], "intranet,127.0.0.1,localhost");
    assert.equal(environment["no_proxy"], "intranet,127.0.0.1,localhost");
    assert.equal(environment["HTTPS_PROXY"], "http://proxy:3128");
  });
});
