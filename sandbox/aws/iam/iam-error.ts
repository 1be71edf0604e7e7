import { errorStatus } from "../../../iam/catalogue/service-models.ts";
import { AwsError } from "../call.ts";

type Code =
  | "DeleteConflict"
  | "EntityAlreadyExists"
  | "InvalidInput"
  | "LimitExceeded"
  | "MalformedPolicyDocument"
  | "NoSuchEntity"
  | "UnmodifiableEntity"
  | "ValidationError";

/** An error of IAM, with the HTTP status that AWS's model gives its code. */
export function iamError(code: Code, message: string): AwsError {
  return new AwsError(code, message, errorStatus("iam", code) ?? 400);
}

export const noSuchEntity = (message: string) => iamError("NoSuchEntity", message);
export const malformed = (message: string) => iamError("MalformedPolicyDocument", message);
