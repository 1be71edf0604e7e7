import type { Path } from "../path.ts";
import type { Tree } from "../tree.ts";
import type { GrantPlace } from "./verb.ts";

/** Who holds a grant, as far as the grant's meaning depends on it. */
export interface Bearer {
  partition: string;
  homeRegion: string;
  /** The accounts in which a grant's target lies where the grant does not say `in:`. */
  accounts: readonly string[];
  /** The accounts that an `in:` means; none, with a finding, where it names what does not exist. */
  accountsIn: (selector: Tree, path: Path) => readonly string[];
  place: (account: string, region: string) => GrantPlace;
  /** ARN of the boundary in the account; undefined, with a finding, where there is none. */
  boundaryArn: (boundary: Tree, account: string, path: Path) => string | undefined;
}
