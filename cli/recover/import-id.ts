import type { ProviderAccount } from "./account.ts";

type Inputs = Record<string, unknown>;
type IdOf = (inputs: Inputs, account: ProviderAccount) => string | undefined;

/** The inputs as texts, in the order asked for; undefined where one of them is not known yet. */
function texts(inputs: Inputs, ...names: string[]): string[] | undefined {
  const values = names.map((name) => inputs[name]).filter((value) => typeof value === "string");
  return values.length === names.length ? values : undefined;
}

/**
 * By which id Pulumi imports what these types make, for as far as the inputs tell it. AWS refuses to make any of them
 * twice.
 * Source: the section Import of each type's page, such as https://www.pulumi.com/registry/packages/aws/api-docs/iam/role/
 */
const computed: Record<string, IdOf> = {
  "aws:iam/role:Role": (inputs) => texts(inputs, "name")?.[0],
  "aws:iam/user:User": (inputs) => texts(inputs, "name")?.[0],
  // What comes of an adoption has no key: it is made anew, since nobody has seen its password.
  "aws:iam/userLoginProfile:UserLoginProfile": (inputs) => texts(inputs, "user")?.[0],
  "aws:iam/group:Group": (inputs) => texts(inputs, "name")?.[0],
  "aws:iam/instanceProfile:InstanceProfile": (inputs) => texts(inputs, "name")?.[0],
  "aws:iam/policy:Policy": (inputs, { partition, id }) => {
    const [path, name] = texts({ path: "/", ...inputs }, "path", "name") ?? [];
    return name && `arn:${partition}:iam::${id}:policy${path ?? ""}${name}`;
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": (inputs, { partition, id }) => {
    const [url] = texts(inputs, "url") ?? [];
    return url && `arn:${partition}:iam::${id}:oidc-provider/${url.replace(/^https:\/\//, "")}`;
  },
  "aws:ssoadmin/accountAssignment:AccountAssignment": (inputs) => {
    const names = ["principalId", "principalType", "targetId", "targetType", "permissionSetArn", "instanceArn"];
    return texts(inputs, ...names)?.join(",");
  },
  "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes": (inputs) =>
    texts(inputs, "instanceArn")?.[0],
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": (inputs) =>
    texts(inputs, "accountId", "servicePrincipal")?.join("/"),
  "aws:s3/bucket:Bucket": (inputs) => texts(inputs, "bucket")?.[0],
  "aws:kms/alias:Alias": (inputs) => texts(inputs, "name")?.[0],
  "aws:cloudwatch/logGroup:LogGroup": (inputs) => texts(inputs, "name")?.[0],
  "aws:accessanalyzer/analyzer:Analyzer": (inputs) => texts(inputs, "analyzerName")?.[0],
  "aws:accessanalyzer/archiveRule:ArchiveRule": (inputs) => texts(inputs, "analyzerName", "ruleName")?.join("/"),
  "aws:cloudtrail/trail:Trail": (inputs, { partition, id }) => {
    const [region, name] = texts(inputs, "region", "name") ?? [];
    return name && `arn:${partition}:cloudtrail:${region ?? ""}:${id}:trail/${name}`;
  },
  "aws:organizations/policyAttachment:PolicyAttachment": (inputs) => texts(inputs, "targetId", "policyId")?.join(":"),
};

/** The id by which Pulumi would import what a creation makes; undefined where only AWS knows it, or nobody yet. */
export function importId(type: string, inputs: Inputs, account: ProviderAccount): string | undefined {
  return computed[type]?.(inputs, account);
}
