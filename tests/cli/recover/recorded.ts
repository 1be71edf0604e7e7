import type { Creation } from "../../../cli/recover/creation.ts";
import type { RecordedResource } from "../../../cli/recover/stack-state.ts";

/** The URN of something of the stack dev. */
export function urn(type: string, name: string): string {
  return `urn:pulumi:dev::shop::${type}::${name}`;
}

/** A provider as Pulumi records it. */
export const provider: RecordedResource = {
  urn: urn("pulumi:providers:aws", "Development"),
  type: "pulumi:providers:aws",
  custom: true,
  id: "b1946ac9",
  inputs: {
    allowedAccountIds: '["111122223333"]',
    assumeRoles: '[{"roleArn":"arn:aws-us-gov:iam::111122223333:role/deploy","sessionName":"access-dev"}]',
    defaultTags: '{"tags":{"managed-by":"shop","owner":"Operations"}}',
    region: "us-gov-west-1",
    version: "7.48.0",
  },
};

/** What the program would make next. */
export function creation(type: string, name: string, inputs: Record<string, unknown>): Creation {
  return { urn: urn(type, name), type, name, inputs, parent: urn("shop:Part", "part"), provider, replaces: false };
}
