import type { Action, Job, Step, Workflow } from "./workflow.ts";

/** What a job may do: its token's permissions, and the environment without which nobody takes its identity token. */
interface Allowance {
  permissions: Record<string, string>;
  environment?: string;
}

const read = { contents: "read" };
const identity = { contents: "read", "id-token": "write" };

/** Every job, and the most that it may have; nobody adds one without a line here. */
const allowed: Record<string, Allowance> = {
  "pull-request check": { permissions: read },
  "pull-request comment": { permissions: { ...read, "pull-requests": "write" } },
  "pull-request preview": { permissions: identity, environment: "preview" },
  "pull-request preview-code": { permissions: identity, environment: "preview-code" },
  "deploy dev": { permissions: identity },
  "deploy prod": { permissions: identity },
  "deploy-stack update": { permissions: identity, environment: "${{ inputs.stack }}" },
  "drift look": { permissions: identity, environment: "preview" },
  "drift issue": { permissions: { ...read, issues: "write" } },
  "test test": { permissions: read },
};

/** What whoever opens a pull request chooses freely; of it, only the commit's id is used. */
const chosenByOthers =
  /github\.(?:head_ref|ref_name|event\.(?:pull_request\.(?:title|body|user|head\.(?:ref|label|repo\.(?!id\b)))|head_commit|commits|issue|comment|review))/u;

/** What breaks the rules of docs/pull-requests.md; empty where all is well. */
export function broken(workflows: readonly Workflow[], actions: readonly Action[]): string[] {
  const jobs = workflows.flatMap((workflow) =>
    Object.entries(workflow.jobs).map(([key, job]) => ({ name: `${workflow.file} ${key}`, job, workflow })),
  );
  const steps = [
    ...jobs.flatMap(({ name, job }) => (job.steps ?? []).map((step) => ({ name, step, job }))),
    ...actions.flatMap(({ name, runs }) => runs.steps.map((step) => ({ name, step, job: undefined }))),
  ];
  return [
    ...workflows.flatMap(brokenInWorkflow),
    ...jobs.flatMap(({ name, job }) => brokenInJob(name, job)),
    ...steps.flatMap(({ name, step, job }) => brokenInStep(name, step, job)),
    ...[...workflows, ...actions].flatMap(({ text }) => brokenInText(text)),
    ...Object.keys(allowed).flatMap((name) => (jobs.some((job) => job.name === name) ? [] : [`${name} is gone`])),
  ];
}

function brokenInWorkflow({ file, on, permissions, jobs }: Workflow): string[] {
  const events = Object.keys(on);
  return [
    ...(permissions !== undefined && Object.keys(permissions).length === 0 ? [] : [`${file}: permissions at the top`]),
    ...(events.includes("pull_request_target") && file !== "pull-request" ? [`${file}: pull_request_target`] : []),
    ...(events.some((event) => /^(?:workflow_run|issue|discussion|pull_request_review)/u.test(event))
      ? [`${file}: others start it`]
      : []),
    // With an identity token the proposal's own workflow would have main's.
    ...(events.includes("pull_request") && Object.values(jobs).some(({ environment }) => environment !== undefined)
      ? [`${file}: an environment in reach of the proposal's own workflow`]
      : []),
  ];
}

function brokenInJob(name: string, job: Job): string[] {
  const most = allowed[name];
  if (most === undefined) return [`${name}: a job that no rule knows`];
  const { permissions = {}, environment } = job;
  return [
    ...(JSON.stringify(permissions) === JSON.stringify(most.permissions) ? [] : [`${name}: permissions`]),
    ...(environment === most.environment ? [] : [`${name}: environment`]),
    ...(job.steps === undefined || (job["timeout-minutes"] ?? 999) <= 120 ? [] : [`${name}: time limit`]),
    ...(job.steps === undefined || job["runs-on"] === "ubuntu-24.04" ? [] : [`${name}: the machine`]),
    // Skipped, it would count as passed.
    ...(name === "pull-request check" && (job.if !== undefined || job.needs !== undefined)
      ? [`${name} can be skipped`]
      : []),
  ];
}

function brokenInStep(name: string, step: Step, job: Job | undefined): string[] {
  const { run = "", uses = "", with: given = {} } = step;
  const action = uses.replace(/@.*$/u, "");
  const ref = given["ref"];
  const ownCode = job?.environment === "preview-code" && ref === "${{ github.event.pull_request.head.sha }}";
  return [
    ...(run.includes("${{") ? [`${name}: an expression in a script`] : []),
    ...(step.shell !== undefined && step.shell !== "bash" ? [`${name}: the shell`] : []),
    ...(action === "actions/cache" || "cache" in given ? [`${name}: a cache`] : []),
    ...(action === "actions/setup-node" && given["package-manager-cache"] !== false ? [`${name}: a cache`] : []),
    ...(action === "actions/checkout" && given["persist-credentials"] !== false ? [`${name}: the token is kept`] : []),
    ...("repository" in given || "allow-unsafe-pr-checkout" in given ? [`${name}: others' code`] : []),
    ...(action !== "actions/checkout" || name === "test test" || ref === "${{ github.sha }}" || ownCode
      ? []
      : [`${name}: checks out ${String(ref)}`]),
    ...(/npm (?:ci|i|install)\b(?!.*--ignore-scripts)/u.test(run) ? [`${name}: packages' scripts`] : []),
  ];
}

function brokenInText(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const uses = /^\s*(?:- )?uses: (?<action>\S+)(?<comment>.*)$/u.exec(line)?.groups;
    const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u.test(uses?.["action"] ?? "");
    const named = /^ # v\d+\.\d+\.\d+$/u.test(uses?.["comment"] ?? "");
    const local = uses?.["action"]?.startsWith("./.github/") === true;
    return [
      ...(uses === undefined || local || (pinned && named) ? [] : [`not pinned: ${line.trim()}`]),
      ...(chosenByOthers.test(line) ? [`what others choose: ${line.trim()}`] : []),
      ...(/\bsecrets\b/u.test(line) ? [`a secret: ${line.trim()}`] : []),
    ];
  });
}
