import { customResource } from "../custom-resource.ts";

export const Provider = customResource("pulumi:providers:aws");
