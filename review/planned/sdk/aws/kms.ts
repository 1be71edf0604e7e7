import { classesOf } from "../custom-resource.ts";

export const { Alias, Key } = classesOf("kms");
