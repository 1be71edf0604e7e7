import assert from "node:assert/strict";
import { bearersOf, stacks } from "./bearers.ts";
import { broken, expectationsOf, isNoticed } from "./expectations.ts";
import { mutationsOf } from "./mutations.ts";

for (const [stack, deployment] of Object.entries(stacks)) {
  describe(`S14 least privilege in ${stack}`, function () {
    this.timeout(60_000);
    const bearers = bearersOf(deployment);
    const expectations = expectationsOf(stack);

    it("is written down for every bearer, and for nobody else", () => {
      assert.deepEqual([...expectations.keys()].sort(), bearers.map(({ name }) => name).sort());
    });

    for (const bearer of bearers) {
      const own = expectations.get(bearer.name) ?? {};

      it(`holds for ${bearer.name}`, () => {
        assert.deepEqual(broken(bearer, own), []);
      });

      it(`notices every action less, and every resource, condition and principal wider: ${bearer.name}`, () => {
        const unnoticed = mutationsOf(bearer).filter(({ mutant }) => !isNoticed(mutant, own));
        const harmless = Object.values(own["makes-no-difference"] ?? {}).flat();
        assert.deepEqual(unnoticed.map(({ name }) => name).sort(), harmless.sort());
      });
    }
  });
}
