import { Role } from "@pulumi/aws/iam/index.js";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import { Config } from "@pulumi/pulumi";

if (new Config().get("look-up") === "true") await getCallerIdentity();
else new Role("stray", { assumeRolePolicy: "{}" });
