import assert from "node:assert/strict";
import { validateDocument } from "../../iam/validate.ts";
import { domains } from "../../model/diagnostics.ts";
import { attached, guardrails as cases } from "./cases/guardrails.ts";
import { file, judged } from "./guarded.ts";

describe("guardrails", () => {
  it("have no fault before they are spoiled, and AWS takes them as they are", () => {
    const { found, guardrails } = judged({ "guardrails.yaml": file });
    assert.deepEqual(found, []);
    assert.deepEqual(
      guardrails.map(({ name }) => name),
      ["databases", "perimeter", "regions"],
    );
    for (const { document, type } of guardrails) {
      assert.deepEqual(validateDocument(document, type === "SERVICE_CONTROL_POLICY" ? "scp" : "rcp"), []);
    }
  });

  for (const { what, code, edits } of cases) {
    it(`refuse ${what}`, () => {
      let text = file;
      for (const [from, to] of edits) {
        assert.ok(text.includes(from), from);
        text = text.replace(from, () => to);
      }
      const { found, expected } = judged({ "guardrails.yaml": text });
      assert.deepEqual(
        found,
        expected.map((place, at) => `${place} ${[code].flat()[at] ?? ""}`),
      );
      assert.equal(found.length, [code].flat().length);
    });
  }

  it("belong to the stack that holds the management account", () => {
    const { found } = judged({ "dev-guardrails.yaml": file.replace("guardrails:", "▸guardrails:") }, [
      ["dev.yaml", "include: [base.yaml]", "include: [base.yaml, dev-guardrails.yaml]"],
    ]);
    assert.deepEqual(found, ["dev-guardrails.yaml:1:1 guardrails-elsewhere"]);
  });

  it("refuse to shut out the tokens of a provider that only another stack knows", () => {
    const provider =
      "identity-providers:\n  ▸GitLab:\n    type: oidc\n    url: https://gitlab.example\n    audience: aws\n    accounts: Development\n    owner: Developers\n";
    const { found, expected } = judged({ "guardrails.yaml": file }, [
      ["dev.yaml", "access:\n", `${provider}\naccess:\n`],
    ]);
    assert.deepEqual(
      found,
      expected.map((place) => `${place} provider-outside-perimeter`),
    );
    assert.equal(found.length, 1);
  });

  it("take nine guardrails at a target beside AWS's own, and no more", () => {
    const { found } = judged({ "guardrails.yaml": file.replace("  regions:\n", `${attached(8)}  regions:\n`) });
    assert.deepEqual(found, []);
  });

  it("say the same whatever the order of the YAML", () => {
    const written = (first: string, second: string, targets: string) =>
      judged({
        "guardrails.yaml": file
          .replace("- delete databases", `- ${first}\n      - ${second}`)
          .replace("[ou Workloads/Production, Development]", targets),
      }).guardrails;
    assert.deepEqual(
      written("use root", "leave organization", "[ou Workloads/Production, Development]"),
      written("leave organization", "use root", "[Development, ou Workloads/Production]"),
    );
  });

  it("have a case for every diagnostic of theirs", () => {
    const elsewhere = ["guardrails-elsewhere", "provider-outside-perimeter", "guardrail-locks-out"];
    const tried = new Set<string>([...cases.flatMap(({ code }) => code), ...elsewhere]);
    assert.deepEqual(
      Object.keys(domains.guardrails).filter((code) => !tried.has(code)),
      [],
    );
  });
});
