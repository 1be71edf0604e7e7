import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { documentsOf } from "../../policypack/documents.ts";

const sdk = join(import.meta.dirname, "../../node_modules/@pulumi/aws");

/** Names of properties that are policies of another kind than IAM's, wherever they stand. */
const otherKinds =
  /^(alpn|ssl|tls|security|dnsRecordClientRouting|(dataD|d)eletion|deletePropagation|lifecycle|archive|delivery|filter|redrive|replay|redriveAllow|notification|.*Termination|.*Protection|browser|userContext|snapshot|autoscaling|autoImport|default|webAppEndpoint)Policy$/;

/** Why a policy is not judged, and the resources with such a policy. */
const notJudged: Readonly<Record<string, string>> = {
  "takes away, and gives nothing":
    "ec2/vpcEndpoint ec2/vpcEndpointPolicy odb/network eks/podIdentityAssociation rolesanywhere/profile transfer/access transfer/user",
  "holds within the networks that are joined to a service": "vpclattice/authPolicy",
  "is for things": "iot/policy iot/policyAttachment",
  "is no document of IAM":
    "cloudformation/stack cloudwatch/logAccountPolicy cloudwatch/logDataProtectionPolicy cloudwatch/logIndexPolicy ecr/lifecyclePolicy networkmanager/coreNetwork networkmanager/coreNetworkPolicyAttachment opensearch/serverlessAccessPolicy opensearch/serverlessLifecyclePolicy opensearch/serverlessSecurityPolicy ses/receiptFilter sns/dataProtectionPolicy verifiedaccess/endpoint verifiedaccess/group",
};
const known = new Set(Object.values(notJudged).flatMap((places) => places.split(" ")));

function* policies(): Iterable<{ type: string; place: string; property: string }> {
  for (const entry of readdirSync(sdk, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "types" || entry.name === "node_modules") continue;
    for (const file of readdirSync(join(sdk, entry.name)).filter((name) => /^(?!get).*\.d\.ts$/.test(name))) {
      const text = readFileSync(join(sdk, entry.name, file), "utf8");
      const args = /export interface (\w+)Args \{([\s\S]*?)\n\}/.exec(text);
      const place = `${entry.name}/${file.slice(0, -5)}`;
      const found = args?.[2]?.matchAll(
        /^ {4}(\w*(?:policy|policies|policyDocument|policyBody))\??: pulumi\.Input<string(?: \||>)/gim,
      );
      for (const [, property = ""] of found ?? []) yield { type: `aws:${place}:${args?.[1] ?? ""}`, place, property };
    }
  }
}

describe("The policy documents of the AWS provider", () => {
  it("are judged, or it is said why not", () => {
    const all = [...policies()];
    assert.ok(all.length > 100);
    const open = all
      .filter(({ place, property }) => !known.has(place) && !otherKinds.test(property))
      .filter(({ type, property }) => documentsOf(type, { [property]: "{}" }).length === 0);
    assert.deepEqual(open, []);
  });
});
