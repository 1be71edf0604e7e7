import type { Case } from "../cases.ts";
import { notKnown } from "../judge.ts";

const breakGlass = { config: { "no-iam-user": { breakGlassUsers: ["break-glass-1"] } } };
/** AWS's own example, put together so that nothing that looks for keys finds it here. */
const accessKey = ["AK", "IAIOSFODNN7EXAMPLE"].join("");
const secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY";
const privateKey = ["-----BEGIN RSA PRIV", "ATE KEY-----\nMIIEow"].join("");

const lambda = (variables: Record<string, unknown>) => ({
  type: "aws:lambda/function:Function",
  name: "f",
  props: { role: "arn:aws:iam::111122223333:role/f", environment: { variables } },
});

export const keyCases: Record<string, Case[]> = {
  "no-access-key": [
    {
      title: "an access key",
      program: [{ type: "aws:iam/accessKey:AccessKey", name: "k", props: { user: "robot" } }],
      expected: ["mandatory"],
      says: /"robot"/,
    },
    {
      title: "an inactive and encrypted one",
      program: [
        {
          type: "aws:iam/accessKey:AccessKey",
          name: "k",
          props: { user: "robot", status: "Inactive", pgpKey: "keybase:somebody" },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "a break-glass user's",
      program: [{ type: "aws:iam/accessKey:AccessKey", name: "k", props: { user: "break-glass-1" } }],
      pack: breakGlass,
      expected: ["mandatory"],
    },
    {
      title: "one for a user that is not known",
      program: [{ type: "aws:iam/accessKey:AccessKey", name: "k", props: { user: notKnown } }],
      expected: ["mandatory"],
    },
    { title: "a role", program: [{ type: "aws:iam/role:Role", name: "r", props: { name: "r" } }], expected: [] },
  ],
  "no-other-key": [
    ...[
      "aws:iam/sshKey:SshKey",
      "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
      "aws:iam/signingCertificate:SigningCertificate",
      "aws:lightsail/bucketAccessKey:BucketAccessKey",
    ].map((type) => ({
      title: type,
      program: [{ type, name: "k", props: { userName: "break-glass-1" } }],
      pack: breakGlass,
      expected: ["mandatory" as const],
    })),
    ...[
      "aws:ec2/keyPair:KeyPair",
      "aws:rolesanywhere/profile:Profile",
      "aws:iam/serverCertificate:ServerCertificate",
      "aws:kms/key:Key",
    ].map((type) => ({ title: type, program: [{ type, name: "k" }], expected: [] })),
  ],
  "no-key-in-clear": [
    { title: "an access key in a Lambda's environment", program: [lambda({ ID: accessKey })], expected: ["mandatory"] },
    {
      title: "beside a value that is not known",
      program: [lambda({ TABLE: notKnown, ID: accessKey })],
      expected: ["mandatory"],
      says: /environment\.variables\.ID/,
    },
    {
      title: "a secret key under its name",
      program: [lambda({ AWS_SECRET_ACCESS_KEY: secretKey })],
      expected: ["mandatory"],
    },
    { title: "a text as long as a secret key", program: [lambda({ DIGEST: secretKey })], expected: [] },
    {
      title: "the name of a key and nothing in it",
      program: [lambda({ AWS_SECRET_ACCESS_KEY: "" })],
      expected: [],
    },
    {
      title: "ARNs of secrets",
      program: [lambda({ STRIPE_KEY: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:stripe-a1b2c3" })],
      expected: [],
    },
    {
      title: "container definitions",
      program: [
        {
          type: "aws:ecs/taskDefinition:TaskDefinition",
          name: "t",
          props: {
            containerDefinitions: JSON.stringify([{ name: "web", environment: [{ name: "ID", value: accessKey }] }]),
          },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "a secret key in container definitions",
      program: [
        {
          type: "aws:ecs/taskDefinition:TaskDefinition",
          name: "t",
          props: {
            containerDefinitions: JSON.stringify([
              { name: "web", environment: [{ name: "AWS_SECRET_ACCESS_KEY", value: secretKey }] },
            ]),
          },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "container definitions that name secrets",
      program: [
        {
          type: "aws:ecs/taskDefinition:TaskDefinition",
          name: "t",
          props: {
            containerDefinitions: JSON.stringify([
              {
                name: "web",
                secrets: [
                  { name: "AWS_SECRET_ACCESS_KEY", valueFrom: "arn:aws:ssm:eu-central-1:111122223333:parameter/x" },
                ],
              },
            ]),
          },
        },
      ],
      expected: [],
    },
    {
      title: "user data, as text",
      program: [
        {
          type: "aws:ec2/instance:Instance",
          name: "i",
          props: { userData: `#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=${secretKey}\n` },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "user data, encoded",
      program: [
        {
          type: "aws:ec2/launchTemplate:LaunchTemplate",
          name: "i",
          props: { userData: Buffer.from(`#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${accessKey}\n`).toString("base64") },
        },
      ],
      expected: ["mandatory"],
    },
    {
      title: "user data without a key, encoded",
      program: [
        {
          type: "aws:ec2/launchTemplate:LaunchTemplate",
          name: "i",
          props: { userData: Buffer.from("#!/bin/sh\naws s3 cp s3://images/ /srv --recursive\n").toString("base64") },
        },
      ],
      expected: [],
    },
    {
      title: "a private key in a tag",
      program: [{ type: "aws:s3/bucket:Bucket", name: "b", props: { tags: { key: privateKey } } }],
      expected: ["mandatory"],
    },
    {
      title: "an access key in a tag of a version 6 bucket",
      program: [{ type: "aws:s3/bucketV2:BucketV2", name: "b", props: { tags: { key: accessKey } } }],
      expected: ["mandatory"],
    },
    {
      title: "a parameter in clear",
      program: [{ type: "aws:ssm/parameter:Parameter", name: "p", props: { type: "String", value: accessKey } }],
      expected: ["mandatory"],
    },
    {
      title: "an encrypted parameter",
      program: [{ type: "aws:ssm/parameter:Parameter", name: "p", props: { type: "SecureString", value: privateKey } }],
      expected: [],
    },
    {
      title: "the private key of a certificate, which AWS gives back to nobody",
      program: [{ type: "aws:acm/certificate:Certificate", name: "c", props: { privateKey, certificateBody: "x" } }],
      expected: [],
    },
    { title: "a variable that is called so", program: [lambda({ privateKey })], expected: ["mandatory"] },
    {
      title: "a private key in a certificate's body",
      program: [{ type: "aws:acm/certificate:Certificate", name: "c", props: { certificateBody: privateKey } }],
      expected: ["mandatory"],
    },
    {
      title: "a secret",
      program: [
        { type: "aws:secretsmanager/secretVersion:SecretVersion", name: "p", props: { secretString: privateKey } },
      ],
      expected: [],
    },
    {
      title: "a provider with an access key",
      program: [{ type: "pulumi:providers:aws", name: "p", props: { accessKey, secretKey } }],
      expected: ["mandatory"],
    },
    {
      title: "a provider whose access key is not known",
      program: [{ type: "pulumi:providers:aws", name: "p", props: { accessKey: notKnown, secretKey: notKnown } }],
      expected: ["mandatory"],
    },
    {
      title: "a provider with a session's credentials",
      program: [{ type: "pulumi:providers:aws", name: "p", props: { accessKey: "ASIA", secretKey, token: "t" } }],
      expected: [],
    },
    {
      title: "a provider that takes on a role",
      program: [
        {
          type: "pulumi:providers:aws",
          name: "p",
          props: { assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]' },
        },
      ],
      expected: [],
    },
    {
      title: "a principal's unique id is no key",
      program: [
        {
          type: "aws:s3/bucketPolicy:BucketPolicy",
          name: "p",
          props: {
            policy: '{"Condition":{"StringLike":{"aws:userid":["AIDAIOSFODNN7EXAMPLE","AROAIOSFODNN7EXAMPLE:*"]}}}',
          },
        },
      ],
      expected: [],
    },
  ],
};
