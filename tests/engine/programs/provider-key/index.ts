import { Provider } from "@pulumi/aws/provider.js";
import { User } from "@pulumi/aws/iam/index.js";

const accessKey = ["AK", "IAIOSFODNN7EXAMPLE"].join("");
const provider = new Provider("shop", { region: "eu-central-1", accessKey, secretKey: "not-a-key" });
new User("legacy", { name: "legacy" }, { provider });
