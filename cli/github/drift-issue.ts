/**
 * `node cli/github/drift-issue.ts`, in a workflow: keeps one issue for a stack open as long as AWS is not as main says, or
 * nobody could look. From the environment: STACK; DRIFT, what `cli/drift.ts` prints, empty where it printed nothing; what
 * GitHub sets, and GITHUB_TOKEN.
 */
import { env } from "node:process";
import { CommandError } from "../command-error.ts";
import { bot, repositoryOf, variable } from "./api.ts";

interface Issue {
  number: number;
  title: string;
  body: string | null;
  user: { login: string } | null;
  pull_request?: unknown;
}

try {
  const repository = repositoryOf(env);
  const stack = variable(env, "STACK");
  const drift = variable(env, "DRIFT").trim();
  const title = `Drift in ${stack}`;
  const body = bodyOf(stack, drift, repository.run);
  // Open ones, pull requests among them, of anybody.
  const issues = (await repository.list("issues")) as Issue[];
  const own = issues.find((one) => one.user?.login === bot && one.title === title && one.pull_request === undefined);
  if (drift === "none") {
    if (own !== undefined) {
      await repository.send("POST", `issues/${own.number}/comments`, { body: `Gone: [run](${repository.run})` });
      await repository.send("PATCH", `issues/${own.number}`, { state: "closed" });
    }
  } else if (own === undefined) await repository.send("POST", "issues", { title, body });
  else await repository.send("PATCH", `issues/${own.number}`, { body });
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function bodyOf(stack: string, drift: string, run: string): string {
  const what =
    drift === ""
      ? `**Nobody knows whether ${stack} is as main says**: the nightly look has failed.`
      : `${stack} is not as main says: somebody changed it by hand, or what was merged is not deployed. ` +
        `The next update would do this:\n\n${code(drift)}`;
  return `${what}\n\n[Run](${run}). What to do: docs/pull-requests.md, “Drift”. This issue closes by itself.`;
}

/** Indented, it is code to Markdown, whatever stands in it: no line can end it. */
function code(text: string): string {
  return text.replaceAll(/^/gmu, "    ");
}
