/** A requirement of a framework that a rule helps to meet. */
export interface Requirement {
  framework: "CIS AWS Foundations Benchmark" | "AWS Foundational Security Best Practices";
  version: string;
  /** The requirement's number, such as `1.16` or `IAM.1`. */
  number: string;
}

/** Source: https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html */
export const cis = (number: string): Requirement => ({
  framework: "CIS AWS Foundations Benchmark",
  version: "1.4.0",
  number,
});

/** Source: https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html */
export const fsbp = (number: string): Requirement => ({
  framework: "AWS Foundational Security Best Practices",
  version: "1.0.0",
  number,
});
