import type { Definitions } from "./definition.ts";

/** The security file and what stands in it. */
export const security = {
  "security-file-only": {
    severity: "error",
    title: "What can weaken the rest stands outside security.yaml",
    explanation:
      "Break-glass, exceptions, raised quotas and overrides stand in the file `security.yaml` beside the stack files, which Security owns, and nowhere else.",
    guide: "change-who-is-told-about-break-glass",
    example: '# prod.yaml\nraised-quotas: { managed-policies-per-role: "25" }',
  },
  "not-for-security-file": {
    severity: "error",
    title: "`security.yaml` holds something else",
    explanation:
      "A proposed change is judged by security.yaml as it was before: what else stood there would not be judged at all.",
    example: "# security.yaml\naccess:\n  Developers:\n    Production: [ReadOnly]",
  },
  "security-file-link": {
    severity: "error",
    title: "`security.yaml` is a symbolic link",
    explanation: "Whoever may change what it leads to could change it. The file itself has to be there.",
    example: "# security.yaml -> base.yaml",
  },
  "security-file-unused": {
    severity: "error",
    title: "No stack includes security.yaml",
    explanation: "The file is there, and nothing in it has an effect: break-glass would be taken away.",
    example: "include: [base.yaml] # in every stack file",
  },
  "break-glass-users": {
    severity: "warning",
    title: "Fewer than two break-glass users",
    explanation: "Two users, with different people and different keys: one may be ill, or have lost a key.",
    example: "break-glass:\n  users:\n    break-glass-1: { owner: Operations }",
  },
  "pgp-key": {
    severity: "error",
    title: "Not a public OpenPGP key",
    explanation:
      "`keybase:NAME`, or the public key in base64. A private key is refused: its secret stands in the file.",
    example: "pgp-key: security@securecart.example",
  },
  "iam-group": {
    severity: "error",
    title: "A group that IAM is not to have",
    explanation:
      "IAM groups are avoided. Three can be switched on for break-glass users: Billing-ReadOnly, Security-Audit, DevOps-Admin. People have groups in Identity Center.",
    example:
      "break-glass:\n  iam-groups:\n    Admins: { owner: Operations, reason: They ask, members: [break-glass-1] }",
  },
  "iam-group-member": {
    severity: "error",
    title: "A member of an IAM group that is no break-glass user",
    explanation: "IAM users exist for break-glass only, so that nobody else can be a member.",
    example: "iam-groups:\n  Security-Audit: { owner: SecurityTeam, reason: Audits, members: [ada] }",
  },
  "override-expired": {
    severity: "warning",
    title: "An override that has ended",
    explanation: "The day in `until` has passed: the guard refuses again. Delete the lines.",
    example:
      "lock-out-overrides:\n  deployer-locked-out: { reason: A new pipeline, owner: SecurityTeam, until: 2020-03-31 }",
  },
  "exception-resource": {
    severity: "error",
    title: "An exception that names no single resource",
    explanation:
      "An exception from a rule of the policy pack is for one resource, by its URN, as the finding shows it. A pattern or a name would let through what nobody has looked at.",
    example:
      'policy-exceptions:\n  no-iam-group:\n    "*": { reason: It is in the way, owner: SecurityTeam, until: 2027-03-31 }',
  },
  "exception-expired": {
    severity: "warning",
    title: "An exception that has ended",
    explanation: "The day in `until` has passed: the policy pack refuses the resource again. Delete the lines.",
    example:
      'policy-exceptions:\n  no-iam-group:\n    "urn:pulumi:prod::securecart-iam::aws:iam/group:Group::legacy":\n      { reason: It leaves, owner: SecurityTeam, until: 2020-03-31 }',
  },
  "disabled-rule": {
    severity: "error",
    title: "A rule of the policy pack that cannot be disabled",
    explanation:
      "`pack-configuration` tells which rules are disabled and which exceptions have ended: without it nobody would notice.",
    example: "disabled-rules:\n  pack-configuration: { reason: It warns, owner: SecurityTeam, until: 2027-03-31 }",
  },
  "third-party-account": {
    severity: "error",
    title: "A third party's account that is none",
    explanation:
      "A trusted third party is one AWS account, 12 digits, which is nobody else's: neither one of `accounts` nor another third party's.",
    example:
      'trusted-third-parties:\n  Monitoring:\n    account: "9999"\n    external-id: shop-7f3a\n    reason: It watches our load\n    owner: SecurityTeam\n    review: 2027-06-30',
  },
  "external-id": {
    severity: "error",
    title: "An external id that AWS does not take",
    explanation: "An external id has 2 to 1224 letters, digits and characters of `+=,.@:/_-`.",
    example:
      'trusted-third-parties:\n  Monitoring:\n    account: "999988887777"\n    external-id: shop*\n    reason: It watches our load\n    owner: SecurityTeam\n    review: 2027-06-30',
  },
  "review-overdue": {
    severity: "warning",
    title: "A third party that nobody has looked at in time",
    explanation:
      "The day in `review` has passed: the policy pack no longer lets the third party in. Look whether it is still needed.",
    example:
      'trusted-third-parties:\n  Monitoring:\n    account: "999988887777"\n    external-id: shop-7f3a\n    reason: It watches our load\n    owner: SecurityTeam\n    review: 2020-06-30',
  },
} satisfies Definitions;
