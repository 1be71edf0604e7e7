import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findCli } from "../../../sandbox/toolchain/cli.ts";
import { pinnedVersion } from "../../../sandbox/toolchain/version.ts";

const pinned = `v${pinnedVersion()}`;

describe("finding a Pulumi CLI", () => {
  let root: string;
  let said: string[];
  const realFetch = globalThis.fetch;
  const at = (...names: string[]) => join(root, ...names);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "toolchain-"));
    said = [];
    // No test may reach Pulumi's installer.
    globalThis.fetch = () => Promise.reject(new Error("closed"));
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
    rmSync(root, { recursive: true });
  });

  const search = (...folders: string[]) => ({
    environment: { PATH: [...folders.map((folder) => at(folder)), "/usr/bin", "/bin"].join(":"), HOME: root },
    cache: at("cache"),
    progress: { line: (text: string) => said.push(text), status: () => undefined },
  });

  const script = (file: string, text: string) => {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  };

  /** A `go` whose build writes a CLI of the pinned version, and counts. */
  const fakeGo = (build: string) => {
    script(
      "go/go",
      `[ "$1" = version ] && exit 0\nwhile [ "$1" != -o ]; do shift; done\necho >> ${at("builds")}\n${build}`,
    );
  };
  const building = `sleep 0.3; printf '#!/bin/sh\\necho ${pinned}\\n' > "$2"; chmod +x "$2"`;

  it("takes the first one in PATH that fits, and says which it passes over and why", async () => {
    script("old/pulumi", "echo v3.100.0");
    script("new/pulumi", "echo v3.300.0");
    const cli = await findCli(search("old", "new"));
    assert.deepEqual(cli, { path: at("new/pulumi"), version: "v3.300.0", from: "PATH", hasLanguageHost: false });
    assert.deepEqual(said, [
      `Pulumi CLI v3.100.0 at ${at("old/pulumi")} is passed over: version 3 is needed, from 3.270.0 on.`,
    ]);
  });

  it("sees an official language host beside it", async () => {
    script("new/pulumi", "echo v3.300.0");
    script("new/pulumi-language-nodejs", "");
    assert.equal((await findCli(search("new")))?.hasLanguageHost, true);
  });

  it("takes the cache's own where PATH has none, if it is the pinned one", async () => {
    script("cache/toolchain/pulumi", `echo ${pinned}`);
    assert.equal((await findCli(search()))?.from, "cache");
    script("cache/toolchain/pulumi", "echo v3.271.0");
    assert.equal(await findCli(search()), undefined);
    assert.ok(said.some((line) => line.includes(`v3.271.0 at ${at("cache/toolchain/pulumi")} is passed over`)));
  });

  it("does not take a CLI that does not run", async () => {
    script("broken/pulumi", "exit 1");
    assert.equal(await findCli(search("broken")), undefined);
    assert.match(said[0] ?? "", /is passed over: its version cannot be read/);
  });

  it("builds one where the installer cannot be reached, and says how long that takes", async () => {
    fakeGo(building);
    const cli = await findCli(search("go"));
    assert.deepEqual([cli?.from, cli?.version, cli?.path], ["build", pinned, at("cache/toolchain/pulumi")]);
    assert.deepEqual(said, [
      "Pulumi's official installer cannot be reached from here.",
      `Building the Pulumi CLI ${pinnedVersion()} from its published Go module, once (usually 3 to 5 minutes on 2 cores) …`,
    ]);
    assert.equal((await findCli(search("go")))?.from, "cache");
  });

  it("builds once for two who ask at the same time", async () => {
    fakeGo(building);
    const found = await Promise.all([findCli(search("go")), findCli(search("go"))]);
    assert.deepEqual(
      found.map((cli) => cli?.version),
      [pinned, pinned],
    );
    assert.equal(readFileSync(at("builds"), "utf8"), "\n");
  });

  it("leaves nothing of a build that fails or is interrupted", async () => {
    fakeGo('printf half > "$2"; echo no space left >&2; exit 1');
    assert.equal(await findCli(search("go")), undefined);
    assert.match(said.at(-1) ?? "", /^Building the Pulumi CLI .* failed: no space left$/);
    assert.deepEqual(readdirSync(at("cache/toolchain")), []);

    fakeGo('printf half > "$2"; exec sleep 60');
    const interruption = new AbortController();
    const finding = findCli({ ...search("go"), signal: interruption.signal });
    while (!existsSync(at("cache/toolchain/pulumi.unfinished"))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    interruption.abort();
    assert.equal(await finding, undefined);
    assert.deepEqual(readdirSync(at("cache/toolchain")), []);
  });

  it("gives up where nothing is to be had, and says why", async () => {
    const nothing = { ...search(), environment: { PATH: at("empty"), HOME: root } };
    assert.equal(await findCli(nothing), undefined);
    assert.deepEqual(said, [
      "Pulumi's official installer cannot be reached from here.",
      "Building the Pulumi CLI from source is not possible: there is no Go (`go`) in PATH.",
    ]);
  });
});
