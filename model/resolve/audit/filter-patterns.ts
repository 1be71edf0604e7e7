/**
 * Patterns of CloudWatch Logs over the events of CloudTrail.
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html and
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */

/** Of root, sessions by AssumeRoot among it; not what AWS's services do in an account's name. */
export function rootUse(): string {
  return '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }';
}

/** Somebody asks for the role, with success or without, in whichever account; or acts by it. */
export function roleUse(roleName: string): string {
  const asked = `$.eventSource = "sts.amazonaws.com" && $.requestParameters.roleArn = "*/${roleName}"`;
  return `{ (${asked}) || ($.userIdentity.sessionContext.sessionIssuer.userName = "${roleName}") }`;
}

/** The user signs in or tries to, calls anything, or acts by a session that it was given. */
export function userUse(userName: string): string {
  const bySession = `$.userIdentity.sessionContext.sessionIssuer.userName = "${userName}"`;
  return `{ ($.userIdentity.userName = "${userName}") || (${bySession}) }`;
}
