import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { estateOf } from "../../bootstrap/estate.ts";
import { accountIs } from "../../bootstrap/intrinsic.ts";
import { bodySize, mark, templateFiles } from "../../bootstrap/files.ts";
import { policySize } from "../../bootstrap/parcels.ts";
import { documentSize } from "../../iam/document-size.ts";
import { validateDocument } from "../../iam/validate.ts";
import { deployed } from "./deployed-template.ts";
import { deployRole, founder, previewRole, roleIn } from "./rights.ts";
import { accountIds, configuration, deployments, estate, files } from "./shipped.ts";

const goldenFolder = "tests/bootstrap/templates";

describe("the bootstrap templates", () => {
  for (const { name, text } of files) {
    it(`are as they were reviewed: ${name} (node tests/bootstrap/update-templates.ts)`, () => {
      assert.equal(text, readFileSync(join(goldenFolder, name), "utf8"));
    });

    it(`can be deployed from a file: ${name}`, () => {
      assert.ok(Buffer.byteLength(text) <= bodySize);
      assert.ok(text.startsWith(mark));
    });
  }

  it("are the same whatever the order of stacks and accounts", () => {
    const reversed = deployments.toReversed().map((one) => ({ ...one, accounts: one.accounts.toReversed() }));
    assert.deepEqual(templateFiles(estateOf(configuration, reversed)), files);
  });

  it("name hundreds of policies in statements that AWS takes", () => {
    const policies = Array.from(
      { length: 300 },
      (_, number) => `arn:aws:iam::\${AWS::AccountId}:policy/name-${number}`,
    );
    const made = templateFiles({ ...estate, policies }).find(({ name }) => name === "members.yaml")!;
    const { policies: documents, roles } = deployed(made.text, accountIds.get("Production")!);
    assert.ok(roles.get(deployRole)!.identity.length <= 10);
    for (const document of documents.values()) assert.ok(documentSize(document, "identity") <= policySize);
    assert.equal(new Set(made.text.match(/policy\/name-\d+/gu)).size, 300);
  });

  it("are one for each name of a deploy role among the member accounts", () => {
    const accounts = estate.accounts.map((account) =>
      account.name === "Security" ? { ...account, deployRole: "other" } : account,
    );
    assert.deepEqual(
      templateFiles({ ...estate, accounts }).map(({ name }) => name),
      ["management.yaml", "members-securecart-deploy.yaml", "members-other.yaml"],
    );
  });

  for (const [account, id] of accountIds) {
    it(`make policies in ${account} that AWS takes`, () => {
      const { text } = files.find(
        ({ name }) => name === (id === estate.managementAccountId ? "management.yaml" : "members.yaml"),
      )!;
      for (const by of ["", founder]) {
        const { policies, roles } = deployed(text, id, { Founder: by });
        assert.ok(policies.size > 3);
        for (const [arn, document] of policies) {
          assert.ok(documentSize(document, "identity") <= policySize, arn);
          assert.deepEqual(errors(document, "identity"), [], arn);
        }
        for (const [name, { trust, identity }] of roles) {
          assert.deepEqual(errors(trust, "trust"), [], name);
          assert.ok(documentSize(trust, "trust") <= 2_048, name);
          // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
          assert.ok(identity.length <= 10, name);
        }
      }
    });

    it(`bound the deploy role in ${account}, and nothing else`, () => {
      assert.notEqual(roleIn(account, deployRole).boundary, null);
      assert.equal(roleIn(account, previewRole).boundary, null);
    });
  }
});

function errors(document: object, kind: "identity" | "trust"): string[] {
  return validateDocument(document, kind).flatMap(({ severity, message }) => (severity === "error" ? [message] : []));
}

describe("a condition on accounts", () => {
  it("puts no more than ten conditions into one Fn::Or, and none alone", () => {
    const ids = Array.from({ length: 301 }, (_, number) => String(number).padStart(12, "0"));
    const found: string[] = [];
    const walk = (condition: unknown): void => {
      const [name, argument] = Object.entries(condition as Record<string, unknown[]>)[0]!;
      if (name === "Fn::Equals") found.push(String(argument[1]));
      else {
        assert.equal(name, "Fn::Or");
        assert.ok(argument.length >= 2 && argument.length <= 10);
        for (const inner of argument) walk(inner);
      }
    };
    walk(accountIs(ids));
    assert.deepEqual(found, ids);
    assert.deepEqual(accountIs(["1"]), { "Fn::Equals": [{ Ref: "AWS::AccountId" }, "1"] });
  });
});

const linterIn = [".cache/cfn-lint/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
const linter = linterIn.map((place) => resolve(place, "cfn-lint")).find((file) => existsSync(file));
const install = "python3 -m venv .cache/cfn-lint && .cache/cfn-lint/bin/pip install cfn-lint";

describe(`CloudFormation's linter${linter === undefined ? `, which is not installed: ${install}` : ""}`, function () {
  this.timeout(120_000);
  // W3037: its list of actions is older than the catalogue, by which the documents are judged elsewhere.
  const lint = (...paths: string[]) =>
    spawnSync(linter ?? "", ["--ignore-checks", "W3037", "--", ...paths], { encoding: "utf8" });

  before(function () {
    if (linter !== undefined) return;
    assert.equal(process.env["CI"], undefined, "cfn-lint is missing: .ci/run installs it");
    this.skip();
  });

  it("has nothing to object to", () => {
    const { stdout, stderr, status } = lint(...files.map(({ name }) => join(goldenFolder, name)));
    assert.deepEqual([stdout, stderr, status], ["", "", 0]);
  });

  it("would object to a mistake", () => {
    const folder = mkdtempSync(join(tmpdir(), "securecart-template-"));
    try {
      const wrong = files[0]!.text.replace("AWS::IAM::ManagedPolicy", "AWS::IAM::ManagedPolice");
      writeFileSync(join(folder, "wrong.yaml"), wrong);
      const { stdout, status } = lint(join(folder, "wrong.yaml"));
      assert.match(stdout, /ManagedPolice/u);
      assert.notEqual(status, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("npm run bootstrap", function () {
  this.timeout(30_000);
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "securecart-bootstrap-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const command = (...args: string[]) => spawnSync("node", ["cli/bootstrap.ts", ...args], { encoding: "utf8" });
  const commandInFolder = (settings: Record<string, string>) => {
    for (const [stack, text] of Object.entries(settings)) writeFileSync(join(folder, `Pulumi.${stack}.yaml`), text);
    return spawnSync("node", [resolve("cli/bootstrap.ts")], { cwd: folder, encoding: "utf8" });
  };

  it("writes the templates, and writes them again", () => {
    for (const time of ["first", "second"]) {
      const { status, stdout } = command(folder);
      assert.equal(status, 0, time);
      assert.match(stdout, /members\.yaml: \d+ bytes\n/u);
      assert.match(stdout, /docs\/first-day\.md/u);
    }
    assert.equal(readFileSync(join(folder, "members.yaml"), "utf8").split("\n")[0], mark);
  });

  it("prints them instead", () => {
    const text = execFileSync("node", ["cli/bootstrap.ts", "--stdout"], { encoding: "utf8" });
    assert.equal(text.split("\n---\n").length, 2);
  });

  it("overwrites nothing that is not its own, and then writes nothing at all", () => {
    writeFileSync(join(folder, "members.yaml"), "mine: yes\n");
    const { status, stderr } = command(folder);
    assert.equal(status, 1);
    assert.match(stderr, /members\.yaml: not written by this command/u);
    assert.equal(readFileSync(join(folder, "members.yaml"), "utf8"), "mine: yes\n");
    assert.equal(existsSync(join(folder, "management.yaml")), false);
  });

  it("writes nothing where no stack file is named", () => {
    const { status, stderr } = commandInFolder({ empty: "", salted: "encryptionsalt: v1\n", none: "config:\n" });
    assert.equal(stderr, "There is no Pulumi.<stack>.yaml here that names a configuration file. Nothing is written.\n");
    assert.equal(status, 1);
  });

  it("writes nothing by a part of the stacks, where they lie in two directories", () => {
    const config = (file: string) => `config:\n  access:config: ${file}\n`;
    const { status, stderr } = commandInFolder({ dev: config("./a/dev.yaml"), prod: config("b/prod.yaml") });
    assert.match(stderr, /^a\/dev\.yaml and b\/prod\.yaml lie in two directories.* Nothing is written\.\n$/u);
    assert.equal(status, 1);
    assert.equal(existsSync(join(folder, "bootstrap-templates")), false);
  });
});
