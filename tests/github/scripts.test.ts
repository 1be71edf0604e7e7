import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../sandbox/toolchain/command.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import { runnerCommands } from "../review/runner-commands.ts";

const script = (name: string): string => join(repository, ".github/scripts", name);

describe("the scripts of the workflows", () => {
  const folder = mkdtempSync(join(tmpdir(), "scripts-"));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("fetch shows the job's token to GitHub alone, and keeps it nowhere", async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const clone = join(folder, "clone");
    execFileSync("git", ["init", "--quiet", clone]);
    execFileSync("git", ["remote", "add", "origin", `${address}/securecart/access`], { cwd: clone });
    const fetch = (server: string, ref: string) =>
      runCommand(script("fetch"), [ref], {
        cwd: clone,
        environment: { ...process.env, GITHUB_SERVER_URL: server, GITHUB_TOKEN: "secret" },
      });
    try {
      assert.notEqual((await fetch(address, "refs/heads/main")).exitCode, 0);
      assert.deepEqual([...new Set(seen)], [`basic ${Buffer.from("x-access-token:secret").toString("base64")}`]);
      seen.length = 0;
      assert.notEqual((await fetch("https://github.example", "refs/heads/main")).exitCode, 0);
      assert.deepEqual([...new Set(seen)], [undefined]);
      assert.doesNotMatch(readFileSync(join(clone, ".git/config"), "utf8"), /authorization|secret/i);
      const option = await fetch(address, `--upload-pack=touch ${join(folder, "owned")}`);
      assert.notEqual(option.exitCode, 0);
      assert.match(option.stderr, /invalid refspec/);
    } finally {
      server.close();
    }
  });

  it("quote lets the runner obey nothing, shows what was printed as code, and has its exit code", async () => {
    const summary = join(folder, "summary");
    const text = String.raw`echo ::error::Faked; printf 'a\r# Approved\n'; echo '</details>' >&2; printf 'b ##[group]c'; exit 7`;
    const { exitCode, stdout } = await runCommand(script("quote"), ["pulumi preview of prod", "sh", "-c", text], {
      environment: { ...process.env, GITHUB_STEP_SUMMARY: summary },
    });
    assert.equal(exitCode, 7);
    const word = /^::stop-commands::([0-9a-f]{64})\n/u.exec(stdout)?.[1] ?? "";
    assert.ok(stdout.endsWith(`\n::${word}::\n`) && word !== "");
    assert.deepEqual(
      runnerCommands(stdout).map(({ name }) => name),
      ["stop-commands", "error", "group", word],
    );
    assert.deepEqual(readFileSync(summary, "utf8").split("\n"), [
      "### pulumi preview of prod",
      "",
      "    ::error::Faked",
      "    a",
      "    # Approved",
      "    </details>",
      "    b ##[group]c",
      "",
      "",
    ]);
  });
});
