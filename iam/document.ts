/**
 * An IAM policy document as plain data: the shape that AWS's policy grammar gives it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: Statement[];
}

export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Principal?: "*" | Partial<Record<PrincipalType, OneOrMany>>;
  NotPrincipal?: "*" | Partial<Record<PrincipalType, OneOrMany>>;
  Action?: OneOrMany;
  NotAction?: OneOrMany;
  Resource?: OneOrMany;
  NotResource?: OneOrMany;
  Condition?: Condition;
}

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser";

/** Operator → condition key → value or values, such as `{ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`. */
export type Condition = Record<string, Record<string, OneOrMany>>;

export type OneOrMany = string | string[];

/**
 * In a document that is not known to its end: a text that names something, of which nobody can tell yet what. It is no
 * pattern, holds in no policy's text of its own, and says nothing against its statement.
 */
export const unknownText = "\u0004";
