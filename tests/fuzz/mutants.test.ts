import assert from "node:assert/strict";
import { judgeMutants } from "./mutants.ts";

describe("whatever becomes of the shipped configuration", () => {
  it("is valid or has located errors, without an exception, a hang or a look at other files: 500 mutants of 10,000", async function () {
    this.timeout(600_000);
    const { judged, valid, faults } = await judgeMutants(1, 500);
    assert.deepEqual(faults, []);
    assert.equal(judged, 500);
    assert.ok(valid > 10 && valid < 250, `${valid} mutants are valid`);
  });
});
