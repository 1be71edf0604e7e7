import assert from "node:assert/strict";
import { drawTable } from "../../review/table-text.ts";
import { hostileNames, steering } from "./hostile-names.ts";
import { runnerCommands } from "./runner-commands.ts";

describe("a table as text", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarms, for ${attacks}, what ${how}`, () => {
      // As a grid, and as a block for each row.
      for (const width of [1000, 10]) {
        const text = drawTable({ corner: name, columns: [name], rows: [{ name, cells: [[name, name]] }] }, width);
        for (const line of text.split("\n")) assert.doesNotMatch(line, steering);
        assert.deepEqual(runnerCommands(text), []);
      }
    });
  }
});
