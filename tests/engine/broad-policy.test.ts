import assert from "node:assert/strict";
import { join } from "node:path";
import { isEmpty } from "../../sandbox/aws/inventory.ts";
import { type Stage, stage } from "./stage.ts";

describe("Over-broad policies on the real engine", function () {
  this.timeout(120_000);
  let on: Stage;

  before(async () => {
    on = await stage("broad-policy", join(import.meta.dirname, "programs/broad-policy"));
  });

  it("are blocked in the preview, a boundary is not, and what is not known yet is said: nothing is deployed", async () => {
    const up = await on.up("dev", { policyPack: on.policyPack });
    assert.notEqual(up.exitCode, 0);
    assert.ok(up.planned && isEmpty(on.awsDirectory));
    const found = up.policyViolations.map(
      ({ policy, level, urn }) => `${level} ${policy} ${urn.split("::").at(-1) ?? ""}`,
    );
    assert.deepEqual([...new Set(found)].sort(), [
      "advisory admin-managed passing",
      "advisory policy-readable all-in-part",
      "advisory policy-readable in-part",
      "advisory policy-readable later",
      "mandatory admin all",
      "mandatory admin-managed administrator",
      "mandatory passrole-star passing",
      "mandatory read-data-star data",
      "mandatory trust-public open",
    ]);
  });

  it("are refused before they exist where the preview is skipped", async () => {
    const up = await on.up("dev", { policyPack: on.policyPack, args: ["--skip-preview"] });
    assert.notEqual(up.exitCode, 0);
    const { resources } = (await on.export("dev")) as { resources?: { type: string; urn: string }[] };
    const made = (resources ?? []).map(({ urn }) => urn.split("::").at(-1));
    for (const name of ["open", "all", "all-in-part", "data", "administrator"]) assert.ok(!made.includes(name), name);
  });
});
