import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { followEvents, readEvents } from "../../../sandbox/rehearsal/event-log.ts";
import type { EngineEvent } from "../../../sandbox/rehearsal/event-log.ts";
import { failureText, summary, violationsText } from "../../../sandbox/rehearsal/outcome-text.ts";
import { outcomeOf } from "../../../sandbox/rehearsal/outcome.ts";
import { hostileNames, steering } from "../../review/hostile-names.ts";
import { runnerCommands } from "../../review/runner-commands.ts";
import { until } from "./command.ts";

const urn = (type: string, name: string) => `urn:pulumi:dev::securecart-iam::${type}::${name}`;
const pre = (op: string, name: string, planning?: true): EngineEvent => ({
  resourcePreEvent: { metadata: { op, urn: urn("t", name), type: "t" }, ...(planning && { planning }) },
});
const post = (op: string, name: string): EngineEvent => ({
  resOutputsEvent: { metadata: { op, urn: urn("t", name), type: "t" } },
});
const exit = { exitCode: 0, stdout: "", stderr: "" };
const stepsOf = (events: EngineEvent[]) =>
  outcomeOf(exit, events, 1).steps.map(({ op, name, state }) => `${op} ${name} ${state}`);

describe("the engine's words as text", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarm, for ${attacks}, what ${how}`, () => {
      const violation = {
        urn: urn("t", name),
        policyPack: name,
        policy: name,
        level: "mandatory",
        message: `${name}\n${name}`,
      };
      const outcome = outcomeOf({ ...exit, exitCode: 1, stderr: name }, [], 1);
      const text = violationsText([violation]) + failureText(outcome);
      for (const line of text.split("\n")) assert.doesNotMatch(line, steering);
      assert.deepEqual(runnerCommands(text), []);
    });
  }
});

describe("the outcome of an engine's command", () => {
  it("has each step once, with how far it came, and none for what stays as it is", () => {
    const failed: EngineEvent = { resOpFailedEvent: { metadata: { op: "delete", urn: urn("t", "c"), type: "t" } } };
    const events = [pre("create", "a"), pre("same", "s"), post("same", "s"), pre("create", "b"), post("create", "a")];
    assert.deepEqual(stepsOf([...events, pre("delete", "c"), failed]), [
      "create a done",
      "create b begun",
      "delete c failed",
    ]);
  });

  it("counts a component once, which the engine reports as made and again with its outputs", () => {
    assert.deepEqual(stepsOf([pre("create", "a"), post("create", "a"), post("create", "a")]), ["create a done"]);
  });

  it("keeps the steps of a replacement apart", () => {
    const ops = ["create-replacement", "replace", "delete-replaced"];
    assert.deepEqual(
      stepsOf(ops.flatMap((op) => [pre(op, "a"), post(op, "a")])),
      ops.map((op) => `${op} a done`),
    );
    const [first, second] = ops as [string, string, string];
    assert.deepEqual(stepsOf([pre(first, "a"), pre(second, "a"), post(first, "a")]), [
      `${first} a done`,
      `${second} a begun`,
    ]);
  });

  it("takes a refresh for what it found", () => {
    const events = [pre("refresh", "a"), post("update", "a"), pre("refresh", "b"), post("same", "b")];
    assert.deepEqual(stepsOf([...events, pre("refresh", "c"), post("refresh", "c")]), ["update a done"]);
  });

  it("knows a plan from a deed, also where the engine ended without a word", () => {
    const summaryEvent = { durationSeconds: 1, isPreview: true };
    assert.equal(outcomeOf(exit, [{ summaryEvent }], 1).planned, true);
    assert.equal(outcomeOf(exit, [pre("create", "a", true)], 1).planned, true);
    assert.equal(outcomeOf(exit, [pre("create", "a")], 1).planned, false);
  });

  it("sees that the outputs of the stack differ", () => {
    const stack = (before: object, after: object): EngineEvent => {
      const outputs = { old: { outputs: { ...before } }, new: { outputs: { ...after } } };
      return { resOutputsEvent: { metadata: { op: "same", urn: "", type: "pulumi:pulumi:Stack", ...outputs } } };
    };
    assert.equal(outcomeOf(exit, [stack({ a: 1 }, { a: 1 })], 1).outputsDiffer, false);
    assert.equal(outcomeOf(exit, [stack({ a: 1 }, { a: 2 })], 1).outputsDiffer, true);
  });

  it("has what the policy pack and the engine object to, but not that stand-ins come from PATH", () => {
    const diagnostic = (severity: string, message: string): EngineEvent => ({ diagnosticEvent: { severity, message } });
    const outcome = outcomeOf(
      { ...exit, exitCode: 1 },
      [
        diagnostic("warning", "using pulumi-resource-aws from $PATH at /cache/bin/pulumi-resource-aws\n"),
        diagnostic("debug", "Registering resource"),
        diagnostic("error", "update failed\n"),
        {
          policyEvent: {
            resourceUrn: urn("aws:iam/user:User", "bob"),
            message: "No users.\nUse a role.\n",
            policyName: "no-iam-user",
            policyPackName: "securecart-iam",
            enforcementLevel: "mandatory",
          },
        },
      ],
      1,
    );
    assert.deepEqual(outcome.diagnostics, [{ severity: "error", urn: "", message: "update failed" }]);
    assert.equal(
      violationsText(outcome.policyViolations),
      "  mandatory: no-iam-user: aws:iam/user:User bob\n    No users.\n    Use a role.\n",
    );
    assert.equal(failureText(outcome), "    update failed\n");
  });

  it("says what failed where the engine said nothing", () => {
    assert.equal(
      failureText(outcomeOf({ ...exit, exitCode: 137, signal: "SIGKILL" }, [], 1)),
      "    SIGKILL ended the engine.\n",
    );
    const mute = outcomeOf({ ...exit, exitCode: 255, stderr: "error: locked\u001b[2J\n" }, [], 1);
    assert.equal(failureText(mute), "    error: locked\\u{1b}[2J\n");
  });

  it("is summed up in a few words", () => {
    const summed = (resourceChanges: Record<string, number>) =>
      summary(outcomeOf(exit, [{ summaryEvent: { durationSeconds: 1, isPreview: false, resourceChanges } }], 1));
    assert.equal(summed({ same: 51 }), "no change (51 resources)");
    assert.equal(summed({ same: 3, create: 2, delete: 1 }), "2 created, 1 deleted");
  });
});

describe("the engine's event log", () => {
  let file: string;
  beforeEach(() => (file = join(mkdtempSync(join(tmpdir(), "events-")), "events.json")));
  afterEach(() => {
    rmSync(join(file, ".."), { recursive: true });
  });
  const line = (op: string) => `${JSON.stringify(pre(op, "a"))}\n`;

  it("is read as far as it is whole, and is empty where there is none", () => {
    assert.deepEqual(readEvents(file), []);
    writeFileSync(file, `${line("create")}{"resourcePre`);
    assert.deepEqual(readEvents(file), [pre("create", "a")]);
  });

  it("is followed through lines that come in pieces, to the last one", async () => {
    const ops: string[] = [];
    const stop = followEvents(file, ({ resourcePreEvent }) => ops.push(resourcePreEvent?.metadata.op ?? ""));
    writeFileSync(file, line("create") + line("delete").slice(0, 20));
    await until(() => ops.length === 1);
    appendFileSync(file, line("delete").slice(20) + line("update"));
    stop();
    assert.deepEqual(ops, ["create", "delete", "update"]);
  });
});
