import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { pinnedVersion } from "../../sandbox/toolchain/version.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import { actions, workflows } from "./workflow.ts";

const read = (file: string): string => readFileSync(join(repository, file), "utf8");

describe("what the workflows presuppose", () => {
  const base = parse(read("config/base.yaml")) as {
    organization: { deployer: string; previewer: string };
    pipelines: Record<string, { from: { subject: string[] } }>;
  };
  const environmentsOf = (party: string): string[] =>
    (base.pipelines[party.replace("pipeline ", "")]?.from.subject ?? [])
      .map((one) => one.split(":").at(-1) ?? "")
      .sort();
  const used = (file: string): (string | undefined)[] =>
    Object.values(workflows.find((one) => one.file === file)?.jobs ?? {}).map((job) => job.environment);

  it("has environments that AWS trusts, and no role trusts another", () => {
    const stacks = Object.keys(workflows.find(({ file }) => file === "deploy")?.jobs ?? {}).sort();
    assert.deepEqual(environmentsOf(base.organization.deployer), stacks);
    const previews = [...used("pull-request"), ...used("drift")].filter((one) => one !== undefined);
    assert.deepEqual(environmentsOf(base.organization.previewer), [...new Set(previews)].sort());
  });

  it("has every stack that there is", () => {
    const text = workflows.map((one) => one.text).join("\n");
    const matrices = [...text.matchAll(/stack: \[(.*)\]/gu)].map(([, stacks]) => stacks);
    assert.deepEqual([...new Set(matrices)], ["dev, prod"]);
    for (const stack of ["dev", "prod"])
      assert.match(read(`Pulumi.${stack}.yaml`), new RegExp(`config/${stack}\\.yaml`));
  });

  it("previews code as it previews configuration", () => {
    const { jobs } = workflows.find(({ file }) => file === "pull-request")!;
    const [preview, code] = ["preview", "preview-code"].map((name) => jobs[name]?.steps?.at(-1));
    assert.equal(preview?.name, "Preview");
    assert.deepEqual(code, preview);
  });

  it("has the Pulumi CLI with which the tests run", () => {
    const engine = actions.find(({ name }) => name.endsWith("/engine"));
    const step = engine?.runs.steps.find(({ uses }) => uses?.startsWith("pulumi/actions@"));
    assert.equal(step?.with?.["pulumi-version"], pinnedVersion());
  });
});

describe("CODEOWNERS", () => {
  /** The patterns in use: `*`, a file, a folder with all below it. */
  const rules = read(".github/CODEOWNERS")
    .split("\n")
    .filter((line) => /^[^#\s]/u.test(line))
    .map((line) => line.split(/\s+/u))
    .map(([pattern = "", ...owners]) => ({ pattern, owners }));
  const ownersOf = (path: string): string[] =>
    rules.findLast(({ pattern }) =>
      pattern.endsWith("/") ? `/${path}`.startsWith(pattern) : pattern === "*" || pattern === `/${path}`,
    )?.owners ?? [];

  it("uses patterns that this test understands, and says who owns each", () => {
    for (const { pattern, owners } of rules) {
      assert.match(pattern, /^(?:\*|(?:\/[\w.-]+)+\/?)$/);
      assert.ok(owners.length > 0, pattern);
    }
  });

  for (const path of [
    ...["config/security.yaml", "config/guardrails.yaml", "config/base.yaml", "config/new.yaml", ".github/CODEOWNERS"],
    ...[".github/workflows/deploy.yml", "index.ts", "policypack/rules/admin.ts", "cli/check.ts", "package.json"],
    ...[
      "package-lock.json",
      "Pulumi.prod.yaml",
      "docs/decisions/0001-plain-documents.md",
      "tests/expectations/prod.yaml",
    ],
  ]) {
    it(`sends ${path} to Security alone`, () => {
      assert.deepEqual(ownersOf(path), ["@securecart/securityteam"]);
    });
  }

  it("sends who may do what to Operations too, of every stack alike: each can give access in any account", () => {
    const owners = ["@securecart/operations", "@securecart/securityteam"];
    for (const stack of ["dev", "prod"]) assert.deepEqual(ownersOf(`config/${stack}.yaml`), owners);
  });
});
