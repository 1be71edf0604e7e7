/**
 * `node cli/github/comment.ts`, in a workflow: says in a pull request what the proposal changes, in one comment, which is
 * found again and written anew. From the environment: PULL_REQUEST, its number; HEAD_SHA, its last commit; RESULT of the
 * check; CHANGE, Markdown of `npm run change`, empty where there is none; what GitHub sets, and GITHUB_TOKEN.
 */
import { env } from "node:process";
import { CommandError } from "../command-error.ts";
import { bot, repositoryOf, variable } from "./api.ts";

interface Comment {
  id: number;
  body: string;
  user: { login: string } | null;
}

/** What GitHub takes, in characters. */
const longest = 65_536;

const marker = "<!-- what this pull request changes -->";

try {
  const repository = repositoryOf(env);
  const body = bodyOf(repository.run);
  const comments = (await repository.list(`issues/${number()}/comments`)) as Comment[];
  // Anybody may write the marker, only the bot may write as the bot.
  const own = comments.find((one) => one.user?.login === bot && one.body.startsWith(marker));
  if (own === undefined) await repository.send("POST", `issues/${number()}/comments`, { body });
  else await repository.send("PATCH", `issues/comments/${own.id}`, { body });
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function bodyOf(run: string): string {
  const verdict =
    variable(env, "RESULT") === "success"
      ? "The check has passed."
      : `**The check has not passed**: see “Files changed” for the lines, or [the run](${run}).`;
  const foot = `\n\nJudged: ${variable(env, "HEAD_SHA")}, merged with main at ${variable(env, "GITHUB_SHA")}. [Run](${run})`;
  const change = variable(env, "CHANGE").trim() || "What it changes cannot be told.";
  const room = longest - marker.length - verdict.length - foot.length - 100;
  const shown = change.length <= room ? change : `${change.slice(0, room)}\n\n… \`npm run change\` shows the rest.`;
  return `${marker}\n${verdict}\n\n${shown}${foot}`;
}

function number(): string {
  const value = variable(env, "PULL_REQUEST");
  if (!/^[1-9]\d*$/u.test(value)) throw new CommandError("PULL_REQUEST is no number.");
  return value;
}
