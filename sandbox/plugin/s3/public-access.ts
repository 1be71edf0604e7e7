import type { Properties } from "../property-values.ts";
import type { Output } from "../session.ts";
import { fromS3, toS3 } from "./aws-names.ts";

/** The four parts of a public access block, and what they are where the program says nothing. */
export const publicAccess = {
  blockPublicAcls: false,
  blockPublicPolicy: false,
  ignorePublicAcls: false,
  restrictPublicBuckets: false,
};

export function publicAccessInput(inputs: Properties): Record<string, unknown> {
  const own = Object.keys(publicAccess).map((name) => [name, inputs[name] ?? false]);
  return { PublicAccessBlockConfiguration: toS3(Object.fromEntries(own) as Properties) };
}

export function publicAccessProperties({ PublicAccessBlockConfiguration }: Output): Properties {
  return { ...publicAccess, ...(fromS3(PublicAccessBlockConfiguration) as Properties) };
}
