import { PolicyPack } from "@pulumi/policy";
import { noAccessKey } from "./rules/no-access-key.ts";
import { noIamUser } from "./rules/no-iam-user.ts";

new PolicyPack("securecart-iam", { policies: [noIamUser, noAccessKey] });
