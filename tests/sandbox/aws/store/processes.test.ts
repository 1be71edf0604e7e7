import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inventory } from "../../../../sandbox/aws/inventory.ts";
import { founded, production } from "../founded.ts";

const creator = join(import.meta.dirname, "creator.ts");

function start(directory: string, prefix: string, count: number) {
  const child = spawn(process.execPath, [creator, directory, prefix, String(count)]);
  const answered: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => answered.push(...text.split("\n").filter(Boolean)));
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const end = once(child, "close").then(() => {
    assert.equal(errors, "");
  });
  return { child, answered, end };
}

const roles = (directory: string) =>
  inventory(directory).find(({ accountId }) => accountId === production)?.made["roles"] ?? [];

describe("several processes over one store", function () {
  this.timeout(60_000);

  it("lose nothing that any of them made", async () => {
    const { directory } = await founded();
    const processes = ["a", "b", "c", "d"].map((prefix) => start(directory, prefix, 40));
    await Promise.all(processes.map(({ end }) => end));
    const answered = processes.flatMap((one) => one.answered);
    assert.equal(answered.length, 160);
    assert.deepEqual(roles(directory), answered.sort());
  });

  it("leave a readable store when one is killed while it writes, with all that was answered", async () => {
    const { directory, client } = await founded();
    for (let round = 0; round < 5; round++) {
      const one = start(directory, `round${round}`, 10_000);
      while (one.answered.length < 5 + round * 3) await new Promise((resolve) => setTimeout(resolve, 1));
      one.child.kill("SIGKILL");
      await one.end;
      const made = roles(directory);
      const lost = one.answered.filter((name) => !made.includes(name));
      assert.deepEqual(lost, []);
      const [last] = one.answered.slice(-1);
      await client("iam", production)("DeleteRole", { RoleName: last });
      assert.ok(!roles(directory).includes(last!));
    }
  });
});
