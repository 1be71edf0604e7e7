import assert from "node:assert/strict";
import { plan } from "../../../model/plan.ts";
import { configCopy, shuffle } from "../../components/config-copy.ts";
import { today } from "../../components/program.ts";

describe("the order of the YAML", () => {
  for (const stack of ["dev", "prod"]) {
    it(`never matters to what ${stack} makes`, function () {
      this.timeout(60_000);
      const { deployment } = plan(`config/${stack}.yaml`, { today });
      assert.ok(deployment);
      for (let seed = 1; seed <= 12; seed++) {
        const copy = configCopy((document) => {
          shuffle(document, seed);
        });
        try {
          const shuffled = plan(copy.file(stack), { today });
          assert.equal(shuffled.report, "");
          // The text too: it tells of the order of keys and lists.
          assert.equal(JSON.stringify(shuffled.deployment), JSON.stringify(deployment), `seed ${seed}`);
        } finally {
          copy.remove();
        }
      }
    });
  }
});
