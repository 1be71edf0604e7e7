import assert from "node:assert/strict";
import { isMet } from "./expression.ts";
import { broken } from "./rules.ts";
import { actions, workflowOf, workflows } from "./workflow.ts";

const head = "${{ github.event.pull_request.head.sha }}";

describe("the rules of the workflows", () => {
  it("hold for all of them", () => {
    assert.deepEqual(broken(workflows, actions), []);
  });

  const spoiled: [file: string, text: string, replacement: string, says: RegExp][] = [
    ["pull-request", "@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "@v7", /^not pinned: - uses: actions\/checkout@v7/],
    ["deploy-stack", " # v7.0.0", "", /^not pinned/],
    ["drift", "permissions: {}", "permissions: read-all", /^drift: permissions at the top/],
    ["test", "permissions: {}\n", "", /^test: permissions at the top/],
    ["test", "  pull_request:", "  pull_request_target:", /^test: pull_request_target/],
    ["test", "  pull_request:", "  workflow_run:", /^test: others start it/],
    ["test", "    timeout-minutes", "    environment: dev\n    timeout-minutes", /^test: an environment in reach/],
    ["test", "contents: read", "contents: write", /^test test: permissions/],
    ["pull-request", "      contents: read\n    outputs", "      contents: write\n    outputs", /check: permissions/],
    ["pull-request", "environment: preview\n", "\n", /^pull-request preview: environment/],
    [
      "pull-request",
      "environment: preview-code\n",
      "environment: preview\n",
      /^pull-request preview-code: environment/,
    ],
    ["pull-request", "    name: check", "    name: check\n    if: github.actor != 'x'", /check can be skipped/],
    ["pull-request", "          fetch-depth: 0\n          persist-credentials: false", "", /the token is kept/],
    ["pull-request", "ref: ${{ github.sha }}", `ref: ${head}`, /check: checks out \$\{\{ github\.event/],
    ["pull-request", "ref: ${{ github.sha }} # main's", "repository: a/b", /others' code/],
    ["pull-request", '"$HEAD_SHA" >>', `${head} >>`, /an expression in a script/],
    ["pull-request", "pull_request.head.sha }}", "pull_request.head.ref }}", /^what others choose/],
    [
      "pull-request",
      "RESULT: ${{ needs.check.result }}",
      "TITLE: ${{ github.event.pull_request.title }}",
      /^what others/,
    ],
    ["pull-request", "package-manager-cache: false", "cache: npm", /a cache/],
    ["drift", "GITHUB_TOKEN: ${{ github.token }}", "GITHUB_TOKEN: ${{ secrets.TOKEN }}", /^a secret/],
    ["drift", "    timeout-minutes: 60\n", "", /^drift look: time limit/],
    ["drift", "node cli/drift.ts", "npm install && node cli/drift.ts", /packages' scripts/],
    ["deploy", "  prod:\n", "  more:\n", /^deploy more: a job that no rule knows/],
  ];
  for (const [file, text, replacement, says] of spoiled) {
    it(`notice ${says.source} in ${file}.yml`, () => {
      const changed = workflows.map((one) => {
        if (one.file !== file) return one;
        assert.ok(one.text.includes(text), `${file}.yml has ${text}`);
        return workflowOf(
          file,
          one.text.replace(text, () => replacement),
        );
      });
      const found = broken(changed, actions);
      assert.ok(
        found.some((line) => says.test(line)),
        found.join("\n"),
      );
    });
  }
});

describe("the preview of a pull request", () => {
  const repository = { id: 1 };
  const runs = (configurationOnly: string, from: { id: number } | null, variables: Record<string, string> = {}) =>
    ["preview", "preview-code"].filter((name) =>
      isMet(
        workflows.find(({ file }) => file === "pull-request")?.jobs[name]?.if,
        {
          github: { event: { repository, pull_request: { head: { repo: from } } } },
          needs: { check: { outputs: { "configuration-only": configurationOnly } } },
          vars: variables,
        },
        "success",
      ),
    );
  const reviewed = { PREVIEW_CODE: "reviewed" };

  it("runs at once for the configuration only, on main's code", () => {
    assert.deepEqual(runs("true", repository), ["preview"]);
    assert.deepEqual(runs("true", repository, reviewed), ["preview"]);
  });

  it("waits for an approval where code is proposed, and is off until somebody has set that up", () => {
    assert.deepEqual(runs("false", repository), []);
    assert.deepEqual(runs("false", repository, reviewed), ["preview-code"]);
  });

  it("never runs for a fork, not even for one that is gone, nor for what could not be read", () => {
    for (const answer of ["true", "false"]) {
      assert.deepEqual(runs(answer, { id: 2 }, reviewed), []);
      assert.deepEqual(runs(answer, null, reviewed), []);
    }
    for (const answer of ["", "maybe"]) assert.deepEqual(runs(answer, repository, reviewed), []);
  });

  it("does not run after a check that has failed", () => {
    const { if: condition } = workflows.find(({ file }) => file === "pull-request")?.jobs["preview"] ?? {};
    const contexts = {
      github: { event: { repository, pull_request: { head: { repo: repository } } } },
      needs: { check: { outputs: { "configuration-only": "true" } } },
    };
    assert.ok(!isMet(condition, contexts, "failure"));
  });
});
