import { setTimeout } from "node:timers/promises";
import { AwsError } from "../aws/call.ts";

/** Milliseconds that a second of the official plugin's waiting lasts here: nothing becomes true by waiting longer. */
const second = 1;

/**
 * Error codes after which AWS's SDK for Go tries again, and HTTP statuses.
 * Source: `DefaultThrottleErrorCodes` and its like in aws/retry/standard.go of github.com/aws/aws-sdk-go-v2
 */
const passingCodes: ReadonlySet<string> = new Set([
  ...["Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled"],
  ...["TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException"],
  ...["RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "SlowDown"],
  ...["PriorRequestNotComplete", "EC2ThrottledException", "RequestTimeout", "RequestTimeoutException"],
]);
const passingStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** Attempts that the official plugin makes unless `maxRetries` says otherwise. */
export const attemptsByDefault = 25;

/** Longest pause between two attempts, in seconds: https://github.com/hashicorp/aws-sdk-go-base, aws_config.go */
const longestPause = 300;

/** Makes a call as AWS's SDK does for the official plugin, in its mode `standard`. Throws the error of the last attempt. */
export async function withAttempts<Result>(attempts: number, call: () => Promise<Result>): Promise<Result> {
  for (let made = 1; ; made++) {
    try {
      return await call();
    } catch (error) {
      const passing = error instanceof AwsError && (passingCodes.has(error.code) || passingStatuses.has(error.status));
      if (!passing || made >= attempts) throw error;
      await setTimeout(Math.random() * Math.min(2 ** made, longestPause) * second);
    }
  }
}

/** Seconds in which the official plugin expects IAM to see everywhere what was made. */
const propagation = 120;

/**
 * Tries until `done` says so of the attempt, or IAM has had the time that the official plugin gives it. Gives what the
 * last attempt gave.
 */
export async function untilPropagated<Result>(
  attempt: () => Promise<Result>,
  done: (result: Result) => boolean,
): Promise<Result> {
  let waited = 0;
  for (let pause = 0.5; ; pause = Math.min(pause * 2, 10)) {
    const result = await attempt();
    if (done(result) || waited >= propagation) return result;
    await setTimeout(pause * second);
    waited += pause;
  }
}
