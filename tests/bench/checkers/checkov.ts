import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case } from "./documents.ts";
import { terraform } from "./terraform.ts";

/**
 * Checkov's checks on who may do what and on keys; the others, such as on encryption, are about something else.
 * Source: https://www.checkov.io/5.Policy%20Index/terraform.html
 */
const checks = [
  ...[32, 33, 40, 41, 45, 46, 60, 61, 62, 63, 70, 93, 167, 168, 169, 258, 273, 274, 286, 287, 288, 289, 290, 301],
  ...[348, 355, 364, 385, 393],
]
  .map((number) => `CKV_AWS_${number}`)
  .concat("CKV2_AWS_22", "CKV2_AWS_40", "CKV2_AWS_56");

/** The indices of those in which Checkov finds something. */
export function checkov(bin: string, cases: readonly Case[]): Set<number> {
  const folder = mkdtempSync(join(tmpdir(), "checkov-"));
  try {
    cases.forEach(({ program }, index) => {
      // A folder each, so that nothing is taken together.
      mkdirSync(join(folder, String(index)));
      writeFileSync(join(folder, String(index), "main.tf"), terraform(program));
    });
    const how = ["--framework", "terraform", "--check", checks.join(","), "--output", "json", "--compact", "--quiet"];
    const output = execFileSync(
      join(bin, "checkov"),
      ["--directory", folder, ...how, "--soft-fail", "--skip-download"],
      {
        encoding: "utf8",
        maxBuffer: 1e9,
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
    const { results } = JSON.parse(output) as { results: { failed_checks: { file_path: string }[] } };
    return new Set(results.failed_checks.map(({ file_path: path }) => Number(path.split("/")[1])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
