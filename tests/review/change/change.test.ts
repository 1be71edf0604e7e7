import assert from "node:assert/strict";
import { parseDocument } from "yaml";
import { changeBetween } from "../../../review/change/change.ts";
import { shuffle } from "../../components/config-copy.ts";
import { people } from "./cases/people.ts";
import { policies } from "./cases/policies.ts";
import { edited, lines, shipped, sideOf } from "./edited.ts";

const before = sideOf(shipped);

describe("a change of access", () => {
  for (const { what, edits, says } of [...people, ...policies]) {
    it(`tells of ${what}`, () => {
      assert.deepEqual(lines(changeBetween(before, sideOf(edited(edits)))), says);
    });
  }

  for (const [what, change] of Object.entries({
    "another order of every list and map": reordered,
    "comments and empty lines": commented,
    "nothing at all": (text: string) => text,
  })) {
    it(`finds no change of access in ${what}`, () => {
      const texts = new Map([...shipped].map(([name, text]) => [name, change(text)]));
      const found = changeBetween(before, sideOf(texts));
      assert.deepEqual(lines(found), []);
      assert.deepEqual(found.durations, []);
    });
  }

  // Development without a stack of its own: `prod` has the account, and makes what is in base.yaml for it.
  const alone = new Map(
    [...edited([["base.yaml", "    stack: dev\n", "    stack: prod\n"]])].filter(([name]) => name !== "dev.yaml"),
  );

  it("tells of a stack that is new, and of everything that it gives", () => {
    const found = lines(changeBetween(sideOf(alone), before));
    for (const line of [
      "gains: Developers gains Developer, in Development",
      "gains: workload product-images is new, with the role product-images, in Development",
      "none: stack dev is new: what it makes is named one by one",
    ]) {
      assert.ok(found.includes(line), line);
    }
    assert.ok(!found.some((line) => line.includes("Finance")));
    assert.ok(
      found.some((line) => line.startsWith("interrupts: break-glass, role BreakGlass, is deleted and made anew")),
    );
  });

  it("says that what a stack made stays when its file goes, and takes nobody for a loser", () => {
    const found = lines(changeBetween(before, sideOf(alone)));
    assert.equal(
      found[0],
      "weakens: stack dev is configured no more, and what it made stays in AWS until somebody destroys it; Developers and Operations keep what they have by it",
    );
    assert.deepEqual(
      found.filter((line) => line.startsWith("loses: ")),
      [],
    );
  });

  it("takes a set that moves to another stack for an interruption", () => {
    const line = "  Operations:\n    Development: [Developer]\n";
    const set = /\n {2}Developer:\n(?: {4}.*\n)+/u.exec(shipped.get("dev.yaml") ?? "")?.[0] ?? "";
    // A set with a customer managed policy stays in its stack's accounts.
    const own = set.replace("    customer-managed-policies: [read-application-logs]\n", "");
    const old = edited([["dev.yaml", set, own]]);
    const texts = new Map(old);
    texts.set(
      "dev.yaml",
      (old.get("dev.yaml") ?? "")
        .replace(own, "\n")
        .replace(/access:\n(?: {2}.*\n)+/u, "")
        .replace("permission-sets:\n", ""),
    );
    texts.set(
      "prod.yaml",
      (old.get("prod.yaml") ?? "")
        .replace("  Developers:\n", "  Developers:\n    Development: [Developer]\n")
        .replace("    DevOps: [DevOps-Admin]\n", "    DevOps: [DevOps-Admin]\n    Development: [Developer]\n")
        .replace("\npermission-sets:\n", `\npermission-sets:${own}`),
    );
    assert.ok(line.length > 0);
    const found = lines(changeBetween(sideOf(old), sideOf(texts)));
    assert.deepEqual(found.slice(0, 3), [
      "interrupts: Developers is without Developer for about five minutes: the assignment is deleted and made again, in Development",
      "  ~ the role AWSReservedSSO_Developer_… there gets another suffix: its ARN changes, and what names the old one (key policies, EKS access entries) no longer lets it in",
      "  ~ it moves from the stack dev to the stack prod: deploy dev first, which removes it, then prod",
    ]);
    assert.ok(
      !found.some((one) => /^gains: (Developers|Operations) gains|^loses: (Developers|Operations) loses/u.test(one)),
    );
  });

  it("counts what takes long: ten assignments at a time, and each part of a set that goes to its accounts", () => {
    const found = changeBetween(
      before,
      sideOf(
        edited([
          ["prod.yaml", "    all accounts: [SecurityAudit]\n", "    all accounts: [SecurityAudit, ReadOnly]\n"],
          [
            "prod.yaml",
            "    Management: [Billing-ReadOnly]\n",
            "    all accounts except Management: [ReadOnly]\n    Management: [Billing-ReadOnly, SecurityAudit]\n",
          ],
          [
            "prod.yaml",
            "    session-duration: 2 hours\n    aws-managed-policies: [ViewOnlyAccess]\n",
            "    session-duration: 3 hours\n    aws-managed-policies: [ViewOnlyAccess, SecurityAudit]\n",
          ],
          ["prod.yaml", "  ReadOnly:\n", "  ReadOnly:\n    administered-from: Management\n"],
        ]),
      ),
    );
    const [prod] = found.durations;
    assert.equal(found.durations.length, 1);
    assert.deepEqual([prod?.stack, prod?.provisionings], ["prod", 2]);
    assert.equal(prod?.seconds, Math.ceil(prod!.assignments / 10) * 10 + 10);
    assert.ok(prod.assignments > 10);
  });
});

function reordered(text: string): string {
  const document = parseDocument(text, { schema: "failsafe" });
  shuffle(document, 7);
  return document.toString({ lineWidth: 0 });
}

function commented(text: string): string {
  return text.replaceAll(/^(?= *[a-zA-Z-]+:)/gmu, "# said\n\n");
}
