import { AwsError } from "../call.ts";

/** An error of S3: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList */
export const s3Error = (code: string, message: string, status = 400): AwsError => new AwsError(code, message, status);
