import { enableCompileCache } from "node:module";

enableCompileCache(".cache/compile");
const { plan } = await import("../../model/plan.ts");
const { deployment, report } = plan("config/prod.yaml");
if (deployment === undefined) throw new Error(report);
