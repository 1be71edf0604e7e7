import { classesOf } from "../custom-resource.ts";

export const { Trail } = classesOf("cloudtrail");
