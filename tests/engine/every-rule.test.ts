import assert from "node:assert/strict";
import { rules } from "../../policypack/rules.ts";
import type { Outcome } from "../../sandbox/rehearsal/outcome.ts";
import type { Given } from "../policypack/judge.ts";
import { exampleConfiguration, programOf } from "../policypack/readme-example.ts";
import { type AnyProgram, anyProgram } from "./any-program.ts";

const version = "7.48.0";
const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const document = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const anybody = document({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" });
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

/** Of each rule its example in the README, under names and ids of its own: the examples share permission sets and groups. */
const examples = (which: "bad" | "good"): Given[] =>
  rules.flatMap((rule, index) =>
    programOf(rule[which]).map((given) => ({
      ...given,
      name: `${rule.name}/${given.name}`,
      props: JSON.parse(
        JSON.stringify(given.props)
          .replaceAll("1234567890abcdef", index.toString(16).padStart(16, "0"))
          .replaceAll("906745a2-", `${index.toString(16).padStart(8, "0")}-`),
      ) as Record<string, unknown>,
      dependsOn: (given.dependsOn ?? []).map((name) => `${rule.name}/${name}`),
    })),
  );

/** What is refused although something about it is known only when it is made. */
const partlyKnown: Given[] = [
  { type: "aws:sns/topic:Topic", name: "later" },
  { type: "aws:iam/rolePolicy:RolePolicy", name: "policy", props: { role: "${later}", policy: document(everything) } },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name: "attachment",
    props: { role: "${later}", policyArn: administrator },
  },
  {
    type: "aws:iam/role:Role",
    name: "trust",
    props: {
      description: "${later}",
      assumeRolePolicy: anybody,
    },
  },
  {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "bucket",
    props: { bucket: "${later}", policy: document({ ...everything, Principal: "*", Action: "s3:GetObject" }) },
  },
  { type: "aws:iam/userLoginProfile:UserLoginProfile", name: "password", props: { user: "${later}" } },
  { type: "aws:iam/accessKey:AccessKey", name: "key", props: { user: "${later}" } },
];

/** What version 6 of the AWS provider calls otherwise. */
const ofVersion6: Given[] = [
  { type: "aws:s3/bucketV2:BucketV2", name: "bucket", props: { acl: "public-read" } },
  { type: "aws:s3/bucketAclV2:BucketAclV2", name: "acl", props: { bucket: "shop", acl: "public-read-write" } },
  { type: "aws:iam/role:Role", name: "role", props: { assumeRolePolicy: anybody, managedPolicyArns: [administrator] } },
];

/** Rule and resource of each mandatory violation. */
const refused = ({ policyViolations }: Outcome): Set<string> =>
  new Set(
    policyViolations
      .filter(({ level }) => level === "mandatory")
      .map(({ policy, urn }) => `${policy}: ${urn.split("::").at(-1) ?? ""}`),
  );

describe("Every rule of the pack on the real engine", function () {
  this.timeout(120_000);
  let on: AnyProgram;

  before(async () => {
    on = await anyProgram("every-rule");
  });

  it("blocks its example in the preview that precedes an update, whatever is not known: nothing is deployed", async () => {
    const resources = [...examples("bad"), ...partlyKnown];
    const up = await on.run("up", { version, resources }, exampleConfiguration);
    assert.notEqual(up.exitCode, 0);
    assert.ok(up.planned);
    const found = refused(up);
    const silent = rules.filter(
      ({ name, level, bad }) =>
        level === "mandatory" &&
        Object.keys(bad).length > 0 &&
        ![...found].some((refusal) => refusal.startsWith(`${name}: ${name}/`)),
    );
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
    for (const refusal of [
      "admin: policy",
      "admin-managed: attachment",
      "trust-public: trust",
      "public-resource: bucket",
      "no-console-password: password",
      "no-access-key: key",
    ])
      assert.ok(found.has(refusal), refusal);
    assert.deepEqual(on.made(), []);
  });

  it("lets through what the README shows instead", async () => {
    const preview = await on.run("preview", { version, resources: examples("good") }, exampleConfiguration);
    assert.deepEqual(preview.policyViolations, []);
    assert.equal(preview.exitCode, 0, preview.stdout);
  });

  it("blocks what version 6 of the AWS provider calls otherwise", async () => {
    const preview = await on.run("preview", { version: "6.83.4", resources: ofVersion6 }, {});
    assert.deepEqual([...refused(preview)].sort(), [
      "admin-managed: role",
      "public-resource: acl",
      "public-resource: bucket",
      "trust-public: role",
    ]);
  });

  for (const [what, type, props] of [
    ["an access key", "aws:iam/accessKey:AccessKey", { user: "alice" }],
    ["a password", "aws:iam/userLoginProfile:UserLoginProfile", { user: "alice", pgpKey: "keybase:alice" }],
  ] as const)
    it(`refuses ${what} before it exists where the preview is skipped`, async () => {
      const up = await on.run("up", { version, resources: [{ type, name: "alice", props }] }, {}, ["--skip-preview"]);
      assert.notEqual(up.exitCode, 0);
      assert.ok(refused(up).size > 0);
      assert.deepEqual(on.made(), []);
    });
});
