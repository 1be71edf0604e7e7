import assert from "node:assert/strict";
import { printable } from "../../iam/printable.ts";
import { hostileNames, steering } from "../review/hostile-names.ts";
import { runnerCommands } from "../review/runner-commands.ts";

describe("a printable text", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarms, for ${attacks}, what ${how}`, () => {
      const text = printable(name);
      assert.doesNotMatch(text, steering);
      assert.deepEqual(runnerCommands(text), []);
      assert.deepEqual(runnerCommands(`  ${text}`), []);
    });
  }

  it("leaves alone what people write", () => {
    for (const text of ["Zahlungen: Prüfung 😀 日本", "arn:aws:iam::111122223333:role/web", "a [b] # c ##", "x:: y"]) {
      assert.equal(printable(text), text);
    }
  });
});
