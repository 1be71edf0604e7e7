import { classesOf } from "../custom-resource.ts";

export const { Group, GroupMembership, User } = classesOf("identitystore");
