import { type Estate, estateOf } from "../../bootstrap/estate.ts";
import { type TemplateFile, templateFiles } from "../../bootstrap/files.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { Deployment } from "../../model/deployment.ts";
import { load } from "../../model/load.ts";
import { plan } from "../../model/plan.ts";
import { today } from "../components/program.ts";

/** What the shipped configuration means, on the day on which tests judge it. */
export const deployments: Deployment[] = plan("config/prod.yaml", { today }).deployments;
export const configuration: Configuration = load("config/prod.yaml", { today }).readable[0]!.configuration;
export const estate: Estate = estateOf(configuration, deployments);
export const files: TemplateFile[] = templateFiles(estate);

/** Name → id. */
export const accountIds = new Map(estate.accounts.map(({ name, id }) => [name, id]));
