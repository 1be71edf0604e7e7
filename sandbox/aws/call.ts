/**
 * The one narrow place between the plugin stand-in and an AWS: AWS's own API operations by their real names and inputs.
 * The virtual AWS serves it; AWS's SDK clients can serve it too.
 */
export type Aws = (call: Call) => Promise<Record<string, unknown>>;

export interface Call {
  /** As the service's model names it: `iam`, `sts`, `sso-admin`, `identitystore`, `organizations`. */
  service: string;
  /** As the API reference writes it, such as `CreateRole`. */
  operation: string;
  input: Record<string, unknown>;
  credentials: Credentials;
  region: string;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** What AWS answers to what is wrong: its error code, its message, its HTTP status. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = "AwsError";
    this.code = code;
    this.status = status;
  }
}
