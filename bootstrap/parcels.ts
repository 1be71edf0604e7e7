import { canonicalJson } from "../iam/canonical.ts";
import { documentSize } from "../iam/document-size.ts";
import type { PolicyDocument, Statement } from "../iam/document.ts";
import type { EstateAccount } from "./estate.ts";

/** AWS's limit of a customer managed policy, in characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policySize = 6_144;

/** A customer managed policy, and the accounts in which it is made. */
export interface Parcel {
  accounts: EstateAccount[];
  document: PolicyDocument;
}

/**
 * Packs what each account needs into policies: statements that are needed in the same accounts lie together, in as few
 * policies as their size admits. Throws where one statement alone is too large.
 */
export function parcels(
  accounts: readonly EstateAccount[],
  statementsIn: (account: EstateAccount) => Statement[],
): Parcel[] {
  const needed = new Map<string, { statement: Statement; accounts: EstateAccount[] }>();
  for (const account of accounts) {
    for (const statement of statementsIn(account)) {
      const key = canonicalJson({ Version: "2012-10-17", Statement: [statement] });
      const known = needed.get(key);
      if (known === undefined) needed.set(key, { statement, accounts: [account] });
      else known.accounts.push(account);
    }
  }
  const bySet = Map.groupBy(needed.values(), (one) => one.accounts.map(({ name }) => name).join(" "));
  return [...bySet.values()].flatMap((alike) =>
    packed(alike.map(({ statement }) => statement)).map((document) => ({
      accounts: alike[0]?.accounts ?? [],
      document,
    })),
  );
}

function packed(statements: Statement[]): PolicyDocument[] {
  const documents: PolicyDocument[] = [];
  for (const statement of statements) {
    const last = documents.at(-1);
    const longer: PolicyDocument = { Version: "2012-10-17", Statement: [...(last?.Statement ?? []), statement] };
    const alone: PolicyDocument = { Version: "2012-10-17", Statement: [statement] };
    if (last !== undefined && documentSize(longer, "identity") <= policySize) last.Statement.push(statement);
    else documents.push(alone);
    if (documentSize(alone, "identity") > policySize) {
      throw new Error(
        `The statement ${statement.Sid ?? ""} alone is larger than a policy may be (${policySize} characters).`,
      );
    }
  }
  return documents;
}
