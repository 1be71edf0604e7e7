import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { type StackState, resourcesOf } from "../../cli/recover/stack-state.ts";
import { throwAwayStack } from "../../cli/recover/throw-away-stack.ts";
import { runCommand } from "../../sandbox/toolchain/command.ts";
import { provider, urn } from "./recover/recorded.ts";

const entry = resolve(import.meta.dirname, "../../cli/recover.ts");

/** A folder with a `pulumi` that answers as the lines of a shell script say. */
function pulumiThat(...lines: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-"));
  writeFileSync(join(folder, "pulumi"), ["#!/bin/sh", 'case "$1 $2" in', ...lines, "esac"].join("\n"));
  chmodSync(join(folder, "pulumi"), 0o755);
  return folder;
}

const surroundings = (...folders: string[]) => ({
  PATH: [...folders, dirname(process.execPath), "/bin"].join(delimiter),
});

describe("npm run recover", () => {
  let folder: string | undefined;

  afterEach(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });

  const recover = (args: string[], ...folders: string[]) =>
    runCommand(process.execPath, [entry, ...args], { environment: surroundings(...folders) });

  it("says how it is used where no stack is named", async () => {
    const { exitCode, stderr } = await recover([]);
    assert.equal(exitCode, 1);
    assert.match(stderr, /^Usage: npm run recover -- --stack NAME/);
  });

  it("says how it is used where it does not know an option", async () => {
    const { exitCode, stderr } = await recover(["--stack", "dev", "--force"]);
    assert.equal(exitCode, 1);
    assert.match(stderr, /^Unknown option '--force'.*\nUsage: /s);
  });

  it("gives on what Pulumi says where there is no such stack", async () => {
    folder = pulumiThat("*) echo \"error: no stack named 'dev' found\" >&2; exit 255;;");
    const { exitCode, stderr } = await recover(["--stack", "dev"], folder);
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /^pulumi stack export --stack dev failed with exit code 255:\nerror: no stack named 'dev' found\n$/,
    );
  });

  it("frees no lock of another machine unless it is told to", async () => {
    const refusal =
      "the stack is currently locked by 1 lock(s)\n  x: created by anna@ci-1 (pid 7) at 2026-05-04T10:00:00Z";
    folder = pulumiThat(
      `"stack export") echo '{"version":3,"deployment":{}}';;`,
      `"cancel --yes") touch "$(dirname "$0")/free";;`,
      `"refresh --yes") test -e "$(dirname "$0")/free" || { printf '${refusal}' >&2; exit 255; };;`,
      `"preview --json") echo '{}';;`,
      "*) exit 9;;",
    );
    const refused = await recover(["--stack", "dev"], folder);
    assert.equal(refused.exitCode, 1);
    assert.match(refused.stdout, /^The stack dev is locked: anna@ci-1 \(process 7\) since 2026-05-04T10:00:00Z\.$/m);
    assert.match(refused.stderr, /cannot be seen from here.*--free-lock/);
    const told = await recover(["--stack", "dev", "--free-lock"], folder);
    assert.equal(told.exitCode, 0, told.stderr);
    assert.match(told.stdout, /freed it \(pulumi cancel\)/);
  });

  it("asks for the tags that a thing really carries", async () => {
    folder = pulumiThat(
      `"stack export") cat "$(dirname "$0")/state" 2>/dev/null || echo '{"version":3,"deployment":{}}';;`,
      `"stack import") cp "$6" "$(dirname "$0")/state";;`,
      "*) ;;",
    );
    const aws = throwAwayStack(urn("pulumi:pulumi:Stack", "shop-dev"), surroundings(folder));
    try {
      const candidate = { type: "aws:iam/role:Role", id: "web", provider };
      assert.deepEqual(await aws.read([candidate]), [{ ...candidate, outputs: {} }]);
    } finally {
      aws.remove();
    }
    const [asked, role] = resourcesOf(JSON.parse(readFileSync(join(folder, "state"), "utf8")) as StackState);
    const { defaultTags, ...others } = provider.inputs ?? {};
    assert.ok(defaultTags !== undefined);
    assert.deepEqual(asked?.inputs, others);
    assert.deepEqual([role?.id, role?.inputs, role?.outputs], ["web", {}, {}]);
  });

  it("takes no error of AWS for an answer that something does not exist", async () => {
    folder = pulumiThat(
      `"stack export") echo '{"version":3,"deployment":{}}';;`,
      `"refresh --yes") echo "AccessDenied: not authorized to perform: iam:GetRole" >&2; exit 255;;`,
      "*) ;;",
    );
    const aws = throwAwayStack(urn("pulumi:pulumi:Stack", "shop-dev"), surroundings(folder));
    try {
      const asked = aws.read([{ type: "aws:iam/role:Role", id: "web", provider }]);
      await assert.rejects(asked, { name: "RecoveryError", message: /AccessDenied: not authorized/ });
    } finally {
      aws.remove();
    }
  });
});
