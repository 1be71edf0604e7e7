import type { Identification } from "../iam/identification.ts";

const reasons: Record<Identification["illusions"][number]["why"], string> = {
  "if-exists": "holds for requests without the key",
  "for-all-values": "holds for requests without the key",
  negated: "lets in everybody but those it names",
  presence: "asks only whether there is a value",
  "any-value": "takes any value",
  "names-nobody": "names no account, organization or network to its end",
  chosen: "is up to the caller",
};

/** Why a condition keeps nobody out, test by test; nothing where it has none that looks as if it did. */
export function whyNobody({ illusions }: Identification): string {
  return illusions
    .map(({ test, why }) => `condition ${test.operator} ${test.key} does not help because it ${reasons[why]}`)
    .join("; ");
}
