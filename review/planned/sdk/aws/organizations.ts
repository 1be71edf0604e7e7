import { classesOf } from "../custom-resource.ts";

export const { AwsServiceAccess, DelegatedAdministrator, Policy, PolicyAttachment } = classesOf("organizations");
