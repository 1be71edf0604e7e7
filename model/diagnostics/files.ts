import type { Definitions } from "./definition.ts";

/** The files themselves, and how they include each other. */
export const files = {
  "file-missing": {
    severity: "error",
    title: "A file does not exist",
    explanation:
      "A stack file or a file that `include` names is not there. Paths in `include` begin at the file that includes.",
    example: "include: [bsae.yaml]",
  },
  "file-unreadable": {
    severity: "error",
    title: "A file cannot be read",
    explanation: "It is a directory, or this user may not read it.",
    example: "include: [teams]",
  },
  "file-encoding": {
    severity: "error",
    title: "A file is not UTF-8 text",
    explanation: "The file is binary, or it was saved in another encoding. Save it as UTF-8.",
    example: "description: K\\xFCche",
  },
  "file-byte-order-mark": {
    severity: "error",
    title: "A file begins with a byte order mark",
    explanation: "An invisible character stands before the first line. Save the file as UTF-8 without BOM.",
    example: "\\uFEFFversion: 1",
  },
  "file-line-endings": {
    severity: "error",
    title: "A file has Windows line endings",
    explanation:
      "Lines end with CR LF, so that a change of one line can show as a change of all. Save the file with LF.",
    example: "version: 1\\r\\n",
  },
  "file-empty": {
    severity: "error",
    title: "A file says nothing",
    explanation: "The file is empty, or has comments only. Delete it and its line in `include`, or write a section.",
    example: "# nothing yet",
  },
  "file-too-large": {
    severity: "error",
    title: "A file is larger than 1 MB",
    explanation: "Configuration that people read is smaller. Split the file and include its parts.",
    example: "# ... more than a million characters ...",
  },
  "file-unused": {
    severity: "warning",
    title: "No stack includes the file",
    explanation: "What stands in the file has no effect. Include it, or delete it.",
    example: "# config/old-access.yaml, which no `include` names",
  },
  "include-outside": {
    severity: "error",
    title: "An included file lies outside the configuration's directory",
    explanation:
      "Paths are relative, stay inside the directory of the stack files, and no symbolic link leads out of it.",
    example: "include: [../other/base.yaml]",
  },
  "include-cycle": {
    severity: "error",
    title: "Files include each other in a circle",
    explanation: "A file includes itself, directly or through others. Take one `include` of the chain out.",
    example: "# base.yaml\ninclude: [groups.yaml]\n# groups.yaml\ninclude: [base.yaml]",
  },
  "include-stack-file": {
    severity: "error",
    title: "A stack file is included",
    explanation: "A file with `stack` is the beginning of a stack. What two stacks share stands in a file of its own.",
    example: "include: [dev.yaml]",
  },
  "stack-file-twice": {
    severity: "error",
    title: "Two files begin the same stack",
    explanation: "Each stack has one file with `stack`.",
    example: "# dev.yaml and development.yaml both say\nstack: dev",
  },
  "stack-file-not-a-stack": {
    severity: "error",
    title: "The stack file does not say which stack it is",
    explanation: "The file that is asked for begins a stack: it has `version`, `stack` and `include`.",
    example: "include: [base.yaml]",
  },
  "key-in-two-files": {
    severity: "error",
    title: "A name stands in two files of one stack",
    explanation: "The files of a stack are read as one, and no line changes another: each name has one place.",
    example: "# base.yaml and prod.yaml both say\ngroups:\n  Finance: { synced-from: Okta, display-name: aws-finance }",
  },
} satisfies Definitions;
