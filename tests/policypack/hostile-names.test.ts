import assert from "node:assert/strict";
import { hostileNames, steering } from "../review/hostile-names.ts";
import { runnerCommands } from "../review/runner-commands.ts";
import { type Given, judge } from "./judge.ts";

const everyone = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** A program of somebody else in which one name stands wherever a name can stand. */
const program = (name: string): Given[] => [
  { type: "shop:index:Team", name, props: { configPath: name } },
  { type: "aws:iam/user:User", name, props: { name, path: name }, parent: name },
  { type: "aws:iam/accessKey:AccessKey", name: `${name}-key`, props: { user: name } },
  { type: "aws:iam/policy:Policy", name: `${name}-policy`, props: { name, policy: everyone } },
  {
    type: "aws:iam/role:Role",
    name: `${name}-role`,
    props: {
      name,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Sid: name, Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
      }),
    },
  },
  { type: "aws:iam/policy:Policy", name: `${name}-broken`, props: { policy: `{${name}` } },
];

describe("a message of the policy pack", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarms, for ${attacks}, what ${how}`, () => {
      const told = judge(program(name));
      assert.ok(told.length >= 5);
      for (const { message } of told) {
        for (const line of message.split("\n")) assert.doesNotMatch(line, steering);
        assert.deepEqual(runnerCommands(message), []);
        assert.doesNotMatch(message, /^Production: nothing is wrong/mu);
      }
    });
  }
});
