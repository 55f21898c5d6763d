import { readFileSync } from "node:fs";
import { migrationFiles } from "@gandan/db/migrate/migration-files";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { searchKeys } from "@gandan/model/dossier/search-keys";
import { readYaml } from "@gandan/model/model/read-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, fillProcedures, filters, happened, recordAll, takenIn } from "./dossier-test-unit";
import { MOST_COUNTED } from "./find-dossiers";
import { listDossiers } from "./list-dossiers";

const NOW = "2026-11-23T10:00";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const someone = async () => actingAt(database, await newUnit(database.owner), NOW);
type Ctx = Awaited<ReturnType<typeof someone>>;
const named = (code: string, applicantName: string | null, phone: string | null = null) =>
  takenIn(code, "2026-11-20T08:00", "2026-11-24T08:00", [], { applicantName, phone });
const finder =
  (ctx: Ctx) =>
  async (q: string, more: Record<string, unknown> = {}) =>
    (await listDossiers(ctx, filters({ q, ...more }))).dossiers.map(({ externalCode }) => externalCode).sort();

describe("a search", () => {
  it("finds a name without marks, by its beginning and by its last words", async () => {
    const ctx = await someone();
    await recordAll(ctx, [
      named("1", "Nguyễn Thị Thùy"),
      named("2", "NGUYỄN THỊ THUỲ".normalize("NFD")),
      named("3", "Nguyễn Thị Thúy"),
      named("4", "Nguyễn Thị Thu"),
      named("5", "Trần Thị Thùy Dương"),
      named("6", "Nguyễn Thiện Nhân"),
      named("7", "Đặng  Thị Ánh"),
      named("8", "H'Hen Niê"),
    ]);
    const find = finder(ctx);
    expect(await find("nguyen thi thuy")).toEqual(["1", "2", "3"]);
    expect(await find("NGUYEN  THI THUY")).toEqual(["1", "2", "3"]);
    expect(await find("nguyễn thị thùy")).toEqual(["1", "2"]);
    expect(await find("Nguyễn Thị Thuỳ".normalize("NFD"))).toEqual(["1", "2"]);
    expect(await find("nguyen thị thúy")).toEqual(["3"]);
    expect(await find("nguyen thi")).toEqual(["1", "2", "3", "4", "6"]);
    expect(await find("nguyễn thị")).toEqual(["1", "2", "3", "4"]);
    expect(await find("thuy")).toEqual(["1", "2", "3"]);
    expect(await find("thi thuy")).toEqual(["1", "2", "3"]);
    expect(await find("thu")).toEqual(["4"]);
    expect(await find("dang")).toEqual(["7"]);
    expect(await find("đặng")).toEqual(["7"]);
    expect(await find("ánh")).toEqual(["7"]);
    expect(await find("anh")).toEqual(["7"]);
    expect(await find("hhen")).toEqual(["8"]);
    expect(await find("h’hen niê")).toEqual(["8"]);
    expect(await find("uyen")).toEqual([]);
  });

  it("looks into the middle of names when nothing begins or ends so", async () => {
    const ctx = await someone();
    await recordAll(ctx, [
      named("1", "Nguyễn Hữu Phước Tài"),
      named("2", "Trần Văn Dũng"),
      named("3", "Vàng A Súa"),
      named("4", "Lò Văn Hữu Phước Lộc"),
    ]);
    const find = finder(ctx);
    expect(await find("huu phuoc")).toEqual(["1", "4"]);
    expect(await find("hữu phu")).toEqual(["1", "4"]);
    expect(await find("vang")).toEqual(["3"]);
    expect(await find("văn")).toEqual(["2", "4"]);
    expect(await find("uoc")).toEqual([]);
    expect(await find("hưu phước")).toEqual([]);
  });

  it("finds the beginning of a code, in any capitals, with %, _ and \\ as they are written", async () => {
    const ctx = await someone();
    const codes = [
      "19333-261122-0001",
      "19333-261122-0002",
      "19333-261123-0001",
      "H44.A%1",
      "H44.A_1",
      "H44.AB1",
      "A\\1",
    ];
    await recordAll(
      ctx,
      codes.map((code) => named(code, null)),
    );
    const find = finder(ctx);
    expect(await find("19333-261122")).toEqual(codes.slice(0, 2));
    expect(await find("19333-261122-0001")).toEqual([codes[0]]);
    expect(await find("261122")).toEqual([]);
    expect(await find("h44.a%")).toEqual(["H44.A%1"]);
    expect(await find("H44.A_")).toEqual(["H44.A_1"]);
    expect(await find("h44.a")).toEqual(["H44.A%1", "H44.AB1", "H44.A_1"]);
    expect(await find("a\\")).toEqual(["A\\1"]);
    expect(await find("%")).toEqual([]);
  });

  it("finds the last digits of a phone, however it is written", async () => {
    const ctx = await someone();
    await recordAll(ctx, [
      named("a", "A A", "0912 345 678"),
      named("b", "B B", "+84 912.345.678"),
      named("c", "C C", "0987 005 678"),
      named("678", "D D", "0905 111 222"),
    ]);
    const find = finder(ctx);
    expect(await find("345 678")).toEqual(["a", "b"]);
    expect(await find("0912345678")).toEqual(["a", "b"]);
    expect(await find("+84912345678")).toEqual(["a", "b"]);
    expect(await find("678")).toEqual(["678", "a", "b", "c"]);
    expect(await find("0912")).toEqual([]);
    expect(await find("78")).toEqual([]);
  });

  it("goes with the other filters, pages and orders", async () => {
    const ctx = await someone();
    const list = Array.from({ length: 60 }, (_, i) => named(`C-${String(i).padStart(2, "0")}`, "Lê Văn Tám"));
    await recordAll(ctx, [
      ...list,
      takenIn("done", "2026-11-20T08:00", "2026-11-24T08:00", [happened("2026-11-21T08:00", { type: "finished" })], {
        applicantName: "Lê Văn Tám",
      }),
      named("other", "Lê Văn Chín"),
    ]);
    const find = finder(ctx);
    expect(await find("le van tam", { queue: "finished-not-closed" })).toEqual(["done"]);
    expect(await find("le van tam", { state: "finished", from: "2026-11-21" })).toEqual([]);
    expect(await listDossiers(ctx, filters({ q: "tam" }))).toMatchObject({ total: 61, more: false, pageSize: 50 });
    expect(await find("tam", { page: 2 })).toHaveLength(11);
  });

  it("that means very many dossiers gives the latest of them all the same, and says that there are more", async () => {
    const ctx = await someone();
    const day = (i: number) => `2026-${String(1 + (i % 10)).padStart(2, "0")}-1${i % 7}T08:00`;
    const many = MOST_COUNTED + 10;
    await recordAll(
      ctx,
      Array.from({ length: many }, (_, i) =>
        takenIn(`M-${i}`, day(i), "2026-11-24T08:00", [], { applicantName: `Phạm Thị ${i % 2 === 0 ? "Lựu" : "Lưu"}` }),
      ),
    );
    const all = await listDossiers(ctx, filters({ page: 2 }));
    for (const q of ["pham thi", "thi", "phạm"]) {
      const some = await listDossiers(ctx, filters({ q, page: 2 }));
      expect(some.more).toBe(true);
      expect(some.dossiers.map(({ id }) => id)).toEqual(all.dossiers.map(({ id }) => id));
    }
    expect(await listDossiers(ctx, filters({ q: "pham thi", queue: "open" }))).toMatchObject({
      total: MOST_COUNTED,
      more: true,
    });
    const marked = await listDossiers(ctx, filters({ q: "phạm thị lựu" }));
    expect(marked.dossiers.every(({ applicantName }) => applicantName === "Phạm Thị Lựu")).toBe(true);
    expect(marked.dossiers).toHaveLength(50);
    const few = await listDossiers(ctx, filters({ q: "m-999", page: 1 }));
    expect(few).toMatchObject({ total: 11, more: false });
  }, 60_000);
});

describe("whoever searches", () => {
  it("is noted with what was searched, as is whoever opens a list without words: both show names", async () => {
    const ctx = await someone();
    await recordAll(ctx, [named("1", "Nguyễn Thị Thùy")]);
    await listDossiers(ctx, filters({ queue: "open" }));
    await listDossiers(ctx, filters({ q: "thuy" }));
    const rows = await database.root`
      select actor, action, details from audit_log where unit_id = ${ctx.unitId} order by seq`;
    expect(rows).toMatchObject([
      { actor: ctx.actor.staffId, action: "dossier.list", details: { queue: "open", found: 1, page: 1 } },
      { actor: ctx.actor.staffId, action: "dossier.search", details: { q: "thuy", found: 1, page: 1 } },
    ]);
  });

  it("finds nothing of another unit, and nothing without the right to read", async () => {
    const [mine, other] = [await someone(), await someone()];
    await recordAll(other, [named("X-1", "Nguyễn Thị Thùy", "0912 345 678")]);
    for (const q of ["thuy", "nguyen", "X-1", "678", "thi"]) {
      expect(await finder(mine)(q)).toEqual([]);
      expect(await finder(other)(q)).toEqual(["X-1"]);
    }
    const stranger = actingAt(database, other.unitId, NOW, []);
    await expect(listDossiers(stranger, filters({ q: "thuy" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await auditLog(database, mine.unitId)).toHaveLength(5);
  });
});

it("dossiers that were there before the keys get those that the model makes", async () => {
  const file = new URL("../../../model/src/dossier/search-keys.cases.yaml", import.meta.url);
  const cases = readYaml(readFileSync(file, "utf8"), "search-keys").value as {
    name?: string | null;
    phone?: string | null;
  }[];
  const told = cases.flatMap(({ name = null, phone = null }) => [
    { name: name?.normalize("NFC") ?? null, phone },
    { name: name?.normalize("NFD") ?? null, phone },
  ]);
  const unitId = await newUnit(database.owner);
  for (const [i, { name, phone }] of told.entries()) {
    await database.root`
      insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
        received_at, last_seq, applicant_name, phone)
      values (${unitId}, ${`K-${i}`}, '2026-11-20', '1.001193', 'birth', 'direct', 'new', now(), 1, ${name}, ${phone})`;
  }
  for (const migration of ["desk_search", "desk_search_marks"]) {
    const statements = migrationFiles.find(({ name }) => name.endsWith(migration))?.statements ?? [];
    await database.root.unsafe(statements.find((each) => each.includes("UPDATE dossier")) ?? "");
  }
  const rows = await database.root`
    select name_key as "nameKey", name_tail as "nameTail", name_marked as "nameMarked",
      phone_tail as "phoneTail" from dossier
    where unit_id = ${unitId} order by substr(external_code, 3)::int`;
  expect(rows.map((row) => ({ ...row }))).toEqual(told.map(({ name, phone }) => searchKeys(name, phone)));
});
