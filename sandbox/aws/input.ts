import { operationInput, shape, type Shape } from "../../iam/catalogue/service-models.ts";
import { AwsError } from "./call.ts";

interface Finding {
  value: string;
  at: string;
  constraint: string;
}

/**
 * Refuses an input that AWS's published model of the operation does not allow: what is missing, too long, out of range,
 * of a wrong type or pattern, and also a member that the model does not have.
 */
export function checkInput(service: string, operation: string, input: Record<string, unknown>): void {
  const findings: Finding[] = [];
  check(service, operationInput(service, operation), input, "", findings);
  if (findings.length === 0) return;
  const count = `${findings.length} validation error${findings.length === 1 ? "" : "s"} detected`;
  const list = findings.map(({ value, at, constraint }) => {
    return `Value ${value} at '${at}' failed to satisfy constraint: ${constraint}`;
  });
  throw new AwsError(refusal(service), `${count}: ${list.join("; ")}`);
}

function refusal(service: string): string {
  return refusals[service] ?? "ValidationException";
}

const refusals: Record<string, string> = {
  cloudtrail: "InvalidParameterException",
  cloudwatch: "ValidationError",
  iam: "ValidationError",
  logs: "InvalidParameterException",
  organizations: "InvalidInputException",
  s3: "InvalidArgument",
  s3control: "InvalidRequest",
  sns: "InvalidParameter",
  sts: "ValidationError",
};

const wireTypes: Record<Shape["type"], (value: unknown) => boolean> = {
  structure: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  map: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  list: Array.isArray,
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  long: Number.isInteger,
  double: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  timestamp: (value) => value instanceof Date,
  blob: (value) => value instanceof Uint8Array,
};

function check(service: string, expected: Shape, value: unknown, at: string, findings: Finding[]): void {
  // A structure without members is a document: it takes any JSON.
  if (expected.type === "structure" && at !== "" && Object.keys(expected.members ?? {}).length === 0) return;
  if (!wireTypes[expected.type](value)) {
    throw new AwsError("SerializationException", `The value at '${at}' is not a ${expected.type}.`);
  }
  const found = (constraint: string) => findings.push({ value: shown(value), at, constraint });
  if (expected.type === "structure") checkMembers(service, expected, value as Record<string, unknown>, at, findings);
  else if (expected.type === "list") {
    const list = value as unknown[];
    checkSize(list.length, expected, found);
    const member = shape(service, expected.member ?? "");
    list.forEach((one, index) => {
      check(service, member, one, `${at}.${index + 1}.member`, findings);
    });
  } else if (expected.type === "map") {
    const entries = Object.entries(value as Record<string, unknown>);
    checkSize(entries.length, expected, found);
    for (const [key, one] of entries)
      check(service, shape(service, expected.value ?? ""), one, `${at}.${key}`, findings);
  } else checkScalar(expected, value, found);
}

function checkMembers(
  service: string,
  expected: Shape,
  value: Record<string, unknown>,
  at: string,
  findings: Finding[],
): void {
  const members = expected.members ?? {};
  const inside = (member: string) => (at === "" ? lowerFirst(member) : `${at}.${lowerFirst(member)}`);
  for (const member of expected.required ?? []) {
    if (value[member] === undefined) {
      findings.push({ value: "null", at: inside(member), constraint: "Member must not be null" });
    }
  }
  for (const [member, one] of Object.entries(value)) {
    const name = members[member];
    if (name === undefined) throw new AwsError("SerializationException", `Unknown parameter "${member}" in the input.`);
    if (one !== undefined) check(service, shape(service, name), one, inside(member), findings);
  }
}

function checkSize(size: number, { min, max }: Shape, found: (constraint: string) => void): void {
  if (max !== undefined && size > max) found(`Member must have length less than or equal to ${max}`);
  if (min !== undefined && size < min) found(`Member must have length greater than or equal to ${min}`);
}

function checkScalar(expected: Shape, value: unknown, found: (constraint: string) => void): void {
  if (typeof value === "string") {
    checkSize(value.length, expected, found);
    if (expected.pattern?.test(value) === false) {
      found(`Member must satisfy regular expression pattern: ${expected.pattern.source.slice(4, -2)}`);
    }
    if (expected.enum?.includes(value) === false)
      found(`Member must satisfy enum value set: [${expected.enum.join(", ")}]`);
  } else if (typeof value === "number") {
    const { min, max } = expected;
    if (max !== undefined && value > max) found(`Member must have value less than or equal to ${max}`);
    if (min !== undefined && value < min) found(`Member must have value greater than or equal to ${min}`);
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const shown = (value: unknown) => (typeof value === "string" ? `'${value}'` : JSON.stringify(value));
