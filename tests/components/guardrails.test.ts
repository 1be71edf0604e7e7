import assert from "node:assert/strict";
import { configCopy } from "./config-copy.ts";
import { ofKind } from "./graph.ts";
import { type Registration, foundOrganization, run, shipped } from "./program.ts";

const attachments = (all: Registration[]) =>
  all
    .filter(({ type }) => type === "aws:organizations/policyAttachment:PolicyAttachment")
    .map(({ name, inputs }) => [name, inputs["policyId"], inputs["targetId"]]);

describe("guardrails", function () {
  this.timeout(60_000);

  it("are made through the management account, in the stack that holds it alone", async () => {
    const prod = await shipped("prod");
    const made = prod.registrations.filter(({ type }) => type.startsWith("aws:organizations/"));
    assert.ok(made.length >= 13);
    for (const { name, provider } of made) assert.equal(provider, "Management", name);
    assert.deepEqual(ofKind(await shipped("dev"), "Guardrail"), []);
  });

  it("are attached to the ids that AWS has for their targets", async () => {
    const copy = configCopy((document, file) => {
      if (file !== "guardrails.yaml") return;
      document.setIn(
        ["guardrails", "allowed-regions", "targets"],
        ["Production", "ou Infrastructure", "ou Workloads/Development"],
      );
    });
    try {
      const { registrations, lookups, failures } = await run({ stack: "prod", config: copy.file("prod") });
      assert.deepEqual(failures, []);
      assert.deepEqual(
        attachments(registrations).filter(([name]) => String(name).startsWith("allowed-regions/")),
        [
          ["allowed-regions/Production", "id of Policy allowed-regions", "444455556666"],
          ["allowed-regions/ou Infrastructure", "id of Policy allowed-regions", "id of Infrastructure"],
          ["allowed-regions/ou Workloads/Development", "id of Policy allowed-regions", "id of Development"],
        ],
      );
      const asked = lookups.filter(({ token }) => token.includes("getOrganizationalUnits"));
      assert.deepEqual(asked.map(({ inputs }) => inputs["parentId"]).sort(), ["id of Workloads", "id of root"]);
    } finally {
      copy.remove();
    }
  });

  it("tell units of one name apart by their paths", async () => {
    const copy = configCopy((document, file) => {
      if (file === "guardrails.yaml")
        document.setIn(["guardrails", "allowed-regions", "targets"], ["ou Workloads/Production"]);
    });
    try {
      const units = {
        "id of root": ["Infrastructure", "Production", "Workloads"],
        "id of Workloads": ["Production live"],
      };
      const result = await run({
        stack: "prod",
        config: copy.file("prod"),
        organization: { ...foundOrganization, units },
      });
      assert.match(result.failures[0]?.message ?? "", /no unit "Workloads\/Production"/);
    } finally {
      copy.remove();
    }
  });

  it("ask AWS nothing where there are none", async () => {
    const { lookups } = await shipped("dev");
    assert.ok(lookups.every(({ token }) => !token.includes("organizations")));
  });
});
