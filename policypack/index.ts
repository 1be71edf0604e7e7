import { PolicyPack } from "@pulumi/policy";
import { policiesOf } from "./policy.ts";
import { rules } from "./rules.ts";

new PolicyPack("securecart-iam", { policies: policiesOf(rules) });
