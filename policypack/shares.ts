import { parseArn } from "../iam/arn.ts";
import { unknown } from "./known.ts";
import type { Named } from "./standing.ts";

/** What a resource gives to others otherwise than by a policy. */
export interface Share {
  property: string;
  /** `unknown` where it is not known yet. */
  to: "everybody" | Named | typeof unknown;
}

type Properties = Readonly<Record<string, unknown>>;
type Given = [property: string, value: unknown][];

const from =
  (...properties: string[]) =>
  (props: Properties): Given =>
    properties.map((property) => [property, props[property]]);

/** Type → what is shared with whom. */
const shares: Readonly<Record<string, (props: Properties) => Given>> = {
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": from(
    ...["group", "accountId", "organizationArn", "organizationalUnitArn"],
  ),
  "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission": from("accountId"),
  // Whom the service's owner has to accept first may ask, and no more.
  "aws:ec2/vpcEndpointService:VpcEndpointService": ({ acceptanceRequired, allowedPrincipals }) =>
    acceptanceRequired === true ? [] : [["allowedPrincipals", allowedPrincipals]],
  "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple": from("principalArn"),
  "aws:imagebuilder/distributionConfiguration:DistributionConfiguration": ({ distributions }) =>
    items(distributions).flatMap((one, at) => {
      const permission = within(within(one, "amiDistributionConfiguration"), "launchPermission");
      return ["userGroups", "userIds", "organizationArns", "organizationalUnitArns"].map((property): Given[number] => [
        `distributions[${at}].amiDistributionConfiguration.launchPermission.${property}`,
        within(permission, property),
      ]);
    }),
  "aws:kms/grant:Grant": from("granteePrincipal"),
  // Of everybody, lambda-public.
  "aws:lambda/layerVersionPermission:LayerVersionPermission": ({ principal, organizationId }) =>
    principal === "*" ? [["organizationId", organizationId]] : [["principal", principal]],
  "aws:ram/principalAssociation:PrincipalAssociation": from("principal"),
  "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive": from("principals"),
  "aws:rds/clusterSnapshot:ClusterSnapshot": from("sharedAccounts"),
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": from("sharedAccounts"),
  "aws:rds/snapshot:Snapshot": from("sharedAccounts"),
  "aws:rds/snapshotCopy:SnapshotCopy": from("sharedAccounts"),
  "aws:redshift/endpointAuthorization:EndpointAuthorization": from("account"),
  "aws:servicecatalog/portfolioShare:PortfolioShare": from("principalId"),
  "aws:signer/signingProfilePermission:SigningProfilePermission": from("principal"),
  "aws:ssm/document:Document": ({ permissions }) =>
    ["accountIds", "account_ids"].map((property) => [`permissions.${property}`, within(permissions, property)]),
};

/** The types whose resources can be shared otherwise than by a policy. */
export const sharedTypes: readonly string[] = Object.keys(shares);

/** With whom a resource is shared otherwise than by a policy. */
export function sharesOf(type: string, props: Properties): Share[] {
  const given = shares[type]?.(props) ?? [];
  return given.flatMap(([property, value]) =>
    items(value).flatMap((item): Share[] => {
      const to = partyOf(item);
      return to === undefined ? [] : [{ property, to }];
    }),
  );
}

/** What `*` and `all` mean everywhere; an account; an organization, or a unit of one. Services are none. */
function partyOf(value: unknown): Share["to"] | undefined {
  if (value === unknown) return unknown;
  if (typeof value !== "string") return undefined;
  if (/^(\*|all)$/i.test(value)) return "everybody";
  const arn = parseArn(value);
  const organization = arn?.service === "organizations" ? /(?:^|\/)(o-[a-z0-9]+)/.exec(arn.resource)?.[1] : undefined;
  if (organization !== undefined) return { named: value, organizations: [organization], whole: true };
  if (/^o-[a-z0-9]+$/.test(value)) return { named: value, organizations: [value], whole: true };
  const account = arn === undefined ? value : arn.account;
  if (!/^\d{12}$/.test(account)) return undefined;
  return { named: value, account, organizations: [], whole: arn === undefined || arn.resource === "root" };
}

/** One value or several, also such as are parted by commas. */
function items(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? value.split(",").map((one) => one.trim()) : [value];
}

function within(value: unknown, property: string): unknown {
  if (value === unknown) return unknown;
  return typeof value === "object" && value !== null ? (value as Properties)[property] : undefined;
}
