import { type ActionsByType, of } from "./type-actions.ts";

const accessAnalyzer = (names: string) => of("access-analyzer", names);
const cloudtrail = (names: string) => of("cloudtrail", names);
const cloudwatch = (names: string) => of("cloudwatch", names);
const iam = (names: string) => of("iam", names);
const kms = (names: string) => of("kms", names);
const logs = (names: string) => of("logs", names);
const organizations = (names: string) => of("organizations", names);
const sns = (names: string) => of("sns", names);

/** AWS's services ask about the organization with the caller's rights. */
const organization = organizations(
  "DescribeOrganization ListAWSServiceAccessForOrganization ListDelegatedAdministrators",
);

/**
 * What records and watches: made, changed and deleted. What does nothing but stop or narrow it, such as
 * cloudtrail:StopLogging and cloudtrail:PutEventSelectors, the program never calls.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export const auditTypes: ActionsByType = {
  "aws:accessanalyzer/analyzer:Analyzer": {
    create: accessAnalyzer("CreateAnalyzer TagResource"),
    read: [...accessAnalyzer("GetAnalyzer"), ...organization],
    update: accessAnalyzer("TagResource UntagResource"),
    delete: accessAnalyzer("DeleteAnalyzer"),
  },
  "aws:accessanalyzer/archiveRule:ArchiveRule": {
    create: accessAnalyzer("CreateArchiveRule"),
    read: accessAnalyzer("GetArchiveRule"),
    update: accessAnalyzer("UpdateArchiveRule"),
    delete: accessAnalyzer("DeleteArchiveRule"),
  },
  "aws:cloudtrail/trail:Trail": {
    create: [...cloudtrail("AddTags CreateTrail StartLogging"), ...iam("PassRole")],
    read: [...cloudtrail("GetTrail GetTrailStatus ListTags"), ...organization],
    update: [...cloudtrail("AddTags RemoveTags StartLogging UpdateTrail"), ...iam("PassRole")],
    delete: cloudtrail("DeleteTrail"),
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    create: logs("AssociateKmsKey CreateLogGroup DeleteRetentionPolicy PutRetentionPolicy TagResource"),
    read: logs("DescribeLogGroups ListTagsForResource"),
    update: logs("AssociateKmsKey DeleteRetentionPolicy PutRetentionPolicy TagResource UntagResource"),
    delete: logs("DeleteLogGroup"),
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    create: logs("PutMetricFilter"),
    read: logs("DescribeMetricFilters"),
    update: logs("PutMetricFilter"),
    delete: logs("DeleteMetricFilter"),
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    create: cloudwatch("PutMetricAlarm TagResource"),
    read: cloudwatch("DescribeAlarms ListTagsForResource"),
    update: cloudwatch("PutMetricAlarm TagResource UntagResource"),
    delete: cloudwatch("DeleteAlarms"),
  },
  "aws:iam/organizationsFeatures:OrganizationsFeatures": {
    create: iam("EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions"),
    read: iam("ListOrganizationsFeatures"),
    update: iam(
      "DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions",
    ),
    delete: iam("DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions"),
  },
  "aws:kms/alias:Alias": {
    create: kms("CreateAlias"),
    read: kms("ListAliases"),
    update: kms("UpdateAlias"),
    delete: kms("DeleteAlias"),
  },
  "aws:kms/key:Key": {
    create: kms("CreateKey EnableKeyRotation PutKeyPolicy TagResource"),
    read: kms("DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags"),
    update: kms("EnableKeyRotation PutKeyPolicy TagResource UntagResource UpdateKeyDescription"),
    delete: kms("ScheduleKeyDeletion"),
  },
  "aws:organizations/awsServiceAccess:AwsServiceAccess": {
    create: organizations("EnableAWSServiceAccess"),
    read: organizations("ListAWSServiceAccessForOrganization"),
    update: [],
    delete: organizations("DisableAWSServiceAccess"),
  },
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": {
    create: organizations("RegisterDelegatedAdministrator"),
    read: organizations("ListDelegatedAdministrators"),
    update: [],
    delete: organizations("DeregisterDelegatedAdministrator"),
  },
  "aws:sns/topic:Topic": {
    create: sns("CreateTopic SetTopicAttributes TagResource"),
    read: sns("GetTopicAttributes ListTagsForResource"),
    update: sns("SetTopicAttributes TagResource UntagResource"),
    delete: sns("DeleteTopic"),
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    create: sns("SetTopicAttributes"),
    read: sns("GetTopicAttributes"),
    update: sns("SetTopicAttributes"),
    delete: sns("SetTopicAttributes"),
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    create: sns("Subscribe"),
    read: sns("GetSubscriptionAttributes"),
    update: [],
    delete: sns("Unsubscribe"),
  },
};
