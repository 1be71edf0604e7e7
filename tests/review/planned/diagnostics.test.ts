import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isMap, parseDocument } from "yaml";
import type { Diagnostic } from "../../../model/diagnostics.ts";
import { plan } from "../../../model/plan.ts";
import { packDiagnostics } from "../../../review/planned/diagnostics.ts";
import { loadProgram } from "../../../review/planned/load.ts";
import { configCopy } from "../../components/config-copy.ts";
import { today } from "../../components/program.ts";

const until = "2027-03-31";
const helper = `workloads:
  helper:
    { description: d, owner: Operations, account: Development, runs-on: lambda,
      statements: [{ Effect: Allow, Action: "*", Resource: "*" }] }`;

describe("what the policy pack says of a configuration", function () {
  this.timeout(30_000);

  /** What is said of the shipped configuration with more in it, and the line of each. */
  async function saidOf(more: Record<string, string>): Promise<{ diagnostic: Diagnostic; line: string }[]> {
    const copy = configCopy((document, file) => {
      const written = parseDocument(more[file] ?? "{}", { schema: "failsafe" });
      if (!isMap(written.contents)) return;
      for (const { key, value } of written.contents.items) {
        const found = document.get(key);
        if (isMap(found) && isMap(value)) found.items.push(...value.items);
        else document.set(key, value);
      }
    });
    try {
      const made = plan(copy.file("prod"), { today });
      assert.notEqual(made.deployments.length, 0, made.report);
      const { plannedResources } = await loadProgram();
      return packDiagnostics(made, plannedResources, "securecart-iam").map((diagnostic) => ({
        diagnostic: { ...diagnostic, file: diagnostic.file.slice(copy.directory.length + 1) },
        line: readFileSync(diagnostic.file, "utf8").split("\n")[diagnostic.line - 1]?.trim() ?? "",
      }));
    } finally {
      copy.remove();
    }
  }

  it("is nothing of the shipped one", async () => {
    assert.deepEqual(await saidOf({}), []);
  });

  it("stands at the line that asked for the resource, with the remedy and the exception", async () => {
    const [first, ...others] = await saidOf({ "dev.yaml": helper });
    assert.deepEqual(others, []);
    assert.ok(first);
    const { message, fix, exception, ...diagnostic } = first.diagnostic;
    assert.match(first.line, /^helper:/u);
    assert.deepEqual(diagnostic, {
      code: "policy-violation",
      severity: "error",
      file: "dev.yaml",
      line: diagnostic.line,
      column: 3,
      length: "helper".length,
      path: "workloads.helper",
      rule: { name: "admin", url: diagnostic.rule?.url },
    });
    assert.match(
      message,
      /^Whoever holds this policy may do everything .* The rule admin refuses it: one stolen.* Resource: aws:iam\/rolePolicy:RolePolicy "helper\/Development\/permissions", policy, statement 1, /u,
    );
    assert.match(fix ?? "", /^\{"Effect": /u);
    const written = exception?.join("\n").replaceAll("…", "Operations") ?? "";
    assert.deepEqual(await saidOf({ "dev.yaml": helper, "security.yaml": written }), []);
  });

  it("is one for all resources of which the same is said", async () => {
    const said = await saidOf({
      "base.yaml": `policies:
  everywhere:
    { description: d, owner: Operations, accounts: [DevOps, Production, Security],
      statements: [{ Effect: Allow, Action: "cloudtrail:StopLogging", Resource: "*" }] }`,
    });
    assert.deepEqual(
      said.map(({ diagnostic }) => diagnostic.path),
      ["policies.everywhere"],
    );
    assert.match(said[0]?.diagnostic.message ?? "", /"everywhere\/DevOps" and 2 more/u);
    assert.equal(said[0]?.diagnostic.fix?.match(/until: /gu)?.length, 3);
  });

  it("is about the security file where an exception is unneeded, a rule disabled or not there", async () => {
    const urn =
      "urn:pulumi:prod::securecart-iam::securecart:iam:BreakGlass$aws:iam/user:User::break-glass/break-glass-1";
    const about = `reason: r, owner: Operations, until: ${until}`;
    const said = await saidOf({
      "security.yaml": `policy-exceptions:
  admin: { "${urn}": { ${about} } }
  no-such-rule: { "${urn}": { ${about} } }
disabled-rules:
  service-stars: { ${about} }
  write-star: { ${about} }
  trust-public: { ${about} }`,
    });
    const short = said.map(({ diagnostic: { code, path, fix } }) => [code, path, fix]);
    assert.deepEqual(short, [
      ["policy-violation", `policy-exceptions.admin.${urn}`, "Delete it, or correct it."],
      ["policy-rule-unknown", "policy-exceptions.no-such-rule", "policypack/README.md names the rules."],
      ["policy-rule-unknown", "disabled-rules.service-stars", "Did you mean service-star?"],
      ["policy-advice", "disabled-rules.write-star", "Delete it, or correct it."],
      ["policy-advice", "disabled-rules.trust-public", "Delete it, or correct it."],
    ]);
    for (const { diagnostic, line } of said)
      assert.ok(line.includes(diagnostic.path.includes(urn) ? urn : (diagnostic.path.split(".")[1] ?? "")), line);
  });
});
