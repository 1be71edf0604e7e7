import type { Definitions } from "./definition.ts";

/** Workloads and pipelines. */
export const software = {
  "service-principal": {
    severity: "error",
    title: "Nothing that workloads run on",
    explanation: "`runs-on` is `ec2`, `lambda`, `ecs`, `eks`, `codebuild`, or the principal of another AWS service.",
    example: "workloads:\n  web: { runs-on: ec3 }",
  },
  "service-account": {
    severity: "error",
    title: "Not a Kubernetes service account",
    explanation: "It is written NAMESPACE/NAME, with small letters, digits and -.",
    example: "service-account: storefront",
  },
  subject: {
    severity: "error",
    title: "Not an exact subject",
    explanation:
      "The subject says exactly which pipeline may come: repository and branch, tag or environment, without wildcards. Whoever else has the repository's name pattern would come in too.",
    example: "subject: repo:securecart/*",
  },
  "identity-provider-not-in-account": {
    severity: "error",
    title: "A pipeline comes through a provider that its account does not have",
    explanation: "An account trusts an OpenID Connect provider only where the provider is made in it.",
    example:
      "identity-providers:\n  GitHub: { type: oidc, accounts: DevOps }\npipelines:\n  preview:\n    from: { account: Development, identity-provider: GitHub }",
  },
  "outside-its-stack": {
    severity: "error",
    title: "Something inside an account that its stack does not see",
    explanation:
      "What lies inside an account is made by the account's stack. It stands in that stack's file, or in a file that all stacks concerned include.",
    example: "# dev.yaml, where Production belongs to prod\nworkloads:\n  web: { account: Production }",
  },
} satisfies Definitions;
