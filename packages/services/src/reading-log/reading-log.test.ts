import { readdirSync, readFileSync } from "node:fs";
import { addStaff } from "@gandan/auth/add-staff";
import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { readReadingLog as input, READINGS } from "@gandan/model/reading-log/reading-log-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moment } from "../dossier/dossier-test-unit";
import { exportReadingLog, readReadingLog } from "./read-reading-log";

const NOW = moment("2026-11-23T10:00");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let counter = 0;
async function newOffice() {
  const unitId = await newUnit(database.owner);
  const ctxOf = async (role: Role, name: string): Promise<UnitCtx> => {
    const staffId = await addStaff(database.app, {
      signInName: `doc${++counter}`,
      name,
      password: "mật khẩu dài 14 chữ",
      roles: [{ unitId, role, validFrom: "2024-01-01" }],
    });
    return { db: database, actor: { staffId, name, roles: [{ unitId, role }] }, unitId, now: NOW, language: "vi" };
  };
  const dossiers = await Promise.all(
    ["H1", "H2"].map(async (code) => {
      const [row] = await database.root<{ id: string }[]>`
        insert into dossier (unit_id, external_code, procedure_code, procedure_group, received_on, received_at, channel, state, last_seq)
        values (${unitId}, ${code}, '2.000815', 'certification', '2026-11-02', ${NOW}, 'direct', 'accepted', 1) returning id`;
      return row!.id;
    }),
  );
  const note = (ctx: UnitCtx, at: string, action: string, subject: string | null = null, details = {}) =>
    inUnit(ctx, (_tx, sql) =>
      appendAudit(sql, { unitId, at: moment(at), actor: ctx.actor.staffId, action, subject, details }),
    );
  return {
    unitId,
    dossiers,
    note,
    officer: await ctxOf("desk-officer", "Nguyễn Thị An"),
    other: await ctxOf("desk-officer", "Trần Văn Bê"),
    inspector: await ctxOf("inspector", "Lê Thị Kiểm"),
    chairman: await ctxOf("chairman", "Lê Văn Chủ"),
  };
}

const told = (readings: { person: string | null; action: string; dossierCode: string | null }[]) =>
  readings.map(({ person, action, dossierCode }) => [person, action, dossierCode]);

describe("the log of readings", () => {
  it("tells who opened what when, by person, dossier, way and day", async () => {
    const { dossiers, note, officer, other, inspector } = await newOffice();
    const [one, two] = dossiers;
    await note(officer, "2026-11-20T08:00", "dossier.read", one);
    await note(other, "2026-11-20T23:30", "dossier.reveal-phone", two);
    await note(officer, "2026-11-21T00:10", "dossier.search", null, { q: "nguyen" });
    await note(officer, "2026-11-21T09:00", "dossier.receive", one);
    const read = async (filters: object) => (await readReadingLog(inspector, input.parse(filters))).readings;
    const [opened, phone, search] = [
      ["Nguyễn Thị An", "dossier.read", "H1"],
      ["Trần Văn Bê", "dossier.reveal-phone", "H2"],
      ["Nguyễn Thị An", "dossier.search", null],
    ];
    expect(told(await read({}))).toEqual([search, phone, opened]);
    expect(told(await read({ person: other.actor.staffId }))).toEqual([phone]);
    expect(told(await read({ dossier: "H1" }))).toEqual([opened]);
    expect(told(await read({ way: "listed" }))).toEqual([search]);
    // Days are those of Viet Nam.
    expect(told(await read({ from: "2026-11-20", to: "2026-11-20" }))).toEqual([phone, opened]);
    expect(told(await read({ from: "2026-11-21", way: "listed" }))).toEqual([search]);
    const unknown = await readReadingLog(inspector, input.parse({ dossier: "H9" }));
    expect(unknown).toMatchObject({ readings: [], total: 0, unknownDossier: true });
  });

  it("is logged itself, the file too", async () => {
    const { note, officer, inspector, dossiers } = await newOffice();
    await note(officer, "2026-11-20T08:00", "dossier.read", dossiers[0]);
    await readReadingLog(inspector, input.parse({ dossier: "H1" }));
    expect(told(await exportReadingLog(inspector, input.parse({ way: "opened" })))).toEqual([
      ["Nguyễn Thị An", "dossier.read", "H1"],
    ]);
    const { readings } = await readReadingLog(inspector, input.parse({ way: "log" }));
    expect(readings.map(({ person, action, details }) => [person, action, details])).toEqual([
      ["Lê Thị Kiểm", "reading-log.export", { way: "opened", rows: 1, page: 1 }],
      ["Lê Thị Kiểm", "reading-log.read", { dossier: "H1", page: 1 }],
    ]);
  });

  it("is for inspector and chairman, and of their own unit", async () => {
    const [one, two] = [await newOffice(), await newOffice()];
    await one.note(one.officer, "2026-11-20T08:00", "dossier.read", one.dossiers[0]);
    const forbidden = { code: "FORBIDDEN", key: "session.forbidden" };
    await expect(readReadingLog(one.officer, input.parse({}))).rejects.toMatchObject(forbidden);
    await expect(exportReadingLog(one.officer, input.parse({}))).rejects.toMatchObject(forbidden);
    await expect(readReadingLog({ ...two.inspector, unitId: one.unitId }, input.parse({}))).rejects.toMatchObject(
      forbidden,
    );
    expect((await readReadingLog(one.chairman, input.parse({}))).total).toBe(1);
    expect((await readReadingLog(two.inspector, input.parse({}))).readings).toEqual([]);
    expect((await readReadingLog(two.inspector, input.parse({ dossier: "H1" }))).readings).toEqual([]);
  });

  it("turns its pages", async () => {
    const { note, officer, inspector, dossiers } = await newOffice();
    for (let i = 0; i < 51; i++) await note(officer, "2026-11-20T08:00", "dossier.read", dossiers[0]);
    const page = async (n: number) => readReadingLog(inspector, input.parse({ page: n, way: "opened" }));
    expect(await page(1)).toMatchObject({ total: 51, pageSize: 50, more: false });
    expect((await page(1)).readings.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => 51 - i));
    expect((await page(2)).readings.map(({ seq }) => seq)).toEqual([1]);
  });
});

it("knows every entry by which a service tells of a reading", () => {
  const sources = new URL("../", import.meta.url);
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const written = files.flatMap((name) =>
    [...readFileSync(new URL(name, sources), "utf8").matchAll(/"((?:dossier|letter|import|petition)\.[a-z-]+)"/g)].map(
      ([, action]) => action ?? "",
    ),
  );
  const readings = written.filter((action) =>
    /\.(read|reveal|search|list|export|print|errors|reconciliation)/.test(action),
  );
  expect(readings.length).toBeGreaterThan(6);
  const known: readonly string[] = Object.values(READINGS).flat();
  expect([...new Set(readings)].filter((action) => !known.includes(action))).toEqual([]);
});
