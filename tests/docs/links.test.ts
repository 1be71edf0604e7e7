import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Headings as GitHub makes anchors of them: lower case, punctuation left out, spaces as hyphens. */
const anchorsOf = (file: string): Set<string> =>
  new Set(
    [...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gmu)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

describe("the documents' links", () => {
  const pages = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
    encoding: "utf8",
  })
    .trim()
    .split("\n");

  for (const page of pages) {
    it(`of ${page} lead to files and headings that exist`, () => {
      const text = readFileSync(page, "utf8").replaceAll(/^ *```.*?^ *```$/gmsu, "");
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = ""]) => target);
      for (const target of links.filter((link) => !/^[a-z]+:/u.test(link))) {
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? page : join(dirname(page), path);
        assert.ok(existsSync(file), `${target}: there is no such file`);
        if (anchor !== undefined) assert.ok(anchorsOf(file).has(anchor), `${target}: there is no such heading`);
      }
    });
  }
});
