import { createHmac, timingSafeEqual } from "node:crypto";
import { AwsError, type Credentials } from "./call.ts";
import { accessKeyId } from "./id.ts";
import type { Role } from "./iam/iam-document.ts";
import type { OrganizationDocument } from "./organizations/organization-document.ts";
import type { Store } from "./store/store.ts";
import { documents, iamOf, type Caller } from "./world.ts";

interface Session {
  accessKeyId: string;
  accountId: string;
  roleName: string;
  roleId: string;
  sessionName: string;
  /** Milliseconds since 1970. */
  expires: number;
}

/** Temporary credentials for a role. Nothing is stored: the token says whose they are, and is signed. */
export function sessionCredentials(
  organization: OrganizationDocument,
  accountId: string,
  role: Role,
  sessionName: string,
  seconds: number,
): { credentials: Required<Credentials>; expiration: string } {
  const { RoleName: roleName, RoleId: roleId } = role;
  const expires = Date.now() + seconds * 1000;
  const session: Session = { accessKeyId: accessKeyId("ASIA"), accountId, roleName, roleId, sessionName, expires };
  const payload = Buffer.from(JSON.stringify(session)).toString("base64url");
  const sessionToken = `${payload}.${sign(organization, payload)}`;
  const secretAccessKey = sign(organization, session.accessKeyId);
  const credentials = { accessKeyId: session.accessKeyId, secretAccessKey, sessionToken };
  return { credentials, expiration: new Date(expires).toISOString() };
}

/**
 * Whose credentials these are. Refuses unknown and expired ones with the code of the service's protocol:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
export function authenticate(store: Store, service: string, credentials: Credentials): Caller {
  const query = ["cloudwatch", "iam", "sns", "sts"].includes(service);
  const unknown = () =>
    new AwsError(
      query ? "InvalidClientTokenId" : "UnrecognizedClientException",
      "The security token included in the request is invalid.",
      query ? 403 : 400,
    );
  const signature = () =>
    new AwsError(
      query ? "SignatureDoesNotMatch" : "InvalidSignatureException",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key " +
        "and signing method. Consult the service documentation for details.",
      query ? 403 : 400,
    );
  const organization = store.read(documents.organization) as OrganizationDocument;
  if (credentials.sessionToken === undefined)
    return authenticateUser(store, organization, credentials, unknown, signature);
  const session = readToken(organization, credentials.sessionToken);
  if (session?.accessKeyId !== credentials.accessKeyId) throw unknown();
  if (!same(credentials.secretAccessKey, sign(organization, session.accessKeyId))) throw signature();
  if (session.expires <= Date.now()) {
    const message = "The security token included in the request is expired";
    throw new AwsError(query ? "ExpiredToken" : "ExpiredTokenException", message, query ? 403 : 400);
  }
  const { accountId, roleName, roleId, sessionName } = session;
  const role = iamOf(store, accountId)?.roles[roleName];
  if (role?.RoleId !== roleId) throw unknown();
  const arn = `arn:${organization.partition}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`;
  return { accountId, arn, userId: `${roleId}:${sessionName}`, role: { arn: role.Arn, id: roleId } };
}

function authenticateUser(
  store: Store,
  organization: OrganizationDocument,
  { accessKeyId: id, secretAccessKey }: Credentials,
  unknown: () => Error,
  signature: () => Error,
): Caller {
  for (const { id: accountId } of organization.accounts) {
    for (const user of Object.values(iamOf(store, accountId)?.users ?? {})) {
      const key = user.accessKeys.find(({ AccessKeyId }) => AccessKeyId === id);
      if (key?.Status !== "Active") continue;
      if (!same(key.SecretAccessKey, secretAccessKey)) throw signature();
      return { accountId, arn: user.Arn, userId: user.UserId };
    }
  }
  throw unknown();
}

function readToken(organization: OrganizationDocument, token: string): Session | undefined {
  const [payload = "", signature = ""] = token.split(".");
  if (!same(signature, sign(organization, payload))) return undefined;
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Session;
}

const sign = ({ signingKey }: OrganizationDocument, text: string) =>
  createHmac("sha256", signingKey).update(text).digest("base64url").slice(0, 40);

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
