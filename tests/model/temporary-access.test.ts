import assert from "node:assert/strict";
import { accessLines } from "../../model/access-line.ts";
import { deadlines } from "../../model/deadlines.ts";
import { plan } from "../../model/plan.ts";

const planOn = (today: string) => plan("config/prod.yaml", { today });

/** Whether Operations has DatabaseOperator, whose line says `until: 2027-03-31`. */
const hasIt = (today: string): boolean =>
  planOn(today).deployments.some(({ access }) =>
    access.some(({ cells }) => cells.some(({ permissionSet }) => permissionSet === "DatabaseOperator")),
  );

const codesOn = (today: string): string[] =>
  planOn(today)
    .diagnostics.filter(({ path }) => path === "access.Operations.Production[1].until")
    .map(({ code }) => code);

describe("temporary access", () => {
  it("holds on its last day, and is gone from what is deployed on the next", () => {
    assert.deepEqual([hasIt("2027-03-30"), hasIt("2027-03-31"), hasIt("2027-04-01")], [true, true, false]);
  });

  it("is warned of in its last 30 days, and once it has ended; neither forbids the update that removes it", () => {
    assert.deepEqual(["2027-02-28", "2027-03-01", "2027-03-31", "2027-04-01"].map(codesOn), [
      [],
      ["ends-soon"],
      ["ends-soon"],
      ["access-expired"],
    ]);
  });

  it("is data: until when, why, who asked, who answers, and whether it has ended", () => {
    const lineOn = (today: string) =>
      planOn(today)
        .stacks.flatMap(accessLines)
        .find(({ permissionSet }) => permissionSet === "DatabaseOperator");
    const { until, reason, ticket, owner, ended, accounts, place } = lineOn("2027-03-31")!;
    assert.deepEqual(
      { until, reason, ticket, owner, ended, accounts },
      {
        ...{ until: "2027-03-31", reason: "Move the order database to Aurora", ticket: "OPS-4711" },
        ...{ owner: "Operations", ended: false, accounts: ["Production"] },
      },
    );
    assert.equal(place.file, "config/prod.yaml");
    assert.equal(lineOn("2027-04-01")?.ended, true);
  });

  it("is listed with every other last day, soonest first, each once though both stacks include its file", () => {
    const all = deadlines(planOn("2027-04-01").stacks);
    assert.deepEqual(
      all.map(({ kind, day, then, daysLeft }) => [kind, day, then, daysLeft]),
      [["access", "2027-03-31", "ends", -1], ...all.slice(1).map(({ kind, day }) => [kind, day, "review", 90])],
    );
    assert.deepEqual(new Set(all.slice(1).map(({ kind }) => kind)), new Set(["MFA promise", "guardrail exception"]));
    assert.equal(all.filter(({ kind }) => kind === "MFA promise").length, 1);
  });
});
