import type { Definitions } from "./definition.ts";

/** How YAML is written here: everything is text, and nothing is shorter than what it says. */
export const yaml = {
  "yaml-syntax": {
    severity: "error",
    title: "The file is not valid YAML",
    explanation:
      "Here the file could not be read on; the mistake is at this place or shortly before. Indent with two spaces; a text with `: ` or ` #` in it stands in quotes.",
    example: "description: Takes payments: in test mode",
  },
  "yaml-tab": {
    severity: "error",
    title: "A tab",
    explanation: "Tabs look like spaces and are not. Write spaces.",
    example: "groups:\n\tFinance: { synced-from: Okta }",
  },
  "yaml-invisible-space": {
    severity: "error",
    title: "A space that is none",
    explanation:
      "A non-breaking or zero-width space, mostly from a copied web page, looks like a space or like nothing and makes another name. Type the space anew.",
    example: "owner: Security\\u00A0Team",
  },
  "yaml-curly-quotes": {
    severity: "error",
    title: "Curly quotes",
    explanation: "Quotes from a word processor quote nothing in YAML. Type straight ones.",
    example: "id: “012345678901”",
  },
  "yaml-comment-swallows-text": {
    severity: "error",
    title: "Text after # is lost",
    explanation:
      "A space and # begin a comment, so that the rest of the line says nothing. Put the text in quotes; a comment has a space after its #.",
    example: "reason: fix #123",
  },
  "yaml-alias": {
    severity: "error",
    title: "A line that stands for another one",
    explanation:
      "`&name` and `*name` make a line mean what stands elsewhere. Write it out; a `*` that is text stands in quotes.",
    example: "Resource: *all",
  },
  "yaml-merge-key": {
    severity: "error",
    title: "Lines taken over from elsewhere",
    explanation: "`<<` takes over lines from elsewhere. Write them out: a line is true where it stands.",
    example: "Developer:\n  <<: { owner: Developers }",
  },
  "yaml-tag": {
    severity: "error",
    title: "A word that begins with `!`",
    explanation: "`!name` changes what a value is. Everything is text here; a `!` that is text stands in quotes.",
    example: "owner: !team Operations",
  },
  "yaml-several-documents": {
    severity: "error",
    title: "Several documents in one file",
    explanation: "`---` begins another document. Write one a file, and include the others.",
    example: "stack: prod\n---\nstack: dev",
  },
  "yaml-not-a-map": {
    severity: "error",
    title: "The file does not consist of sections",
    explanation: "A file has sections at its left edge, such as `accounts:` and `access:`.",
    example: "- Developers\n- Operations",
  },
  "duplicate-key": {
    severity: "error",
    title: "A name stands twice",
    explanation: "Two entries of one section have the same name. Keep one, or unite what they say.",
    example: "Developers:\n  Development: [Developer]\n  Development: [ReadOnly]",
  },
  "empty-value": {
    severity: "error",
    title: "A name without a value",
    explanation: "Nothing may be left empty: write what is meant, or delete the line.",
    example: "owner:",
  },
  "unquoted-digits": {
    severity: "error",
    title: "An account id without quotes",
    explanation: "Without quotes other programs take it for a number, and drop a zero at its beginning.",
    guide: "add-an-account",
    example: "id: 012345678901",
  },
} satisfies Definitions;
