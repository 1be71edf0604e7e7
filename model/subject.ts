const part = "[A-Za-z0-9_.-]+";
const ref = "[A-Za-z0-9_.\\/+#@-]+";

/**
 * What a pipeline's token may say of itself: repository, then branch, tag or environment.
 * Sources: https://docs.github.com/en/actions/reference/security/oidc (also the form with numeric ids),
 * https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
const github = new RegExp(
  `^repo:(?:${part}/${part}|${part}@\\d+/${part}@\\d+):(?:ref:refs/(?:heads|tags)/${ref}|environment:[^*?:]+)$`,
  "u",
);
const gitlab = new RegExp(`^project_path:${part}(?:/${part})+:ref_type:(?:branch|tag):ref:${ref}$`, "u");

/** Says what is wrong with a subject, if anything; `issuer` is the address of the provider that issues it. */
export function judgeSubject(subject: string, issuer: string): { message: string; fix: string } | undefined {
  const isGithub = issuer.includes("token.actions.githubusercontent.com") || subject.startsWith("repo:");
  const fix = isGithub
    ? "Write repo:ORG/REPO:environment:NAME, repo:ORG/REPO:ref:refs/heads/NAME or ...:ref:refs/tags/NAME (or ORG@ID/REPO@ID)."
    : "Write project_path:GROUP/PROJECT:ref_type:branch:ref:NAME (or ref_type:tag).";
  if (/[*?]/u.test(subject)) return { message: `"${subject}" has a wildcard: it would let more than one in.`, fix };
  if ((isGithub ? github : gitlab).test(subject)) return undefined;
  return { message: `"${subject}" does not say repository and branch, tag or environment.`, fix };
}
