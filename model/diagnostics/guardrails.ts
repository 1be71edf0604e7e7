import type { Definitions } from "./definition.ts";

/** Service control policies and resource control policies. */
export const guardrails = {
  "guardrails-elsewhere": {
    severity: "error",
    title: "Guardrails in a stack without the management account",
    explanation: "A guardrail exists once in the organization: the stack that holds the management account makes it.",
    example: "# dev.yaml\nguardrails:\n  regions: { type: service-control-policy, targets: [root] }",
  },
  "guardrail-word": {
    severity: "error",
    title: "A word that the other type of guardrail has",
    explanation:
      "`access from outside organization` is about resources and belongs into a resource control policy; all others are about who acts, and belong into a service control policy.",
    example: "type: resource-control-policy\ndeny: [leave organization]",
  },
  "guardrail-allows": {
    severity: "error",
    title: "A guardrail that allows",
    explanation:
      "Guardrails stand beside AWS's own policy that allows everything, so that an Allow of theirs says nothing. They deny.",
    example: 'statements:\n  - { Effect: Allow, Action: "s3:*", Resource: "*" }',
  },
  "guardrail-too-large": {
    severity: "error",
    title: "A guardrail that AWS would refuse for its size",
    explanation:
      "A service control policy has at most 10,240 characters, a resource control policy 5,120, white space counted; the program writes none.",
    example: "# a guardrail with several hundred actions",
  },
  "too-many-guardrails": {
    severity: "error",
    title: "More guardrails than a target takes",
    explanation:
      "AWS attaches at most ten service control policies and five resource control policies to a root, a unit or an account: FullAWSAccess and RCPFullAWSAccess among them, inherited ones not.",
    example: "# ten guardrails with targets: [root]",
  },
  "guardrail-binds-nothing": {
    severity: "error",
    title: "A guardrail for the management account",
    explanation: "AWS binds the management account by no guardrail: an attachment there would only look like one.",
    example: "targets: [Management]",
  },
  "target-covered": {
    severity: "warning",
    title: "A target below another one",
    explanation: "Guardrails are inherited: what holds for a unit holds for everything below it.",
    example: "targets: [root, ou Workloads]",
  },
  "guardrail-exception": {
    severity: "error",
    title: "An exception that means nobody, or too many",
    explanation:
      "An exception names a role with its path, a pipeline, a permission set, or a principal by its whole ARN. From a resource control policy only a principal can be excepted: a name alone could be anybody's.",
    example: "exceptions:\n  BreakGlass: { reason: Recovery }",
  },
  "unknown-pipeline": {
    severity: "error",
    title: "A pipeline that does not exist",
    explanation: "No pipeline of the name is defined under `pipelines`.",
    example: "exceptions:\n  pipeline relase: {}",
  },
  "exception-review-due": {
    severity: "warning",
    title: "An exception whose review is due",
    explanation: "The exception goes on to hold; its owner has to say whether it is still needed.",
    example: "exceptions:\n  role BreakGlass: { review: 2026-01-31 }",
  },
  "guardrail-locks-out": {
    severity: "error",
    title: "A guardrail that shuts out whoever would have to take it back",
    explanation:
      "With it, the deployer could not reach or use the deploy role of an account, or nobody could administer Identity Center.",
    example: 'statements:\n  - { Effect: Deny, Action: "sts:AssumeRole", Resource: "*" }',
  },
  "provider-outside-perimeter": {
    severity: "error",
    title: "An identity provider that the perimeter would shut out",
    explanation:
      "`access from outside organization: [sts]` lets in the tokens of the identity providers that its own stack sees. A provider in a file of another stack alone would be shut out.",
    example: "# dev.yaml\nidentity-providers:\n  GitLab: { type: oidc, url: https://gitlab.example }",
  },
} satisfies Definitions;
