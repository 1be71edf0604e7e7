import type { Edit } from "../edited.ts";

/** An edit of the shipped configuration, and what is told of it. */
export interface Case {
  what: string;
  edits: Edit[];
  /** As `lines` writes it. */
  says: string[];
}
