/** Plans a stack file and has the policy pack judge what it makes: prints seconds of CPU and the peak of memory as JSON. */
import { plan } from "../../model/plan.ts";
import { packDiagnostics } from "../../review/planned/diagnostics.ts";
import { loadProgram } from "../../review/planned/load.ts";

const { plannedResources } = await loadProgram();
const [planned, planSeconds] = timed(() => plan(process.argv[2] ?? ""));
if (planned.deployment === undefined) throw new Error(planned.report);
const [, judgeSeconds] = timed(() => packDiagnostics(planned, plannedResources, "securecart-iam"));
console.log(
  JSON.stringify({
    "plan, CPU s": planSeconds,
    "pack, CPU s": judgeSeconds,
    "both, MB": process.resourceUsage().maxRSS / 1024,
  }),
);

function timed<Result>(task: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}
