import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { guide, tried } from "./guide.ts";

describe("the guide for editing access", function () {
  this.timeout(120_000);
  const text = readFileSync(guide, "utf8");

  it("has snippets that fit the shipped files, and says what the commands say of them", () => {
    assert.equal(tried(text), text);
  });
});
