import fc from "fast-check";

const key = fc.constantFrom(
  ...["Version", "Statement", "Effect", "Action", "Resource", "Principal", "Condition"],
  ...["AWS", "StringLike", "aws:x", "__proto__"],
);

/** Any JSON, made of the words of policies. */
export const arbitraryJson = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<unknown>(null, "*", "", "arn:", "s3:Get*", "${", 1, true, "Allow", "2012-10-17"),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(key, tie("json"), { maxKeys: 5 }),
  ),
})).json;
