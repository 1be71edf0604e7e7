/**
 * Writes schema.json: the inputs and outputs of the resource types, lookups and provider that the sandbox serves, as the
 * types of the installed `@pulumi/aws` state them. Run it after an update of that package:
 *
 *     node sandbox/plugin/data/generate.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { PropertyType, Schema, Shape } from "../schema.ts";

const resources = [
  "iam/role:Role",
  "iam/rolePolicy:RolePolicy",
  "iam/rolePolicyAttachment:RolePolicyAttachment",
  "iam/rolePoliciesExclusive:RolePoliciesExclusive",
  "iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  "iam/policy:Policy",
  "iam/instanceProfile:InstanceProfile",
  "iam/openIdConnectProvider:OpenIdConnectProvider",
  "iam/user:User",
  "iam/accessKey:AccessKey",
  "iam/userPolicyAttachment:UserPolicyAttachment",
  "iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
  "iam/userPoliciesExclusive:UserPoliciesExclusive",
  "iam/userLoginProfile:UserLoginProfile",
  "iam/group:Group",
  "iam/groupPolicyAttachment:GroupPolicyAttachment",
  "iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
  "iam/groupPoliciesExclusive:GroupPoliciesExclusive",
  "iam/groupMembership:GroupMembership",
  "ssoadmin/permissionSet:PermissionSet",
  "ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
  "ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
  "ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
  "ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
  "ssoadmin/accountAssignment:AccountAssignment",
  "ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes",
  "identitystore/group:Group",
  "identitystore/user:User",
  "identitystore/groupMembership:GroupMembership",
  "iam/accountPasswordPolicy:AccountPasswordPolicy",
  "iam/organizationsFeatures:OrganizationsFeatures",
  "organizations/awsServiceAccess:AwsServiceAccess",
  "organizations/delegatedAdministrator:DelegatedAdministrator",
  "s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "s3/bucket:Bucket",
  "s3/bucketVersioning:BucketVersioning",
  "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "s3/bucketOwnershipControls:BucketOwnershipControls",
  "s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "s3/bucketPolicy:BucketPolicy",
  "kms/key:Key",
  "kms/alias:Alias",
  "cloudwatch/logGroup:LogGroup",
  "cloudwatch/logMetricFilter:LogMetricFilter",
  "cloudwatch/metricAlarm:MetricAlarm",
  "sns/topic:Topic",
  "sns/topicPolicy:TopicPolicy",
  "sns/topicSubscription:TopicSubscription",
  "accessanalyzer/analyzer:Analyzer",
  "accessanalyzer/archiveRule:ArchiveRule",
  "cloudtrail/trail:Trail",
  "organizations/policy:Policy",
  "organizations/policyAttachment:PolicyAttachment",
];

const lookups = [
  "index/getCallerIdentity:getCallerIdentity",
  "index/getPartition:getPartition",
  "ssoadmin/getInstances:getInstances",
  "ssoadmin/getPermissionSets:getPermissionSets",
  "identitystore/getGroups:getGroups",
  "identitystore/getUsers:getUsers",
  "identitystore/getGroupMemberships:getGroupMemberships",
  "organizations/getOrganization:getOrganization",
  "organizations/getOrganizationalUnits:getOrganizationalUnits",
  "organizations/getPolicies:getPolicies",
];

const manifest = createRequire(import.meta.url).resolve("@pulumi/aws/package.json");
const folder = dirname(manifest);
const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest, true);

const shared = { inputs: parse("types/input.d.ts"), outputs: parse("types/output.d.ts") };

function declared(statements: readonly ts.Statement[], path: string[]): ts.InterfaceDeclaration {
  const [head = "", ...rest] = path;
  for (const statement of statements) {
    if (rest.length === 0 && ts.isInterfaceDeclaration(statement) && statement.name.text === head) return statement;
    const body = ts.isModuleDeclaration(statement) && statement.name.text === head ? statement.body : undefined;
    if (body && ts.isModuleBlock(body)) return declared(body.statements, rest);
  }
  throw new Error(`@pulumi/aws declares no ${path.join(".")}`);
}

function typeOf(node: ts.TypeNode): PropertyType {
  if (node.kind === ts.SyntaxKind.StringKeyword) return "string";
  if (node.kind === ts.SyntaxKind.NumberKeyword) return "number";
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return "boolean";
  if (ts.isArrayTypeNode(node)) return { list: typeOf(node.elementType) };
  if (ts.isTypeLiteralNode(node)) {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    if (index) return { map: typeOf(index.type) };
  }
  if (ts.isUnionTypeNode(node)) {
    const members = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
    const names = members.map((type) => type.getText());
    if (names.some((name) => name.endsWith(".PolicyDocument"))) return "document";
    // A resource where its name is wanted arrives as its id.
    const first = members[0];
    if (first && (members.length === 1 || names[0] === "string")) return typeOf(first);
  }
  if (ts.isTypeReferenceNode(node)) {
    const argument = node.typeArguments?.[0];
    if (argument) return typeOf(argument);
    const [file, ...path] = node.typeName.getText().split(".");
    if (file === "inputs" || file === "outputs")
      return { object: shape(declared(shared[file].statements, path).members) };
    return "string";
  }
  throw new Error(`cannot read the type ${node.getText()}`);
}

function shape(members: readonly ts.Node[]): Shape {
  const properties: Shape = {};
  for (const member of members) {
    const property = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) ? member : undefined;
    const isStatic = property?.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);
    if (!property?.type || isStatic) continue;
    const type = typeOf(property.type);
    properties[property.name.getText()] = property.questionToken ? { type } : { type, required: true };
  }
  return properties;
}

function interfaceIn(file: ts.SourceFile, name: string): Shape {
  const found = file.statements.find((s) => ts.isInterfaceDeclaration(s) && s.name.text === name);
  return found && ts.isInterfaceDeclaration(found) ? shape(found.members) : {};
}

function classIn(file: ts.SourceFile, name: string): Shape {
  const found = file.statements.find((s) => ts.isClassDeclaration(s) && s.name?.text === name);
  return found && ts.isClassDeclaration(found) ? shape(found.members) : {};
}

const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
const schema: Schema = { source: `@pulumi/aws ${version}`, version, provider: {}, resources: {}, lookups: {} };
schema.provider = interfaceIn(parse("provider.d.ts"), "ProviderArgs");
for (const token of resources) {
  const [path = "", name = ""] = token.split(":");
  const file = parse(`${path}.d.ts`);
  schema.resources[`aws:${token}`] = {
    inputs: interfaceIn(file, `${name}Args`),
    outputs: Object.keys(classIn(file, name)).sort(),
  };
}
for (const token of lookups) {
  const [path = "", name = ""] = token.split(":");
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}Args`;
  schema.lookups[`aws:${token}`] = { inputs: interfaceIn(parse(`${path.replace(/^index\//, "")}.d.ts`), title) };
}
writeFileSync(new URL("schema.json", import.meta.url), `${JSON.stringify(schema, undefined, 1)}\n`);
