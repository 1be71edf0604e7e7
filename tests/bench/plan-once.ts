/** Loads, checks and resolves a stack file, and prints seconds of CPU and the peak of memory as JSON. */
import { plan } from "../../model/plan.ts";

const before = process.cpuUsage();
const { deployment, report } = plan(process.argv[2] ?? "");
const { user, system } = process.cpuUsage(before);
if (deployment === undefined) throw new Error(report);
console.log(
  JSON.stringify({ "plan, CPU s": (user + system) / 1e6, "plan, MB": process.resourceUsage().maxRSS / 1024 }),
);
