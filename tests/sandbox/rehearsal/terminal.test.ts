import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { inventoryText } from "../../../sandbox/rehearsal/inventory-text.ts";
import { hostileNames, steering } from "../../review/hostile-names.ts";
import { runnerCommands } from "../../review/runner-commands.ts";
import { terminalOn } from "../../../sandbox/rehearsal/terminal.ts";

/** A stream that keeps what is written to it, and is a terminal if it has columns. */
function stream(columns?: number) {
  const written: string[] = [];
  const through = new PassThrough();
  through.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  const target = Object.assign(through, { columns, isTTY: columns !== undefined }) as unknown as NodeJS.WriteStream;
  return { target, text: () => written.join("") };
}

describe("the terminal", () => {
  it("gets no colours and no moving lines where it is none", () => {
    const { target, text } = stream();
    const terminal = terminalOn(target, {});
    terminal.status("working");
    terminal.heading("Title");
    terminal.line(terminal.good("ok"));
    assert.equal(text(), "\nTitle\nok\n");
    assert.equal(terminal.width, 120);
  });

  it("gets colours where it is one, and none with NO_COLOR", () => {
    assert.equal(terminalOn(stream(80).target, {}).good("ok"), "\u001b[32mok\u001b[39m");
    assert.equal(terminalOn(stream(80).target, { NO_COLOR: "1" }).good("ok"), "ok");
    assert.equal(terminalOn(stream(80).target, { TERM: "dumb" }).good("ok"), "ok");
  });

  it("replaces a status by the next and by a line, never longer than its width, without what would steer it", () => {
    const { target, text } = stream(12);
    const terminal = terminalOn(target, { NO_COLOR: "1" });
    terminal.status("0123456789abcdef");
    terminal.status("a\u001b[2Jb\nc");
    terminal.line("done");
    assert.equal(text(), "\r\u001b[2K0123456789a\r\u001b[2Ka\\u{1b}[2Jb\r\u001b[2Kdone\n");
  });

  it("has a width where a pseudo-terminal has none", () => {
    assert.equal(terminalOn(stream(0).target, {}).width, 120);
    assert.equal(terminalOn(stream(0).target, { COLUMNS: "90" }).width, 90);
    assert.equal(terminalOn(stream(40).target, { COLUMNS: "90" }).width, 40);
  });

  it("goes on where its reader has gone", () => {
    const { target } = stream();
    terminalOn(target, {});
    assert.doesNotThrow(() => target.emit("error", new Error("EPIPE")));
  });
});

describe("the inventory as text", () => {
  for (const { name, attacks, how } of hostileNames) {
    it(`disarms, for ${attacks}, what ${how}`, () => {
      const made = Object.fromEntries([[name, [name, name]]]);
      const text = inventoryText([{ place: name, accountId: name, made }], 30);
      for (const line of text.split("\n")) assert.doesNotMatch(line, steering);
      assert.deepEqual(runnerCommands(text), []);
    });
  }

  it("fits the terminal, and escapes names", () => {
    const text = inventoryText(
      [
        { place: "Production", accountId: "444455556666", made: { roles: ["payments", "release", "x\u001b[2J"] } },
        { place: "Security", accountId: "222233334444", made: {} },
      ],
      26,
    );
    assert.equal(
      text,
      "Production (444455556666)\n  roles (3)\n      payments, release,\n      x\\u{1b}[2J\nSecurity (222233334444): nothing\n",
    );
  });
});
