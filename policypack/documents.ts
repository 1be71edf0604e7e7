import type { DocumentKind } from "../iam/finding.ts";
import { readInPart, unknown, unknownPlaces } from "./known.ts";
import { readable } from "./partial-document.ts";

/** A policy document within a resource. */
export interface PlacedDocument {
  /** Such as `policy`, `details.policy`, or `inlinePolicies[0].policy`. */
  property: string;
  kind: Extract<DocumentKind, "identity" | "trust" | "resource">;
  /** Text or data, with `unknownText` in it for what is not known yet; `unknown` where nothing of it is. */
  document: unknown;
  /** The places of what is not known yet, such as `policy.Statement[0].Resource`. */
  missing: string[];
}

const eventPermission = "aws:cloudwatch/eventPermission:EventPermission";

/** Type → the properties that hold documents of a kind. */
const places: Record<string, [PlacedDocument["kind"], string][]> = {
  "aws:iam/policy:Policy": [["identity", "policy"]],
  "aws:iam/rolePolicy:RolePolicy": [["identity", "policy"]],
  "aws:iam/userPolicy:UserPolicy": [["identity", "policy"]],
  "aws:iam/groupPolicy:GroupPolicy": [["identity", "policy"]],
  "aws:iam/role:Role": [
    ["trust", "assumeRolePolicy"],
    ["identity", "inlinePolicies"],
  ],
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": [["identity", "inlinePolicy"]],
  "aws:acmpca/policy:Policy": [["resource", "policy"]],
  "aws:amp/resourcePolicy:ResourcePolicy": [["resource", "policyDocument"]],
  "aws:apigateway/domainName:DomainName": [["resource", "policy"]],
  "aws:apigateway/restApi:RestApi": [["resource", "policy"]],
  "aws:apigateway/restApiPolicy:RestApiPolicy": [["resource", "policy"]],
  "aws:backup/vaultPolicy:VaultPolicy": [["resource", "policy"]],
  "aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy": [["resource", "policy"]],
  "aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy": [["resource", "accessPolicy"]],
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": [["resource", "policy"]],
  [eventPermission]: [["resource", "principal"]],
  "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": [
    ["resource", "deliveryDestinationPolicy"],
  ],
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": [["resource", "accessPolicy"]],
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": [["resource", "policyDocument"]],
  "aws:codeartifact/domainPermissions:DomainPermissions": [["resource", "policyDocument"]],
  "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy": [["resource", "policyDocument"]],
  "aws:codebuild/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:dsql/clusterPolicy:ClusterPolicy": [["resource", "policy"]],
  "aws:dynamodb/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:ecr/registryPolicy:RegistryPolicy": [["resource", "policy"]],
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": [["resource", "repositoryPolicy"]],
  "aws:ecr/repositoryPolicy:RepositoryPolicy": [["resource", "policy"]],
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy": [["resource", "policy"]],
  "aws:efs/fileSystemPolicy:FileSystemPolicy": [["resource", "policy"]],
  "aws:elasticsearch/domain:Domain": [["resource", "accessPolicies"]],
  "aws:elasticsearch/domainPolicy:DomainPolicy": [["resource", "accessPolicies"]],
  "aws:glacier/vault:Vault": [["resource", "accessPolicy"]],
  "aws:glacier/vaultLock:VaultLock": [["resource", "policy"]],
  "aws:glue/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:kinesis/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:kms/externalKey:ExternalKey": [["resource", "policy"]],
  "aws:kms/key:Key": [["resource", "policy"]],
  "aws:kms/keyPolicy:KeyPolicy": [["resource", "policy"]],
  "aws:kms/replicaExternalKey:ReplicaExternalKey": [["resource", "policy"]],
  "aws:kms/replicaKey:ReplicaKey": [["resource", "policy"]],
  "aws:lambda/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:mediastore/containerPolicy:ContainerPolicy": [["resource", "policy"]],
  "aws:msk/clusterPolicy:ClusterPolicy": [["resource", "policy"]],
  "aws:networkfirewall/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:oam/sinkPolicy:SinkPolicy": [["resource", "policy"]],
  "aws:opensearch/domain:Domain": [["resource", "accessPolicies"]],
  "aws:opensearch/domainPolicy:DomainPolicy": [["resource", "accessPolicies"]],
  "aws:opensearchingest/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:organizations/resourcePolicy:ResourcePolicy": [["resource", "content"]],
  "aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy": [["resource", "policy"]],
  "aws:redshift/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:redshiftserverless/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:s3/accessPoint:AccessPoint": [["resource", "policy"]],
  "aws:s3/bucket:Bucket": [["resource", "policy"]],
  "aws:s3/bucketPolicy:BucketPolicy": [["resource", "policy"]],
  "aws:s3/bucketV2:BucketV2": [["resource", "policy"]],
  "aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy": [["resource", "policy"]],
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy": [["resource", "policy"]],
  "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy": [["resource", "policy"]],
  "aws:s3control/accessPointPolicy:AccessPointPolicy": [["resource", "policy"]],
  "aws:s3control/bucketPolicy:BucketPolicy": [["resource", "policy"]],
  "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy": [["resource", "details.policy"]],
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": [["resource", "policy"]],
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": [["resource", "resourcePolicy"]],
  "aws:s3tables/tablePolicy:TablePolicy": [["resource", "resourcePolicy"]],
  "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": [["resource", "resourcePolicy"]],
  "aws:schemas/registryPolicy:RegistryPolicy": [["resource", "policy"]],
  "aws:secretsmanager/secret:Secret": [["resource", "policy"]],
  "aws:secretsmanager/secretPolicy:SecretPolicy": [["resource", "policy"]],
  "aws:ses/identityPolicy:IdentityPolicy": [["resource", "policy"]],
  "aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy": [["resource", "policy"]],
  "aws:sns/topic:Topic": [["resource", "policy"]],
  "aws:sns/topicPolicy:TopicPolicy": [["resource", "policy"]],
  "aws:sqs/queue:Queue": [["resource", "policy"]],
  "aws:sqs/queuePolicy:QueuePolicy": [["resource", "policy"]],
  "aws:vpclattice/resourcePolicy:ResourcePolicy": [["resource", "policy"]],
  "aws:xray/resourcePolicy:ResourcePolicy": [["resource", "policyDocument"]],
};

/** The policy documents of a resource; none where its type has none, or where it leaves them out. */
export function documentsOf(type: string, props: Readonly<Record<string, unknown>>): PlacedDocument[] {
  if (type === eventPermission) return placed("resource", "principal", ofPermission(props));
  return (places[type] ?? []).flatMap(([kind, property]): PlacedDocument[] => {
    const value = valueAt(props, property);
    if (property !== "inlinePolicies" || !Array.isArray(value)) return placed(kind, property, value);
    return value.flatMap((policy: unknown, at) => {
      const document = typeof policy === "object" && policy !== null ? (policy as { policy?: unknown }).policy : policy;
      return placed(kind, `inlinePolicies[${at}].policy`, document);
    });
  });
}

function placed(kind: PlacedDocument["kind"], property: string, written: unknown): PlacedDocument[] {
  if (written === undefined || written === null || written === "") return [];
  const value = typeof written === "string" ? readInPart(written) : written;
  const missing = unknownPlaces(value, property);
  return [{ property, kind, document: missing.length > 0 ? readable(value, kind) : value, missing }];
}

/** The statement that EventBridge makes of a permission. */
function ofPermission({ principal, action, condition }: Readonly<Record<string, unknown>>): unknown {
  if (principal === undefined || principal === null) return undefined;
  const { type, key, value } = (condition ?? {}) as Record<string, unknown>;
  const isSpelt = typeof type === "string" && typeof key === "string";
  return {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: principal === "*" ? principal : { AWS: principal },
      Action: action ?? "events:PutEvents",
      ...(condition !== undefined &&
        condition !== null && { Condition: isSpelt ? { [type]: { [key]: value } } : unknown }),
    },
  };
}

/** A property, or a property within one. */
function valueAt(props: Readonly<Record<string, unknown>>, property: string): unknown {
  const [first = "", second] = property.split(".");
  const value = props[first];
  return second === undefined || typeof value !== "object" || value === null
    ? value
    : (value as Record<string, unknown>)[second];
}

/** The types whose resources can hold documents of a kind. */
export function typesHolding(kind: PlacedDocument["kind"]): string[] {
  return Object.keys(places).filter((type) => places[type]?.some(([held]) => held === kind));
}

/** Whether anything of a document can be read now. */
export function isKnown({ document }: PlacedDocument): boolean {
  return document !== unknown;
}
