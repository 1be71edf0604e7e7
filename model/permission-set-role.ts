/**
 * ARN of the role by which Identity Center provides a set in an account. AWS alone makes roles under this path, and ends
 * their names with sixteen characters of its own. `account` and `suffix` may be patterns.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function permissionSetRoleArn(
  { partition, homeRegion }: { partition: string; homeRegion: string },
  account: string,
  permissionSetName: string,
  suffix: string,
): string {
  const region = homeRegion === "us-east-1" ? "" : `${homeRegion}/`;
  const path = `/aws-reserved/sso.amazonaws.com/${region}`;
  return `arn:${partition}:iam::${account}:role${path}AWSReservedSSO_${permissionSetName}_${suffix}`;
}
