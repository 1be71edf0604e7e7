import { malformed } from "./iam-error.ts";

/** A statement as it was written, its shape checked. */
export interface WrittenStatement {
  Effect: "Allow" | "Deny";
  Principal?: unknown;
  Action: string[];
}

type Parsed = Record<string, unknown>;

const syntaxError = () => malformed("Syntax errors in policy.");
const elements = [
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
];
const partitions = ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "*"];
const operator =
  /^(?:ForAllValues:|ForAnyValue:)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Numeric(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Date(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like))(?:IfExists)?$|^Null$/i;

/**
 * Refuses an identity policy that AWS refuses, with MalformedPolicyDocument.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function checkIdentityPolicy(document: string): void {
  for (const statement of statements(document)) {
    if ("Principal" in statement || "NotPrincipal" in statement) {
      throw malformed("Policy document should not specify a principal.");
    }
    if ("Resource" in statement && "NotResource" in statement) throw syntaxError();
    const resources = texts(statement["Resource"] ?? statement["NotResource"] ?? []);
    if (resources.length === 0) throw malformed("Policy statement must contain resources.");
    resources.forEach(checkResource);
  }
}

/** Refuses a trust policy whose form AWS refuses; whom it may name is looked at elsewhere. */
export function checkTrustPolicy(document: string): WrittenStatement[] {
  return statements(document).map((statement) => {
    for (const field of ["Resource", "NotResource", "NotPrincipal"]) {
      if (field in statement) throw malformed(`Has prohibited field ${field}`);
    }
    if (!("Principal" in statement)) throw malformed("Missing required field Principal");
    const actions = texts(statement["Action"] ?? statement["NotAction"]);
    if (!actions.every((action) => /^sts:/i.test(action))) {
      throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
    }
    return { ...statement, Action: "Action" in statement ? actions : [] } as WrittenStatement;
  });
}

function statements(document: string): Parsed[] {
  let policy: unknown;
  try {
    policy = JSON.parse(document);
  } catch {
    throw syntaxError();
  }
  if (!isObject(policy)) throw syntaxError();
  if (Object.keys(policy).some((key) => !["Version", "Id", "Statement"].includes(key))) throw syntaxError();
  if (![undefined, "2012-10-17", "2008-10-17"].includes(policy["Version"] as string | undefined)) throw syntaxError();
  const list: unknown[] = Array.isArray(policy["Statement"]) ? policy["Statement"] : [policy["Statement"]];
  if (list.length === 0) throw syntaxError();
  const sids = new Set<unknown>();
  return list.map((statement) => {
    if (!isObject(statement)) throw syntaxError();
    checkStatement(statement);
    const sid = statement["Sid"];
    if (sid !== undefined && sid !== "") {
      if (sids.has(sid)) throw malformed("Statement IDs (SID) in a single policy must be unique.");
      sids.add(sid);
    }
    return statement;
  });
}

function checkStatement(statement: Parsed): void {
  if (Object.keys(statement).some((key) => !elements.includes(key))) throw syntaxError();
  if (statement["Effect"] !== "Allow" && statement["Effect"] !== "Deny") throw syntaxError();
  const sid = statement["Sid"];
  if (sid !== undefined && (typeof sid !== "string" || !/^[0-9A-Za-z]*$/.test(sid))) {
    throw malformed(
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
    );
  }
  if ("Action" in statement && "NotAction" in statement) throw syntaxError();
  const actions = texts(statement["Action"] ?? statement["NotAction"] ?? []);
  if (actions.length === 0) throw malformed("Policy statement must contain actions.");
  actions.forEach(checkAction);
  if ("Condition" in statement) checkCondition(statement["Condition"]);
}

function checkAction(action: string): void {
  if (action === "*") return;
  const [vendor, name, ...rest] = action.split(":");
  if (name === undefined || vendor === "") throw unprefaced();
  if (!/^[a-zA-Z0-9-]+$/.test(vendor ?? "")) throw malformed(`Vendor ${vendor ?? ""} is not valid`);
  if (rest.length > 0 || !/^[a-zA-Z0-9*?-]+$/.test(name)) throw malformed("The policy failed legacy parsing");
}

function checkResource(resource: string): void {
  if (resource === "*") return;
  // What an incomplete ARN leaves out stands for anything.
  const [arn, partition = "", service = "", region = ""] = resource.split(":");
  if (arn !== "arn") throw malformed(`Resource ${resource} must be in ARN format or "*".`);
  if (!partitions.includes(partition)) {
    throw malformed(`Partition "${partition}" is not valid for resource "${resource}".`);
  }
  if (service === "") throw malformed(`Vendor ${service} is not valid`);
  if (service === "iam" && region !== "" && region !== "*") {
    throw malformed(`IAM resource ${resource} cannot contain region information.`);
  }
}

function checkCondition(condition: unknown): void {
  if (!isObject(condition)) throw syntaxError();
  for (const [name, keys] of Object.entries(condition)) {
    if (!operator.test(name)) throw malformed(`Invalid Condition type : ${name}.`);
    if (!isObject(keys)) throw syntaxError();
    for (const [key, value] of Object.entries(keys)) {
      if (!key.includes(":")) throw unprefaced();
      const values: unknown[] = Array.isArray(value) ? value : [value];
      if (!values.every((one) => ["string", "number", "boolean"].includes(typeof one))) throw syntaxError();
    }
  }
}

const unprefaced = () => malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");

/** One text or several, as the grammar allows in most places. */
export function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    if (typeof one !== "string" || one === "") throw syntaxError();
    return one;
  });
}

export function isObject(value: unknown): value is Parsed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
