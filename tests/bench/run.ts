/** `npm run bench [-- preview|load|synthetic|pack-size|pack-start|judging|fuzz|checkers]`: measures, prints, judges against nothing. Figures are ratios within one run. */
import { cpus } from "node:os";
import { benchCheckers } from "./checkers.ts";
import { benchFuzz } from "./fuzz.ts";
import { benchLoad } from "./load.ts";
import { benchJudging, benchPackSize, benchPackStart } from "./pack.ts";
import { benchPreview } from "./preview.ts";
import { benchSynthetic } from "./synthetic.ts";

const benches: Record<string, () => Promise<void> | void> = {
  load: () => {
    console.table(rounded(benchLoad(15)));
  },
  synthetic: async () => {
    const rows: Record<string, number>[] = [];
    for (const assignments of [500, 1000, 2000]) rows.push(rounded(await benchSynthetic(assignments)));
    console.table(rows);
  },
  preview: async () => {
    console.table(rounded(await benchPreview(5)));
  },
  "pack-size": async () => {
    console.table(rounded(await benchPackSize()));
  },
  "pack-start": async () => {
    console.table(rounded(await benchPackStart(9)));
  },
  judging: async () => {
    const rows: Record<string, number>[] = [];
    for (const resources of [2500, 5000, 10_000]) rows.push(rounded(await benchJudging(resources)));
    console.table(rows);
  },
  fuzz: async () => {
    console.table(rounded(await benchFuzz()));
  },
  checkers: () => {
    for (const row of benchCheckers()) console.log(Object.values(row).join("; "));
  },
};

const asked = process.argv.slice(2);
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}`,
);
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}

function rounded(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
}
