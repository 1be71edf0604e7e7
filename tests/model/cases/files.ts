import { company } from "../company.ts";
import type { Case } from "../case.ts";

/** What every stack with the management account needs while there is break-glass. */
const audit = company["prod.yaml"]?.slice(company["prod.yaml"].indexOf("audit:")) ?? "";

const prod = (include: string): [string, string, string] => ["prod.yaml", "include: [base.yaml]", include];

/** The files themselves, and how they include each other. */
export const files: Case[] = [
  {
    what: "the stack file is missing",
    codes: ["file-missing"],
    stackFile: "test.yaml",
  },
  {
    what: "an included file is missing",
    codes: ["file-missing"],
    edits: [prod("include: [base.yaml, ▸acces.yaml]")],
  },
  {
    what: "a directory is included",
    codes: ["file-unreadable"],
    edits: [prod("include: [base.yaml, teams.d]")],
    files: { "teams.d/readme.txt": "nothing" },
  },
  {
    what: "a file is not UTF-8",
    codes: ["file-encoding"],
    edits: [prod("include: [base.yaml, binary.yaml]")],
    files: { "binary.yaml": Buffer.from([0x61, 0x3a, 0x20, 0xfc, 0x0a]) },
  },
  {
    what: "a file is binary",
    codes: ["file-encoding"],
    edits: [prod("include: [base.yaml, binary.yaml]")],
    files: { "binary.yaml": Buffer.from("a: b\u0000\n") },
  },
  {
    what: "a file begins with a byte order mark",
    codes: ["file-byte-order-mark"],
    files: { "dev.yaml": `\uFEFF${company["dev.yaml"] ?? ""}` },
  },
  {
    what: "a file has Windows line endings",
    codes: ["file-line-endings"],
    files: { "dev.yaml": (company["dev.yaml"] ?? "").replaceAll("\n", "\r\n") },
  },
  {
    what: "a file is empty",
    codes: ["file-empty"],
    edits: [prod("include: [base.yaml, empty.yaml]")],
    files: { "empty.yaml": "" },
  },
  {
    what: "a file has comments only",
    codes: ["file-empty"],
    edits: [prod("include: [base.yaml, empty.yaml]")],
    files: { "empty.yaml": "# later\n" },
  },
  {
    what: "a file is huge",
    codes: ["file-too-large"],
    edits: [prod("include: [base.yaml, huge.yaml]")],
    files: { "huge.yaml": Buffer.alloc(1_000_001, "#") },
  },
  {
    what: "nobody includes a file",
    codes: ["file-unused"],
    files: { "old/access.yaml": "▸groups: { Old: { synced-from: Okta, display-name: old } }\n" },
  },
  {
    what: "an included file lies outside",
    codes: ["include-outside"],
    edits: [prod("include: [base.yaml, ▸../base.yaml]")],
  },
  {
    what: "an included path is absolute",
    codes: ["include-outside"],
    edits: [prod("include: [base.yaml, ▸/etc/hosts.yaml]")],
  },
  {
    what: "files include each other in a circle",
    codes: ["include-cycle"],
    edits: [prod("include: [base.yaml, teams/one.yaml]")],
    files: {
      "teams/one.yaml":
        "include: [two.yaml]\nusers:\n  one: { given-name: O, family-name: N, email: one@example.com }\n",
      "teams/two.yaml":
        "include: [▸one.yaml]\nusers:\n  two: { given-name: T, family-name: W, email: two@example.com }\n",
    },
  },
  {
    what: "a stack file is included",
    codes: ["include-stack-file"],
    edits: [prod("include: [base.yaml, ▸dev.yaml]")],
  },
  {
    what: "two files begin the same stack",
    codes: ["stack-file-twice", "stack-file-twice"],
    edits: [["prod.yaml", "stack: prod", "stack: ▸prod"]],
    files: { "production.yaml": `version: 1\nstack: ▸prod\ninclude: [base.yaml]\n${audit}` },
  },
  {
    what: "the stack file does not say which stack it is",
    codes: ["stack-file-not-a-stack"],
    stackFile: "base.yaml",
  },
  {
    what: "a key stands in two files",
    codes: ["key-in-two-files"],
    edits: [
      ["prod.yaml", "access:\n", "groups:\n  ▸Operations: { synced-from: Okta, display-name: other }\n\naccess:\n"],
    ],
  },
  {
    what: "a section is a map here and a text there",
    codes: ["key-in-two-files"],
    edits: [["prod.yaml", "access:\n", "▸groups: none\n\naccess:\n"]],
  },
  {
    what: "the version is another one",
    codes: ["value-not-allowed"],
    edits: [["prod.yaml", "version: 1", "version: ▸2"]],
  },
  {
    what: "the version is missing",
    codes: ["missing-key"],
    edits: [["prod.yaml", "version: 1\n", ""]],
  },
  {
    what: "include is no list",
    codes: ["wrong-type"],
    stackFile: "dev.yaml",
    edits: [["prod.yaml", "include: [base.yaml]", "include: ▸base.yaml"]],
  },
];
