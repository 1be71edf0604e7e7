import assert from "node:assert/strict";
import { resolved } from "./resolved.ts";

const accounts = (stack: string, edits: Parameters<typeof resolved>[1] = []) =>
  resolved(stack, edits).deployment.accounts;

describe("the accounts of a stack", () => {
  it("are those in which it makes something, and those from which it administers Identity Center", () => {
    assert.deepEqual(
      accounts("dev").map(({ name }) => name),
      ["Development", "Security"],
    );
    assert.deepEqual(
      accounts("prod").map(({ name }) => name),
      ["Management", "Production", "Security"],
    );
  });

  it("hold the one that is asked who the groups are, though nothing is given to any", () => {
    const nothing: Parameters<typeof resolved>[1] = [
      ["dev.yaml", "access:\n  Developers:\n    Development: [Developer]\n", ""],
      [
        "dev.yaml",
        "permission-sets:\n  Developer:\n    description: Build the shop\n    owner: Developers\n    aws-managed-policies: [ViewOnlyAccess]\n",
        "",
      ],
    ];
    assert.deepEqual(
      accounts("dev", nothing).map(({ name }) => name),
      ["Development", "Security"],
    );
  });

  it("are reached through the deploy role, in a session that is called the same whoever deploys", () => {
    const { ceiling, ...development } = accounts("dev")[0]!;
    assert.equal(ceiling.arn, "arn:aws:iam::012345678901:policy/bootstrap/deploy-ceiling");
    assert.deepEqual(development, {
      name: "Development",
      formerly: [],
      configPath: "accounts.Development",
      id: "012345678901",
      region: "eu-central-1",
      deployRoleArn: "arn:aws:iam::012345678901:role/deploy",
      previewRoleArn: "arn:aws:iam::012345678901:role/deploy-preview",
      sessionName: "access-dev",
      tags: { "managed-by": "access", stack: "dev" },
    });
  });

  it("can have a deploy role of their own, and earlier names", () => {
    const [development] = accounts("dev", [
      ["base.yaml", "    stack: dev\n", "    stack: dev\n    deploy-role: other\n    formerly: [Sandbox]\n"],
    ]);
    assert.equal(development!.deployRoleArn, "arn:aws:iam::012345678901:role/other");
    assert.deepEqual(development!.formerly, ["Sandbox"]);
  });

  it("lie in the organization's partition", () => {
    const edits: Parameters<typeof resolved>[1] = [
      ["base.yaml", "  home-region: eu-central-1", "  partition: aws-us-gov\n  home-region: us-gov-west-1"],
      ["base.yaml", "regions: [eu-west-1]", "regions: [us-gov-east-1]"],
    ];
    for (const stack of ["dev", "prod"]) {
      const { deployment } = resolved(stack, edits);
      assert.doesNotMatch(JSON.stringify(deployment), /arn:aws:/);
      assert.match(JSON.stringify(deployment), /arn:aws-us-gov:/);
    }
  });
});
