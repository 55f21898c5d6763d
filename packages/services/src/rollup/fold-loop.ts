import { connect } from "@gandan/db/connect";
import { foldRollups } from "./fold-rollups";
import { at, dossierOf, event, record } from "./rollup-test-unit";

/**
 * A worker and a desk in one process, for tests that kill it: records batch after batch, tells of each on a line of
 * stdout once it is acknowledged, and folds. Arguments: address of the database, unit, first batch.
 */
const [url, unitId, first] = process.argv.slice(2) as [string, string, string];
const scope = { db: { app: connect({ url, role: "app", max: 3 }) }, unitId };
const now = new Date(at("2026-03-20T10:00"));

async function recordForever(): Promise<never> {
  for (let batch = Number(first); ; batch++) {
    const intakes = Array.from({ length: 25 }, (_, i) => {
      const day = 2 + ((batch + i) % 12);
      const on = `2026-03-${String(day).padStart(2, "0")}`;
      return dossierOf(`B${batch}-${i}`, day, ...(i % 3 === 0 ? [event(`${on}T14:00`, { type: "finished" })] : []));
    });
    await record(scope, now, intakes);
    process.stdout.write(`${batch}\n`);
  }
}

async function foldForever(): Promise<never> {
  for (;;) await foldRollups(scope, now);
}

await Promise.all([recordForever(), foldForever()]);
