import type { z } from "zod";
import { type Wrong, judged } from "./text.ts";

/** Prefixes and endings that AWS keeps for itself, of 2026-11. */
const reserved = {
  prefixes: ["xn--", "sthree-", "amzn-s3-demo-"],
  endings: ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"],
};

const form = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/u;

/** The name of an S3 bucket, which is unique in all of AWS. */
export function bucketName(description: string, example: string): z.ZodString {
  return judged(description, example, judgeBucketName, { pattern: form });
}

/**
 * Without dots, which AWS allows and which break TLS certificates.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
function judgeBucketName(value: string): Wrong | undefined {
  const wrong = (reason: string): Wrong => ({
    code: "bucket-name",
    message: `"${value}" is not the name of a bucket: ${reason}.`,
    fix: "Write another name.",
  });
  if (!form.test(value)) {
    return wrong("3 to 63 small letters, digits and -, with a letter or a digit at both ends");
  }
  const taken = [
    ...reserved.prefixes.filter((prefix) => value.startsWith(prefix)),
    ...reserved.endings.filter((ending) => value.endsWith(ending)),
  ][0];
  return taken === undefined ? undefined : wrong(`AWS keeps names with ${taken} for itself`);
}
