import { AccessKey, User } from "@pulumi/aws/iam/index.js";
import { Config } from "@pulumi/pulumi";
import { Account } from "../../../../components/account.ts";
import { plan } from "../../../../model/plan.ts";

const { deployment } = plan(new Config().require("config"));
const [account] = deployment?.accounts ?? [];
if (account === undefined) throw new Error("The configuration has no account");
const parent = new Account(account);
const user = new User("robot", { name: "robot" }, { parent });
new AccessKey("robot", { user: user.name }, { parent });
