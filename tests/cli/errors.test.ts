import assert from "node:assert/strict";
import { CommandError } from "../../cli/command-error.ts";
import { RecoveryError } from "../../cli/recover/pulumi.ts";
import { hostileNames, steering } from "../review/hostile-names.ts";
import { runnerCommands } from "../review/runner-commands.ts";

describe("the message of a command that does nothing", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarms, for ${attacks}, what ${how}`, () => {
      for (const { message } of [new CommandError(`a\n${name}`), new RecoveryError(`a\n${name}`)]) {
        for (const line of message.split("\n")) assert.doesNotMatch(line, steering);
        assert.deepEqual(runnerCommands(message), []);
      }
    });
  }
});
