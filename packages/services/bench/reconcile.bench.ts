import { strictEqual } from "node:assert";
import { randomUUID } from "node:crypto";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit } from "@gandan/db/test-database";
import { guessMapping } from "@gandan/model/import/guess-mapping";
import { adoptModel } from "../src/adoption/adopt-model";
import { installCatalogues } from "../src/demo/install-catalogues";
import { recordDossiers } from "../src/dossier/record-dossiers";
import { checkForUnit } from "../src/import/check-for-unit";
import { fileOf, fileRow } from "../src/import/import-test-file";
import { getImport } from "../src/import/read-import";
import { countMatches } from "../src/import/reconcile-import";
import { runImport } from "../src/import/run-import";
import { startImport, uploadImport } from "../src/import/upload-import";
import { loadJudge } from "../src/outcome/load-judge";
import { startBenchDatabase, verdict } from "./bench-database";

const ROWS = 100_000;
const now = new Date("2026-11-23T01:00:00Z");
/** What the comparison may take beside reading the file and bringing its rows to the server. */
const LIMIT = 3;
const code = (n: number) => `H${String(n).padStart(6, "0")}`;
const day = (n: number) => String((n % 4) + 7).padStart(2, "0");
const seconds = (from: number) => (performance.now() - from) / 1000;
const numbers = Array.from({ length: ROWS }, (_, n) => n + 1);

/** One in ten still open. */
const before = () => fileOf(numbers.map((n) => fileRow(n, n % 10 === 5 ? { finished: "" } : {})));
/** Those finished, one in ten finished an hour later, one in a hundred gone. */
const after = () =>
  fileOf(
    numbers
      .filter((n) => n % 100 !== 1)
      .map((n) => fileRow(n, n % 10 === 0 ? { finished: `${day(n)}/09/2026 17:00` } : {})),
  );

const database = await startBenchDatabase();
try {
  await installCatalogues(database, now);
  const unitId = await newUnit(database.owner);
  const roles = (["desk-officer", "chairman", "model-keeper"] as const).map((role) => ({ unitId, role }));
  const actor = { staffId: randomUUID(), name: "Nguyễn Văn A", roles };
  const ctx: UnitCtx = { db: database, actor, unitId, now, language: "vi" };
  const [model] = await database.root<{ id: string }[]>`
    select m.id from model m join model_version v on v.model_id = m.id and v.state = 'published'
    where m.type = 'model' order by v.effective_to is null desc, cardinality(v.dossier_rule_ids) desc, m.slug limit 1`;
  await adoptModel(ctx, { modelId: model!.id, from: "2026-01-01" });

  const bring = async (bytes: Uint8Array) => {
    const start = performance.now();
    const { importId } = await uploadImport(ctx, { fileName: "ho-so.csv", bytes });
    const checked = seconds(start);
    const counts = await getImport(ctx, { importId });
    const begun = performance.now();
    await startImport(ctx, { importId, onlyGood: false });
    strictEqual(await runImport(ctx, importId, now), "done");
    return { checked, written: seconds(begun), counts, done: await getImport(ctx, { importId }) };
  };

  const first = await bring(before());
  strictEqual(first.done.rowsNew, ROWS);
  await inUnit(ctx, async (_tx, sql) => {
    const judge = await loadJudge(sql, unitId, now);
    const finished = numbers
      .filter((n) => n % 100 === 5)
      .map((n) => {
        const at = new Date(`2026-09-${day(n)}T15:42:00+07:00`).toISOString();
        return {
          externalCode: code(n),
          events: [{ at, recordedAt: now.toISOString(), fact: { type: "finished" as const } }],
        };
      });
    await recordDossiers(sql, { unitId, actor: actor.staffId, now, source: "desk" }, judge, finished);
  });
  await database.root`vacuum analyze`;

  const bytes = after();
  const [staged, compared] = await inUnit(ctx, async (_tx, sql) => {
    const start = performance.now();
    await checkForUnit(sql, { unitId, bytes, choose: guessMapping, at: now, now });
    const brought = performance.now();
    const mapping = guessMapping(new TextDecoder().decode(bytes.subarray(3, 400)).split("\r\n")[0]!.split(";"));
    const counts = await countMatches(sql, unitId, mapping);
    strictEqual(JSON.stringify(counts), JSON.stringify(expected()));
    return [(brought - start) / 1000, seconds(brought)];
  });
  const second = await bring(bytes);
  strictEqual(second.counts.rowsContradicting, ROWS / 100);
  strictEqual(second.done.rowsChanged, (2 * ROWS) / 10);
  const third = await bring(fileOf([...new TextDecoder().decode(bytes).split("\r\n").slice(1, -1), ""]));
  strictEqual(third.done.rowsChanged, 0);
  strictEqual(third.done.rowsContradicting, 0);
  console.log(
    `reconcile: ${ROWS} rows against as many dossiers: uploaded and reconciled in ${second.checked.toFixed(1)} s (a first file ${first.checked.toFixed(1)} s), written in ${second.written.toFixed(1)} s with a fifth changed, ${third.written.toFixed(1)} s with none (a first file ${first.written.toFixed(1)} s)`,
  );
  const ratio = compared / staged;
  verdict(
    `reconcile: the comparison in one statement takes ${compared.toFixed(2)} s, ${ratio.toFixed(2)} × reading and staging the file (limit ${LIMIT})`,
    ratio <= LIMIT,
  );
} finally {
  await database.stop();
}

function expected() {
  const contradicting = ROWS / 100;
  const changed = (2 * ROWS) / 10 - contradicting;
  const missing = ROWS / 100;
  return { new: 0, changed, unchanged: ROWS - missing - changed - contradicting, missing, contradicting };
}
