import assert from "node:assert/strict";
import { pinnedVersion, whyUnfit } from "../../../sandbox/toolchain/version.ts";

describe("the version of a Pulumi CLI", () => {
  for (const fit of ["v3.270.0", "3.270.0", "v3.274.1\n", "v3.1000.0", "v3.271.0-alpha.1"]) {
    it(`${JSON.stringify(fit)} is accepted`, () => {
      assert.equal(whyUnfit(fit), undefined);
    });
  }
  for (const old of ["v3.269.9", "v3.270.0-alpha.1", "v2.274.1", "v4.0.0"]) {
    it(`${old} is passed over, and why`, () => {
      assert.equal(whyUnfit(old), "version 3 is needed, from 3.270.0 on");
    });
  }
  it("that cannot be read is passed over, shown without its control characters", () => {
    assert.match(whyUnfit("\u001b[31mhello") ?? "", /cannot be read \(it printed "\\u001b\[31mhello"\)/);
    assert.match(whyUnfit("") ?? "", /cannot be read/);
  });
  it("that the project pins is a good one", () => {
    assert.match(pinnedVersion(), /^3\.\d+\.\d+$/);
    assert.equal(whyUnfit(pinnedVersion()), undefined);
  });
});
