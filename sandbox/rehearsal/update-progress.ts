import type { Progress } from "../toolchain/progress.ts";
import type { EngineEvent } from "./event-log.ts";

/** A status line from the engine's events: what it plans, then how far it is. Give every event to the function. */
export function updateProgress(stack: string, progress: Progress): (event: EngineEvent) => void {
  const planned = new Set<string>();
  const done = new Set<string>();
  progress.status(`${stack}: starting the engine`);
  return ({ policyLoadEvent, resourcePreEvent, resOutputsEvent }) => {
    if (policyLoadEvent !== undefined) progress.status(`${stack}: loading the policy pack`);
    if (resourcePreEvent !== undefined) {
      const { urn, op } = resourcePreEvent.metadata;
      if (resourcePreEvent.planning === true) {
        if (op !== "same" && op !== "read") planned.add(urn);
        progress.status(`${stack}: planning, ${planned.size} changes so far`);
      }
    }
    if (resOutputsEvent !== undefined && resOutputsEvent.planning !== true) {
      const { urn, op } = resOutputsEvent.metadata;
      if (op !== "same" && op !== "read") done.add(urn);
      const of = planned.size > 0 ? ` of ${planned.size}` : "";
      progress.status(`${stack}: ${done.size}${of} changes done: ${urn.split("::").at(-1) ?? ""}`);
    }
  };
}
