import { join } from "node:path";
import { type Stage, stage, succeeded } from "../engine/stage.ts";
import { median } from "./median.ts";

/**
 * Previews of the shipped `prod` against a bare program with as many resources of a type that needs nothing: same
 * engine, same policy pack, same kind of state, in turn.
 */
export async function benchPreview(rounds: number): Promise<Record<string, number>> {
  const product = await stage("bench-product");
  const floor = await stage("bench-floor", join(import.meta.dirname, "floor"));
  const preview = async (on: Stage) => succeeded(await on.preview("prod", { policyPack: on.policyPack }));

  const planned = await preview(product);
  const resources = Object.values(planned.changes).reduce((sum, count) => sum + count, 0);
  // The engine counts the stack and the provider too.
  await floor.command("prod", ["config", "set", "resources", String(resources - 2)]);

  const inTurn = async () => {
    const times: { product: number[]; floor: number[] } = { product: [], floor: [] };
    for (let round = 0; round < rounds; round++) {
      times.floor.push((await preview(floor)).seconds);
      times.product.push((await preview(product)).seconds);
    }
    return { product: median(times.product), floor: median(times.floor) };
  };
  const fresh = await inTurn();
  for (const on of [product, floor]) succeeded(await on.up("prod", { policyPack: on.policyPack }));
  const unchanged = await inTurn();
  return {
    resources,
    "new, product, s": fresh.product,
    "new, floor, s": fresh.floor,
    "new, ratio": fresh.product / fresh.floor,
    "unchanged, product, s": unchanged.product,
    "unchanged, floor, s": unchanged.floor,
    "unchanged, ratio": unchanged.product / unchanged.floor,
  };
}
