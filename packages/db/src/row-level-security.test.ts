import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inScope } from "./in-scope";
import { inUnit } from "./in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";

/** Tables with a unit_id that belong to the catalogue or to sign-in; every other one is tenant data. */
const CATALOGUE = ["unit_name", "unit_host", "calendar_layer", "unit_parent", "staff_role"];
/** What the oversight role may see of a unit below. */
const OVERSIGHT = [
  "adoption",
  "index_appraisal",
  "index_entry",
  "index_frame",
  "index_sheet",
  "model",
  "model_version",
  "officer_round",
  "publication",
  "registration",
  "rollup_day",
  "rollup_month",
  "rollup_quota",
  "rollup_reason",
  "rollup_survey",
  "survey_form",
  "survey_point",
  "yardstick_application",
];

/** Shown within a unit to named readers alone: to others there is nothing. */
const SEALED = ["petition_file", "petition_paper", "petition_step"];

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
}

let database: TestDatabase;
let unitA: string;
let unitB: string;
let above: string;
const columnsOf = new Map<string, Column[]>();

/** A value that satisfies the type and the table's checks. */
function valueFor({ column_name, udt_name }: Column, unitId: string): string | null {
  if (column_name === "unit_id") return `'${unitId}'::uuid`;
  if (column_name === "state") return "'published'";
  if (column_name === "declined_reason") return "'none'";
  if (column_name === "dimension") return "'all'";
  const samples: Record<string, string> = {
    uuid: `'${randomUUID()}'::uuid`,
    text: `'${randomUUID()}'`,
    date: "'2024-01-01'",
    timestamptz: "'2024-01-01'",
    int4: "1",
    int8: "1",
    numeric: "1",
    float8: "0.5",
    bool: "true",
    jsonb: "'{}'",
    bytea: "'\\x00'",
    _int4: "'{1}'",
    _text: "'{}'",
  };
  const sample = samples[udt_name];
  if (sample === undefined) throw new Error(`No sample for ${udt_name}`);
  return sample;
}

function insertText(table: string, unitId: string): string {
  const columns = (columnsOf.get(table) ?? []).filter(
    ({ column_name }) => table !== "adoption" || !["model_id", "model_unit_id"].includes(column_name),
  );
  const values = columns.map((column) => valueFor(column, unitId));
  return `insert into ${table} (${columns.map((c) => c.column_name).join(", ")}) values (${values.join(", ")})`;
}

const tenantTables = () => [...columnsOf.keys()];
const unitCtx = (unitId: string) => ({ db: { app: database.app }, unitId });

beforeAll(async () => {
  database = await createTestDatabase();
  above = await newUnit(database.owner, { level: "district" });
  unitA = await newUnit(database.owner);
  unitB = await newUnit(database.owner, { parentId: above });
  const columns = await database.root<Column[]>`
    select c.table_name, c.column_name, c.udt_name from information_schema.columns c
    where c.table_schema = 'public' and c.table_name in (
      select table_name from information_schema.columns where table_schema = 'public' and column_name = 'unit_id')
      and c.table_name <> all(${CATALOGUE}) and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`;
  for (const column of columns) columnsOf.set(column.table_name, [...(columnsOf.get(column.table_name) ?? []), column]);
  // Rows that stand alone: foreign keys are not what is tried here.
  await database.root.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tenantTables()) for (const unit of [unitA, unitB]) await tx.unsafe(insertText(table, unit));
  });
});
afterAll(() => database.drop());

describe("every table with a unit_id", () => {
  it("is among the tenant tables, with unit_id first in its primary key", async () => {
    expect(tenantTables().length).toBeGreaterThanOrEqual(17);
    const rows = await database.root<{ name: string; forced: boolean; first: string }[]>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, a.attname as first
      from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relname = any(${tenantTables()})`;
    expect(rows.map((row) => row.name).sort()).toEqual(tenantTables().sort());
    expect(rows.filter((row) => !row.forced || row.first !== "unit_id")).toEqual([]);
  });

  it("shows a unit its own rows only", async () => {
    await inUnit(unitCtx(unitA), async (_tx, sql) => {
      for (const table of tenantTables()) {
        const rows = await sql.unsafe<{ unit_id: string }[]>(`select unit_id from ${table}`);
        const units = SEALED.includes(table) ? [] : [unitA];
        expect({ table, units: rows.map((row) => row.unit_id) }).toEqual({ table, units });
      }
    });
  });

  it("refuses a row of another unit", async () => {
    for (const table of tenantTables()) {
      const attempt = inUnit(unitCtx(unitA), (_tx, sql) => sql.unsafe(insertText(table, unitB)));
      await expect(attempt, table).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("does not let another unit's rows be changed or deleted", async () => {
    for (const table of tenantTables()) {
      for (const text of [`update ${table} set unit_id = unit_id`, `delete from ${table}`]) {
        const count = await inUnit(unitCtx(unitA), async (_tx, sql) => {
          const done = await sql.unsafe(`${text} where unit_id = '${unitB}'`);
          return done.count;
        }).catch((error: { code: string }) => {
          expect(error.code, table).toBe("42501");
          return 0;
        });
        expect({ table, count }).toEqual({ table, count: 0 });
      }
    }
  });

  it("shows nothing outside inUnit, also on a connection used before", async () => {
    for (const table of tenantTables()) {
      expect(await database.app.sql.unsafe(`select 1 from ${table}`), table).toHaveLength(0);
    }
  });

  it("shows the owner of the database nothing", async () => {
    for (const table of tenantTables()) {
      expect(await database.owner.sql.unsafe(`select 1 from ${table}`), table).toHaveLength(0);
    }
  });
});

describe("history", () => {
  it.each(["dossier_event", "audit_log"])("cannot be rewritten in %s", async (table) => {
    for (const text of [`update ${table} set actor = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
      const attempt = inUnit(unitCtx(unitA), (_tx, sql) => sql.unsafe(text));
      await expect(attempt, text).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("keeps a published model version and frame as they are", async () => {
    for (const table of ["model_version", "index_frame"]) {
      const count = await inUnit(unitCtx(unitA), async (_tx, sql) => {
        const rows = await sql.unsafe(`select 1 from ${table}`);
        const done = await sql.unsafe(`update ${table} set yaml = 'other'`);
        return { seen: rows.length, changed: done.count };
      });
      expect({ table, count }).toEqual({ table, count: { seen: 1, changed: 0 } });
    }
  });
});

describe("oversight", () => {
  const look = (unitId: string) => ({ db: { oversight: database.oversight }, unitId });

  it("reads units below its own and nothing else", async () => {
    for (const table of OVERSIGHT) {
      const rows = await inScope(look(above), (_tx, sql) =>
        sql.unsafe<{ unit_id: string }[]>(`select unit_id from ${table}`),
      );
      expect({ table, units: rows.map((row) => row.unit_id) }).toEqual({ table, units: [unitB] });
    }
  });

  it("has no grant on any other tenant table", async () => {
    for (const table of tenantTables().filter((name) => !OVERSIGHT.includes(name))) {
      const attempt = inScope(look(above), (_tx, sql) => sql.unsafe(`select 1 from ${table}`));
      await expect(attempt, table).rejects.toMatchObject({ code: "42501" });
    }
    for (const table of ["staff", "session", "staff_role"]) {
      const attempt = inScope(look(above), (_tx, sql) => sql.unsafe(`select 1 from ${table}`));
      await expect(attempt, table).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("sees the answers of a whole unit, and never those of an officer, a desk or a procedure", async () => {
    await database.root.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      for (const dimension of ["officer", "point", "procedure", "source", "mark"]) {
        await tx`insert into rollup_survey (unit_id, form_id, day, dimension, value, question_id, counts, as_of)
          values (${unitB}, ${randomUUID()}, '2026-01-05', ${dimension}, 'x', 'q', '{1}', now())`;
      }
    });
    const rows = await inScope(look(above), (_tx, sql) => sql`select distinct dimension from rollup_survey`);
    expect(rows.map((row) => row.dimension)).toEqual(["all"]);
  });

  it("writes nowhere", async () => {
    for (const table of OVERSIGHT) {
      const attempt = inScope(look(above), (_tx, sql) => sql.unsafe(insertText(table, above)));
      await expect(attempt, table).rejects.toMatchObject({ code: expect.stringMatching(/42501|25006/) });
    }
  });

  it("shows nothing without a scope", async () => {
    for (const table of OVERSIGHT) {
      expect(await database.oversight.sql.unsafe(`select 1 from ${table}`), table).toHaveLength(0);
    }
  });
});

it("lets a unit read published models of the units above it", async () => {
  await database.root.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(insertText("model_version", above));
  });
  const read = (unitId: string) =>
    inUnit(unitCtx(unitId), (_tx, sql) => sql`select unit_id from model_version order by 1`);
  expect((await read(unitB)).map((row) => row.unit_id).sort()).toEqual([above, unitB].sort());
  expect((await read(unitA)).map((row) => row.unit_id)).toEqual([unitA]);
});

it("lets a unit read what was appraised about it, and appraise only below itself", async () => {
  const text = (unitId: string, belowId: string) => `
    insert into index_appraisal (unit_id, frame_id, below_id, leaf, points, appraised_by)
    values ('${unitId}', '${randomUUID()}', '${belowId}', 'la', 1, 'x')`;
  const write = (unitId: string, belowId: string) =>
    inUnit(unitCtx(unitId), (_tx, sql) => sql.unsafe(text(unitId, belowId)));
  await write(above, unitB);
  for (const [unitId, belowId] of [
    [above, unitA],
    [above, above],
    [unitB, above],
  ] as const) {
    await expect(write(unitId, belowId)).rejects.toMatchObject({ code: "42501" });
  }
  const about = (unitId: string) =>
    inUnit(unitCtx(unitId), (_tx, sql) => sql`select 1 from index_appraisal where below_id = ${unitId}`);
  expect(await about(unitB)).toHaveLength(1);
  expect(await about(unitA)).toHaveLength(0);
  const changed = await inUnit(unitCtx(unitB), async (_tx, sql) => {
    const done = await sql`update index_appraisal set points = 2 where below_id = ${unitB}`;
    return done.count;
  });
  expect(changed).toBe(0);
});
