import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type { CheckResponse, DiffResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import type { Difference } from "./diff.ts";
import { sent } from "./property-values.ts";
import type { Properties } from "./property-values.ts";

/** The answer to Check: the inputs, and a sentence for each thing that is wrong with them. */
export function checked(inputs: Properties, secrets: ReadonlySet<string>, failures: string[]): CheckResponse {
  const response = new providerPb.CheckResponse();
  response.setInputs(sent(inputs, secrets));
  for (const reason of failures) {
    const failure = new providerPb.CheckFailure();
    failure.setReason(reason);
    response.addFailures(failure);
  }
  return response;
}

/** The answer to Diff. */
export function difference({ kinds, replaces, deleteBeforeReplace }: Difference): DiffResponse {
  const response = new providerPb.DiffResponse();
  const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = providerPb.PropertyDiff.Kind;
  const inPlace = { add: ADD, delete: DELETE, update: UPDATE };
  const replacing = { add: ADD_REPLACE, delete: DELETE_REPLACE, update: UPDATE_REPLACE };
  for (const [path, kind] of kinds) {
    const detail = new providerPb.PropertyDiff();
    detail.setKind((replaces.includes(topOf(path)) ? replacing : inPlace)[kind]);
    response.getDetaileddiffMap().set(path, detail);
  }
  response.setHasdetaileddiff(true);
  response.setDiffsList([...new Set([...kinds.keys()].map(topOf))]);
  response.setReplacesList(replaces);
  response.setDeletebeforereplace(deleteBeforeReplace);
  response.setChanges(changesOf(kinds.size));
  return response;
}

export function changesOf(count: number): DiffResponse.DiffChanges {
  const { DIFF_SOME, DIFF_NONE } = providerPb.DiffResponse.DiffChanges;
  return count > 0 ? DIFF_SOME : DIFF_NONE;
}

function topOf(path: string): string {
  return path.replace(/[.[].*$/s, "");
}
