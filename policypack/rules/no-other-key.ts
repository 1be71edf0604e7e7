import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";

/** What there is of credentials that do not expire, beside access keys and passwords. */
const credentials: Readonly<Record<string, { what: string; instead: string }>> = {
  "aws:iam/sshKey:SshKey": {
    what: "Whoever has the private key to this SSH key may use CodeCommit as its IAM user, until somebody deletes it.",
    instead: "use git-remote-codecommit, which signs with the temporary credentials of a role",
  },
  "aws:iam/serviceSpecificCredential:ServiceSpecificCredential": {
    what: "Whoever finds this password or API key may use the service as its IAM user, until somebody deletes it.",
    instead:
      "let whatever needs it sign with the temporary credentials of a role: git-remote-codecommit for CodeCommit, the SigV4 " +
      "plugin for Keyspaces, short-term API keys for Bedrock",
  },
  "aws:iam/signingCertificate:SigningCertificate": {
    what: "Whoever has the private key to this signing certificate may sign requests as its IAM user, until somebody deletes it.",
    instead:
      "use IAM Roles Anywhere (aws.rolesanywhere.Profile) for servers that have certificates, a role for the rest",
  },
  "aws:lightsail/bucketAccessKey:BucketAccessKey": {
    what: "Whoever finds this access key may read and write the Lightsail bucket from anywhere, until somebody deletes it.",
    instead: "attach the bucket to the instances that use it (aws.lightsail.BucketResourceAccess)",
  },
};

/** Credentials that do not expire and are no access key of IAM. */
export const noOtherKey: Rule = {
  name: "no-other-key",
  description:
    "No SSH key, service-specific credential, signing certificate or bucket key is made: they do not expire.",
  level: "mandatory",
  severity: "high",
  requirements: [cis("1.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html",
  remediation: "Let whatever needs the credential take on a role, and delete it.",
  why:
    "They are access keys by another name: each works from anywhere until somebody deletes it. Those of break-glass users are " +
    "refused too: break-glass is a person at a console. Not judged: credentials that are no way into AWS itself, such as the " +
    "keys of API Gateway and AppSync, EC2 key pairs and server certificates.",
  bad: {
    git: {
      type: "aws:iam:ServiceSpecificCredential",
      properties: { serviceName: "codecommit.amazonaws.com", userName: "robot" },
    },
  },
  good: {
    images: {
      type: "aws:lightsail:BucketResourceAccess",
      properties: { bucketName: "product-images", resourceName: "web-1" },
    },
  },
  parameters: [],
  types: Object.keys(credentials),
  *check({ type }) {
    const credential = credentials[type];
    if (credential === undefined) return;
    yield {
      who: credential.what,
      why: "it never expires, and nothing notices when somebody copies it.",
      instead: `${credential.instead}; then delete this resource.`,
    };
  },
};
