import { Provider } from "@pulumi/aws/provider.js";
import { AccessKey, Role, User } from "@pulumi/aws/iam/index.js";

const provider = new Provider("shop", {
  region: "eu-central-1",
  assumeRoles: [{ roleArn: "arn:aws:iam::012345678901:role/securecart-deploy", sessionName: "shop" }],
});
const user = new User("legacy", { name: "legacy", tags: { "break-glass": "true" } }, { provider });
new AccessKey("legacy", { user: user.name }, { provider });
new Role(
  "web",
  {
    name: "web",
    assumeRolePolicy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
  },
  { provider },
);
