import { printableLines } from "../iam/printable.ts";

/** A command does nothing, and why: it prints the message, which is for people, and ends with exit code 1. */
export class CommandError extends Error {
  constructor(message: string) {
    super(printableLines(message));
  }
}
