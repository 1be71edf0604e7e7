import type { PolicyDocument } from "../../iam/document.ts";

/**
 * What setting up multi-factor authentication takes, of a passkey or a hardware key, and what the first sign-in takes,
 * which demands another password. Not DeactivateMFADevice: whoever has stolen a password must not take the key away.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html#enable-fido-mfa-for-own-iam-user
 * and https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html
 */
const onOwnUser = [
  "iam:ChangePassword",
  "iam:EnableMFADevice",
  "iam:GetUser",
  "iam:ListMFADevices",
  "iam:ResyncMFADevice",
];

/** It acts on no single user. */
const onAccount = ["iam:GetAccountPasswordPolicy"];

/**
 * Allows a user to set up its own multi-factor authentication, and denies everything else until it is present: in
 * requests by long-term credentials the key is missing, which BoolIfExists takes for false.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html
 */
export function mfaDocument(ownArn: string): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "SetUpOwnMfa", Effect: "Allow", Action: onOwnUser, Resource: ownArn },
      { Sid: "SeePasswordPolicy", Effect: "Allow", Action: onAccount, Resource: "*" },
      {
        Sid: "NothingElseWithoutMfa",
        Effect: "Deny",
        NotAction: [...onOwnUser, ...onAccount].sort(),
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
      },
    ],
  };
}

/** Allows to assume the break-glass role, with multi-factor authentication. */
export function assumeRoleDocument(roleArns: string[]): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AssumeBreakGlass",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: roleArns,
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    ],
  };
}
