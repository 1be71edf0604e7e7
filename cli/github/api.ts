import { CommandError } from "../command-error.ts";

/** The repository that a workflow runs in, as GitHub's REST API has it. */
export interface Repository {
  /** All entries of a list, over all its pages. */
  list(path: string): Promise<unknown[]>;
  send(method: "POST" | "PATCH", path: string, content: Record<string, unknown>): Promise<unknown>;
  /** Where people see the run. */
  run: string;
}

/** As whom the job's token writes. */
export const bot = "github-actions[bot]";

const pageSize = 100;

/**
 * The repository that the variables of a workflow name, with the job's token. A refusal throws CommandError.
 * Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/variables and
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export function repositoryOf(environment: NodeJS.ProcessEnv): Repository {
  const address = `${variable(environment, "GITHUB_API_URL")}/repos/${variable(environment, "GITHUB_REPOSITORY")}`;
  const token = variable(environment, "GITHUB_TOKEN");
  const ask = async (method: string, path: string, content?: Record<string, unknown>): Promise<unknown> => {
    const response = await fetch(`${address}/${path}`, {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "x-github-api-version": "2022-11-28",
      },
      ...(content !== undefined && { body: JSON.stringify(content) }),
    });
    if (!response.ok) throw new CommandError(`GitHub answers ${response.status} to ${method} ${path}.`);
    return response.json();
  };
  return {
    list: async (path) => {
      const all: unknown[] = [];
      for (let page = 1; ; page += 1) {
        const some = (await ask("GET", `${path}?per_page=${pageSize}&page=${page}`)) as unknown[];
        all.push(...some);
        if (some.length < pageSize) return all;
      }
    },
    send: ask,
    run: `${variable(environment, "GITHUB_SERVER_URL")}/${variable(environment, "GITHUB_REPOSITORY")}/actions/runs/${variable(environment, "GITHUB_RUN_ID")}`,
  };
}

/** A variable that the workflow sets. */
export function variable(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new CommandError(`${name} is not set: this command is run by a workflow.`);
  return value;
}
