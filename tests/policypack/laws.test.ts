import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding, Rule } from "../../policypack/rule.ts";
import { rules } from "../../policypack/rules.ts";
import { cases } from "./cases/index.ts";
import { type Given, judge, judgeBy, notKnown, processOf, urnOf } from "./judge.ts";

/** Property names and values that the rules look at, and anything else. */
const texts = fc.oneof(
  fc.constantFrom(notKnown, "break-glass-1", "alice", "DevOps-Admin", "{", "[1", '{"Statement":[null,7]}', "*", ""),
  fc.string(),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    texts,
    fc.constantFrom(null, true, false, 0, 1.5, Number.NaN),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom("name", "value", "Version", "Statement", "Effect", "Condition", "__proto__"),
      tie("any"),
      {
        maxKeys: 3,
      },
    ),
  ),
})).any;
const properties = [
  ...["name", "user", "users", "userName", "group", "groups", "policy", "policyArn", "policyArns", "policyNames"],
  ...["inlinePolicy", "content", "type", "pgpKey", "accessKey", "customerManagedPolicyReference", "configPath", "tags"],
  ...["role", "roles", "roleName", "managedPolicyArn", "managedPolicyArns", "permissionSetArn", "principalId"],
  ...["targetId", "assumeRolePolicy", "inlinePolicies", "arn", "principal"],
];
const others = ["aws:ssoadmin/accountAssignment:AccountAssignment", "aws:s3/bucket:Bucket", "my:own:Component"];
const types = [...new Set([...rules.flatMap((rule) => rule.types), ...others])];
const programs = fc.array(
  fc.record({ type: fc.constantFrom(...types), props: fc.dictionary(fc.constantFrom(...properties), value) }),
  { maxLength: 6 },
);
const config = fc.dictionary(
  fc.constantFrom(...rules.map(({ name }) => name)),
  fc.dictionary(
    fc.constantFrom("breakGlassUsers", "iamGroups", "ownAccounts", "trustedThirdParties", "exceptions"),
    value,
  ),
);

const throwing = (level: Rule["level"]): Rule => ({
  name: "broken",
  description: "Broken.",
  level,
  severity: "low",
  requirements: [],
  url: "",
  remediation: "",
  why: "",
  bad: {},
  good: {},
  parameters: [],
  types: ["*"],
  *check(): Iterable<Finding> {
    yield { who: "Before it breaks.", why: "it is found.", instead: "nothing." };
    throw new TypeError("cannot read this");
  },
  checkStack: () => {
    throw new TypeError("nor the stack");
  },
});

const one: Given = { type: "aws:s3/bucket:Bucket", name: "b" };

describe("Laws of the pack", () => {
  it("no rule throws, whatever it is given and configured", () => {
    fc.assert(
      fc.property(programs, config, (program, given) => {
        const named = program.map((resource, index) => ({ ...resource, name: `r${index}` }));
        assert.ok(Array.isArray(judge(named, { config: given })));
      }),
      { numRuns: 300 },
    );
  });

  it("a rule that breaks refuses what it judges, and keeps what it found before", () => {
    const told = judge([one], { rules: [throwing("mandatory")] });
    assert.deepEqual(
      told.map(({ level, phase }) => [level, phase]),
      [
        ["mandatory", "resource"],
        ["mandatory", "resource"],
        ["mandatory", "stack"],
      ],
    );
    assert.match(told[1]?.message ?? "", /cannot read this/);
  });

  it("a value that is not known, beside what a rule finds, turns nothing off", () => {
    for (const [rule, list] of Object.entries(cases))
      for (const { program, pack, title } of list) {
        const levels = (given: Given[]) =>
          judge(given, pack)
            .filter((told) => told.rule === rule)
            .map(({ level }) => level);
        const beside = program.map((given) => ({ ...given, props: { ...given.props, beside: notKnown } }));
        assert.deepEqual(levels(beside), levels(program), `${rule}: ${title}`);
      }
  });

  it("what stands in a resource's tags, name or metadata exempts nothing", () => {
    const claims = { tags: { exempt: "true", "break-glass": "true" }, configPath: "break-glass.users.break-glass-1" };
    for (const [rule, list] of Object.entries(cases))
      for (const { program, pack, title } of list) {
        const count = (given: Given[]) => judge(given, pack).filter((told) => told.rule === rule).length;
        const claimed = program.map((given) => ({ ...given, props: { ...given.props, ...claims } }));
        const expected = program.some(({ props }) => props?.["tags"] !== undefined) ? count(claimed) : count(program);
        assert.equal(count(claimed), expected, `${rule}: ${title}`);
      }
  });

  it("an exception is not needless where the document is not known yet: each rule that is excepted says so, no other", () => {
    const places: [type: string, property: string, rules: string[]][] = [
      ["aws:iam/rolePolicy:RolePolicy", "policy", ["admin", "write-star"]],
      ["aws:iam/role:Role", "assumeRolePolicy", ["trust-public", "trust-account", "trust-thirdparty", "trust-oidc"]],
      ["aws:sqs/queuePolicy:QueuePolicy", "policy", ["public-resource", "trust-deputy", "cross-account-resource"]],
      ["aws:kms/key:Key", "policy", ["kms-lockout", "public-resource"]],
    ];
    for (const [type, property, names] of places) {
      const given: Given = { type, name: "later", props: { [property]: notKnown } };
      const exceptions = [{ resource: urnOf(given), reason: "Stays", owner: "Operations", until: "2026-12-31" }];
      for (const name of [undefined, ...names])
        assert.deepEqual(
          judge([given], name === undefined ? {} : { config: { [name]: { exceptions } } })
            .map(({ rule, level }) => `${rule} ${level}`)
            .sort(),
          ["policy-readable", ...(name === undefined ? [] : [name])].map((rule) => `${rule} advisory`).sort(),
        );
    }
  });

  it("one operation knows nothing of the one before", () => {
    const one = processOf();
    for (const list of Object.values(cases))
      for (const { program, pack, title } of list) {
        if (pack?.resourcesOnly === true || pack?.disabled !== undefined || pack?.today !== undefined) continue;
        assert.deepEqual(judgeBy(one, program, pack), judge(program, pack), title);
      }
  });

  it("the stack is read anew for each operation, whichever rules are disabled", () => {
    const pack = { disabled: ["pack-configuration"] };
    const one = processOf();
    const policy = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
    const wide = { type: "aws:iam/policy:Policy", name: "wide", props: { name: "wide", policy } };
    assert.ok(judgeBy(one, [wide], pack).some(({ rule }) => rule === "admin"));
    const vpc = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} };
    assert.deepEqual(judgeBy(one, [vpc], pack), []);
  });

  it("a message has who, where, why, what instead and how to except it", () => {
    const [told] = judge([{ type: "aws:iam/user:User", name: "legacy", props: { name: "legacy" } }]);
    const [what, where, why, instead, exception] = told?.message.split("\n") ?? [];
    assert.match(what ?? "", /^The IAM user "legacy" could sign in/);
    assert.equal(where, 'Where: aws:iam/user:User "legacy"; name.');
    assert.match(why ?? "", /^Why: it is a way in/);
    assert.match(instead ?? "", /^Instead: delete this resource/);
    const block = /\{.*\}$/.exec(exception ?? "")?.[0] ?? "";
    assert.deepEqual(JSON.parse(block), {
      "no-iam-user": {
        exceptions: [
          {
            resource: urnOf({ type: "aws:iam/user:User", name: "legacy" }),
            reason: "…",
            owner: "…",
            until: "2026-12-29",
          },
        ],
      },
    });
  });

  it("a message names the configuration path of the nearest component around", () => {
    const told = judge([
      { type: "securecart:people:Users", name: "outer", props: { configPath: "outer" } },
      { type: "securecart:people:User", name: "inner", props: { configPath: "people.legacy" }, parent: "outer" },
      { type: "aws:iam/user:User", name: "legacy", props: { name: "legacy" }, parent: "inner" },
    ]);
    const claimed = { name: "legacy", configPath: "break-glass.users.legacy" };
    const [claim] = judge([{ type: "aws:iam/user:User", name: "legacy", props: claimed }]);
    assert.doesNotMatch(claim?.message ?? "", /of the configuration`/);
    assert.doesNotMatch(claim?.message ?? "", /break-glass\.users\.legacy/);
    assert.match(told[0]?.message ?? "", /made for `people\.legacy` of the configuration/);
  });

  it("an exception lets one resource through one rule, and warns from 14 days before its end", () => {
    const user: Given = { type: "aws:iam/user:User", name: "legacy", props: { name: "legacy" } };
    const exceptions = [{ resource: urnOf(user), reason: "Leaves", owner: "Operations", until: "2026-12-31" }];
    const on = (today: string) =>
      judge([user, { ...user, name: "other" }], { today, config: { "no-iam-user": { exceptions } } }).map(
        ({ resource, level }) => `${resource} ${level}`,
      );
    assert.deepEqual(on("2026-12-16"), ["other mandatory"]);
    assert.deepEqual(on("2026-12-17"), ["legacy advisory", "other mandatory"]);
    assert.deepEqual(on("2026-12-31"), ["legacy advisory", "other mandatory"]);
    assert.deepEqual(on("2027-01-01").slice(0, 2), ["legacy mandatory", "other mandatory"]);
    const elsewhere = judge([user], { config: { "no-access-key": { exceptions } } });
    assert.deepEqual(
      elsewhere.map(({ rule, level }) => [rule, level]),
      [
        ["no-iam-user", "mandatory"],
        ["pack-configuration", "mandatory"],
      ],
    );
  });
});
