import type { Definitions } from "./definition.ts";

/** The security file and what stands in it. */
export const security = {
  "security-file-only": {
    severity: "error",
    title: "What can weaken the rest stands outside security.yaml",
    explanation:
      "Break-glass, exceptions, raised quotas and overrides stand in the file `security.yaml` beside the stack files, which Security owns, and nowhere else.",
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
  "override-expired": {
    severity: "warning",
    title: "An override that has ended",
    explanation: "The day in `until` has passed: the guard refuses again. Delete the lines.",
    example:
      "lock-out-overrides:\n  deployer-locked-out: { reason: A new pipeline, owner: SecurityTeam, until: 2020-03-31 }",
  },
} satisfies Definitions;
