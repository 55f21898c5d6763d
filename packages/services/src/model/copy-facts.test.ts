import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { DossierColumns } from "@gandan/model/dossier/dossier-columns";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { afterAll, beforeAll, expect, it } from "vitest";
import { columnsToFacts, type FactColumns } from "../outcome/fact-columns";
import { FACT_SELECT } from "../rollup/count-reasons";
import { copyFacts } from "./copy-facts";
import { fillCatalogues, record, unitWith } from "./model-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const at = (time: string) => new Date(`2026-11-${time}:00+07:00`).toISOString();
const event = (time: string, fact: DossierEvent["fact"]): DossierEvent => ({
  at: at(time),
  recordedAt: at(time),
  fact,
});

const FULL: DossierEvent[] = [
  event("02T08:05", { type: "received", procedure: "1.001193", channel: "home", flags: ["khẩn", "người già"] }),
  event("02T08:10", { type: "accepted", dueAt: at("03T08:10") }),
  event("02T09:00", { type: "supplement-requested" }),
  event("02T10:30", { type: "supplemented" }),
  event("03T09:00", { type: "apologised", fields: ["cause", "new-due"], signer: "vice-chairman" }),
  event("03T09:05", { type: "reappointed", dueAt: at("05T08:10") }),
  event("04T16:00", { type: "finished" }),
  event("04T16:20", { type: "letter-sent", letter: "congratulation" }),
  event("05T08:00", { type: "handed-over" }),
  event("05T08:05", { type: "closed" }),
];
const PLAIN: DossierEvent[] = [
  event("09T07:30", { type: "received", procedure: "2.000815", channel: "online", flags: [] }),
];
const PAUSED: DossierEvent[] = [
  event("10T07:30", { type: "received", procedure: "2.000815", channel: "post", flags: ["khẩn"] }),
  event("10T07:35", { type: "accepted", dueAt: at("11T07:35") }),
  event("10T08:00", { type: "duty-requested" }),
];

/** One row of columns as plain values; words instead of their codes. */
function rowOf(cols: DossierColumns, i: number) {
  const { words, procedure, flagSet, letterAt, length: _, ...rest } = cols;
  const numbers = Object.entries(rest).map(([name, column]) => [name, (column as Int32Array)[i]]);
  return {
    ...Object.fromEntries(numbers),
    procedure: words.procedures.words[procedure[i]!],
    flags: words.flagSets.words[flagSet[i]!],
    letters: letterAt.map((column) => column[i]),
  };
}

it("reads the same facts in binary as the stored rows say", async () => {
  const ctx = await unitWith(database);
  const other = await unitWith(database);
  const all = [FULL, PLAIN, PAUSED].map((events, n) => ({ externalCode: `C-${n}`, events }));
  await record(ctx, all);
  await record(other, all);
  await inUnit(ctx, async (_tx, sql) => {
    const rows = await sql<(FactColumns & { id: string })[]>`
      select d.id, ${sql.unsafe(FACT_SELECT)} from dossier d where d.unit_id = ${ctx.unitId}`;
    const wanted = new Map(
      rows.map((row) => {
        const one = new DossierColumns(1);
        one.push(columnsToFacts(row));
        return [row.id, rowOf(one, 0)] as const;
      }),
    );
    const read = new Map<string, ReturnType<typeof rowOf>>();
    const span = { from: "2026-11-01", to: "2026-11-30" };
    await copyFacts(sql, ctx.unitId, span, ({ cols, idOf }) => {
      for (let i = 0; i < cols.length; i++) read.set(idOf(i), rowOf(cols, i));
    });
    expect(read).toEqual(wanted);
    expect(read.size).toBe(3);
    let pages = 0;
    await copyFacts(sql, ctx.unitId, { from: "2025-01-01", to: "2025-12-31" }, () => {
      pages++;
    });
    expect(pages).toBe(0);
    await expect(copyFacts(sql, "x' or true", span, () => {})).rejects.toThrow("UUID");
  });
});

it("fills more than one page", async () => {
  const ctx = await unitWith(database);
  await record(ctx, [{ externalCode: "P-0", events: PLAIN }]);
  await inUnit(ctx, async (_tx, sql) => {
    await sql`
      insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
        received_at, last_seq)
      select unit_id, 'P-' || n, received_on, procedure_code, procedure_group, channel, state, received_at, 1
      from dossier, generate_series(1, 20000) n where unit_id = ${ctx.unitId}`;
    const pages: number[] = [];
    const ids = new Set<string>();
    await copyFacts(sql, ctx.unitId, { from: "2026-11-09", to: "2026-11-09" }, ({ cols, idOf }) => {
      pages.push(cols.length);
      for (let i = 0; i < cols.length; i++) ids.add(idOf(i));
    });
    expect(pages).toEqual([16_384, 20_001 - 16_384]);
    expect(ids.size).toBe(20_001);
  });
});
