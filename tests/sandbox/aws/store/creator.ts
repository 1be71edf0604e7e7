// Creates roles in one account, one after another, and prints the name of each as soon as AWS has answered.
import { credentialsOf } from "../../../../sandbox/aws/organization.ts";
import { virtualAws } from "../../../../sandbox/aws/virtual-aws.ts";
import { ec2, homeRegion as region, production } from "../founded.ts";

const [directory = "", prefix = "", count = "0"] = process.argv.slice(2);
const aws = virtualAws(directory);
const credentials = credentialsOf(directory, production, "deploy");
for (let number = 0; number < Number(count); number++) {
  const RoleName = `${prefix}-${number}`;
  const input = { RoleName, AssumeRolePolicyDocument: ec2 };
  await aws({ service: "iam", operation: "CreateRole", input, credentials, region });
  process.stdout.write(`${RoleName}\n`);
}
