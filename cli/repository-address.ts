/**
 * Where GitHub shows the files of the repository that a workflow runs in, such as
 * `https://github.com/securecart/access/blob/HEAD/`; empty text outside of a workflow.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function repositoryAddress(environment: NodeJS.ProcessEnv): string {
  const { GITHUB_ACTIONS: inWorkflow, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  return inWorkflow === "true" && server !== undefined && repository !== undefined
    ? `${server}/${repository}/blob/HEAD/`
    : "";
}
