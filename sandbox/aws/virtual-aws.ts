import { operation as modelled } from "../../iam/catalogue/service-models.ts";
import { accessanalyzer } from "./accessanalyzer/operations.ts";
import { AwsError, type Aws } from "./call.ts";
import { cloudtrail } from "./cloudtrail/operations.ts";
import { cloudwatch } from "./cloudwatch/operations.ts";
import { authenticate } from "./credentials.ts";
import { checkGuardrails } from "./guardrails.ts";
import { iam } from "./iam/operations.ts";
import { identitystore } from "./identitystore/operations.ts";
import { checkInput } from "./input.ts";
import { kms } from "./kms/operations.ts";
import { logs } from "./logs/operations.ts";
import { organizations } from "./organizations/operations.ts";
import { shapeOutput } from "./output.ts";
import { s3 } from "./s3/operations.ts";
import { s3control } from "./s3control/operations.ts";
import { sns } from "./sns/operations.ts";
import { ssoAdmin } from "./sso-admin/operations.ts";
import { openStore } from "./store/store.ts";
import { sts } from "./sts/operations.ts";
import { checkServed } from "./unserved.ts";
import { worldOf, type Operation } from "./world.ts";

const services: Record<string, Record<string, Operation | undefined> | undefined> = {
  accessanalyzer,
  cloudtrail,
  cloudwatch,
  iam,
  identitystore,
  kms,
  logs,
  organizations,
  s3,
  s3control,
  sns,
  "sso-admin": ssoAdmin,
  sts,
};

/**
 * A virtual AWS organization, kept in a directory that `createOrganization` has founded. It answers as AWS's own clients
 * do: timestamps are dates, and IAM's policy documents come back URL-encoded (RFC 3986). It keeps nothing in memory that
 * another process could have changed: several may call it over the same directory at once. What is wrong rejects with an
 * `AwsError`; what the virtual AWS does not know is an error too.
 */
export function virtualAws(directory: string): Aws {
  const store = openStore(directory);
  return async ({ service, operation: name, input: given, credentials, region }) => {
    const operation = find(service, name);
    const caller = authenticate(store, service, credentials);
    checkInput(service, name, given);
    checkServed(service, name, given);
    const input = structuredClone(given);
    const world = worldOf(store, caller, region);
    checkGuardrails(service, name, world);
    const run = () => shapeOutput(service, name, operation.run(input as never, world));
    const changes = () => operation.changes(input as never, world);
    for (let held = changes(); held.length > 0; held = changes()) {
      const answer = await store.change(held, () => {
        // Somebody else may have reached another account while this call waited: then it needs that one too.
        return changes().every((name) => held.includes(name)) ? { output: run() } : undefined;
      });
      if (answer !== undefined) return answer.output;
    }
    return run();
  };
}

function find(service: string, name: string): Operation {
  const operations = services[service];
  if (operations === undefined) throw new AwsError("InvalidAction", `The virtual AWS has no service "${service}".`);
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found === undefined || modelled(service, name) === undefined) {
    const code = service === "iam" || service === "sts" ? "InvalidAction" : "UnknownOperationException";
    throw new AwsError(code, `The virtual AWS has no operation "${name}" in ${service}.`);
  }
  return found;
}
