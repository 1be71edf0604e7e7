import type { Case } from "../case.ts";

const main = "repo:securecart/storefront:ref:refs/heads/main";

/** Workloads and pipelines. */
export const software: Case[] = [
  {
    what: "a service that does not exist",
    codes: ["service-principal"],
    edits: [["dev.yaml", "runs-on: lambda", "runs-on: ▸lamda"]],
  },
  {
    what: "a service of a pipeline that does not exist",
    codes: ["service-principal"],
    edits: [["prod.yaml", "runs-on: codebuild", "runs-on: ▸codebuilt"]],
  },
  {
    what: "EKS without a service account",
    codes: ["missing-key"],
    edits: [
      ["prod.yaml", "  cluster-job:", "  ▸cluster-job:"],
      ["prod.yaml", "    service-account: shop/job\n", ""],
    ],
  },
  {
    what: "a service account without a namespace",
    codes: ["service-account"],
    edits: [["prod.yaml", "service-account: shop/job", "service-account: ▸job"]],
  },
  {
    what: "an external id that is too short",
    codes: ["text-length"],
    edits: [["prod.yaml", "external-id: shop-release", "external-id: ▸s"]],
  },
  {
    what: "an external id with a space",
    codes: ["text-characters"],
    edits: [["prod.yaml", "external-id: shop-release", "external-id: ▸shop release"]],
  },
  {
    what: "a pipeline from outside without a subject",
    codes: ["missing-key"],
    edits: [
      ["dev.yaml", "    from:", "    ▸from:"],
      ["dev.yaml", `      subject: ${main}\n`, ""],
    ],
  },
  ...[
    "repo:securecart/storefront:*",
    "repo:securecart/*:ref:refs/heads/main",
    "repo:securecart/storefront",
    "repo:securecart/storefront:pull_request",
    "repo:securecart@123/storefront:ref:refs/heads/main",
    "repo:securecart@a/storefront@b:ref:refs/heads/main",
    "repo:securecart/storefront:ref:refs/pull/1/merge",
    "project_path:securecart/storefront:ref_type:branch:ref:main",
  ].map((subject): Case => ({
    what: `the subject ${subject}`,
    codes: ["subject"],
    edits: [["dev.yaml", `subject: ${main}`, `subject: ▸${subject}`]],
  })),
  {
    what: "one of several subjects",
    codes: ["subject"],
    edits: [["dev.yaml", `subject: ${main}`, `subject: [${main}, ▸repo:securecart/storefront]`]],
  },
  {
    what: "no subject at all",
    codes: ["empty-value"],
    edits: [["dev.yaml", `subject: ${main}`, "subject: ▸[]"]],
  },
  {
    what: "a provider that the pipeline's account does not have",
    codes: ["identity-provider-not-in-account"],
    edits: [
      ["dev.yaml", "identity-provider: GitHub", "identity-provider: ▸GitHub"],
      ["base.yaml", "accounts: [Development, Security]", "accounts: Security"],
    ],
  },
  {
    what: "a workload in another stack's account",
    codes: ["outside-its-stack"],
    edits: [
      ["dev.yaml", "  web:\n", "  ▸web:\n"],
      ["dev.yaml", "account: Development\n    runs-on", "account: Production\n    runs-on"],
    ],
  },
  {
    what: "a pipeline into another stack's account",
    codes: ["outside-its-stack"],
    edits: [
      ["prod.yaml", "  release:\n", "  ▸release:\n"],
      ["prod.yaml", "    to:\n", "    to:\n      Development: { deny: [delete databases] }\n"],
    ],
  },
  {
    what: "a policy in another stack's account",
    codes: ["outside-its-stack"],
    edits: [
      [
        "dev.yaml",
        "workloads:\n",
        "policies:\n  ▸lists: { description: Lists, owner: Developers, accounts: [Production], deny: [delete databases] }\n\nworkloads:\n",
      ],
    ],
  },
];
