import { ROLES, type Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import {
  listPetitions as listInput,
  MAX_TEXT,
  registerPetition as registerInput,
  takeStep as stepInput,
  submitPetition as submitInput,
} from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS, type PetitionKind } from "@gandan/model/petition/petition-terms";
import { readReadingLog as logInput } from "@gandan/model/reading-log/reading-log-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillProcedures, moment } from "../dossier/dossier-test-unit";
import { stampOf } from "../feedback/feedback-secret";
import { readReadingLog } from "../reading-log/read-reading-log";
import { listPetitions } from "./list-petitions";
import { nameReader } from "./name-readers";
import { openPetition, readPetition, revealSender } from "./open-petition";
import { codeOf, hashOfCode, openPart, sealPart } from "./petition-seal";
import { citizen, filledIn, KEY, NOW, POLICY, petitionUnit, SAID, SENDER, send, typeIn } from "./petition-test-unit";
import { followPetition, submitPetition } from "./public-petition";
import { barReader, takeBackStep, takeStep } from "./take-step";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const SECRETS = [SENDER, SAID, "Nguyễn Văn Q", "Tổ 3", "0912 345 678", "Giao bà Hoa", "Mời ông đến"];

const UNIT = "00000000-0000-7000-8000-00000000000a";

/** All that the database holds, as text, and the names of its tables. */
async function everything(): Promise<Map<string, string>> {
  const { root } = database;
  const tables = await root<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`;
  const found = new Map<string, string>();
  for (const { schema, name } of tables) {
    const rows = await root.unsafe<{ row: string }[]>(`select t::text as row from "${schema}"."${name}" t`);
    found.set(name, rows.map(({ row }) => row).join("\n"));
  }
  return found;
}

/** Every way into a petition, with what each would tell. */
const waysIn = (petitionId: string, staffId: string): Record<string, (ctx: UnitCtx) => Promise<unknown>> => ({
  read: (ctx) => readPetition(ctx, { petitionId }),
  open: (ctx) => openPetition(ctx, { petitionId }, POLICY),
  reveal: (ctx) => revealSender(ctx, { petitionId, reason: "contact" }, POLICY),
  step: (ctx) => takeStep(ctx, stepInput.parse({ petitionId, seen: 1, step: "accepted", on: "2026-11-20" }), KEY),
  back: (ctx) => takeBackStep(ctx, { petitionId, seq: 2 }),
  bar: (ctx) => barReader(ctx, { petitionId, staffId }),
});

describe("what lies in the database", () => {
  it("tells neither who sent a petition nor what it says, in no table, log, notice or event", async () => {
    const unit = await petitionUnit(database);
    const { petitionId, code } = await send(database, unit);
    const step = { petitionId, seen: 1, step: "accepted", on: "2026-11-20", note: "Giao bà Hoa", told: "Mời ông đến" };
    await takeStep(unit.reader, stepInput.parse(step), KEY);
    await revealSender(unit.reader, { petitionId, reason: "contact" }, POLICY);
    const tables = await everything();
    expect(tables.get("petition_paper")).toContain("v1.");
    const leaks = [...tables].flatMap(([table, text]) =>
      [...SECRETS, code, code.replaceAll("-", "")].filter((secret) => text.includes(secret)).map((s) => [table, s]),
    );
    expect(leaks).toEqual([]);
    // Who looks at notices, e-mails, events or figures does not even learn that there is one.
    for (const table of ["webhook_delivery", "notice_mail_item", "rollup_day", "rollup_month", "rollup_dirty"]) {
      expect([table, tables.get(table)]).toEqual([table, ""]);
    }
  });

  it("opens in its own place alone, with its own key alone, and whole alone", () => {
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()].map((petitionId) => ({ unitId: UNIT, petitionId }));
    const sealed = sealPart(KEY, one!, "content", SAID)!;
    expect(openPart(KEY, one!, "content", sealed)).toBe(SAID);
    expect(() => openPart(KEY, two!, "content", sealed)).toThrow();
    expect(() => openPart(KEY, { ...one!, unitId: crypto.randomUUID() }, "content", sealed)).toThrow();
    expect(() => openPart(KEY, one!, "sender", sealed)).toThrow();
    expect(() => openPart(Buffer.alloc(32, 8), one!, "content", sealed)).toThrow();
    expect(() => openPart(KEY, one!, "content", `${sealed.slice(0, -2)}AA`)).toThrow();
    expect(sealPart(KEY, one!, "content", SAID)).not.toBe(sealed);
  });

  it("is shown by the database itself to named readers alone, and changed by nobody", async () => {
    const unit = await petitionUnit(database, ["complaint"]);
    const { unitId } = unit;
    const { petitionId } = await typeIn(unit.reader);
    const seen = (who: string | null, below = unitId) =>
      inUnit({ db: database, unitId: below }, async (_tx, sql) => {
        if (who) await sql.unsafe(`SET LOCAL app.reader_id = '${who}'`);
        const papers = await sql`select 1 from petition_paper where petition_id = ${petitionId}`;
        const steps = await sql`select 1 from petition_step where petition_id = ${petitionId}`;
        return [papers.length, steps.length];
      });
    expect(await seen(unit.reader.actor.staffId)).toEqual([1, 1]);
    for (const who of [null, unit.stranger.actor.staffId, unit.chairman.actor.staffId]) {
      expect(await seen(who)).toEqual([0, 0]);
    }
    const other = await petitionUnit(database);
    expect(await seen(unit.reader.actor.staffId, other.unitId)).toEqual([0, 0]);
    expect(await seen(other.reader.actor.staffId)).toEqual([0, 0]);
    await unit.name(unit.reader, ["denunciation"]);
    expect(await seen(unit.reader.actor.staffId)).toEqual([0, 0]);
    await database.root`
      insert into petition_bar (unit_id, petition_id, staff_id, barred_by, barred_at)
      values (${unitId}, ${petitionId}, ${unit.second.actor.staffId}, 'citizen', now())`;
    expect(await seen(unit.second.actor.staffId)).toEqual([0, 0]);
    const denied = { code: "42501" };
    for (const text of [
      "update petition_paper set content = ''",
      "delete from petition_paper",
      "delete from petition_step",
      "update petition_step set note = null",
      "delete from petition",
      "update petition set number = 9",
      "update petition set code_hash = ''",
      "delete from petition_reader",
      "update petition_reader set kinds = '{complaint,denunciation}'",
      "delete from petition_bar",
      "update petition_bar set staff_id = gen_random_uuid()",
    ]) {
      await expect(
        inUnit({ db: database, unitId }, (_tx, sql) => sql.unsafe(text)),
        text,
      ).rejects.toMatchObject(denied);
    }
    for (const table of ["petition", "petition_paper", "petition_step", "petition_reader", "petition_bar"]) {
      const looking = inScope({ db: database, unitId }, (_tx, sql) => sql.unsafe(`select 1 from ${table}`));
      await expect(looking, table).rejects.toMatchObject(denied);
    }
  });
});

describe("roles × units × what one is named for", () => {
  it("open a petition to who is named for its kind in its unit, and to nobody else whatever their roles", async () => {
    const [one, two] = [await petitionUnit(database), await petitionUnit(database)];
    let state = 20_261_122;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const kinds: PetitionKind[] = [...PETITION_KINDS];
    const opened: string[] = [];
    for (let round = 0; round < 40; round++) {
      const kind = kinds[random(3)]!;
      const { petitionId } = await typeIn(one.reader, { kind });
      const roles = Array.from({ length: 1 + random(4) }, () => ROLES[random(ROLES.length)]!) as Role[];
      const who = await one.person("Người Thử", ...new Set(roles));
      const named = kinds.filter(() => random(2) === 0);
      const isNamed = random(3) > 0 && named.length > 0;
      if (isNamed) {
        // Past every check of the service: as if a role had been taken away since.
        await database.root`
          insert into petition_reader (unit_id, staff_id, kinds, reference, named_by, named_at)
          values (${one.unitId}, ${who.actor.staffId}, ${named}, '', '', now())`;
      }
      const ctx = random(4) === 0 ? { ...who, unitId: two.unitId } : who;
      const may =
        ctx.unitId === one.unitId &&
        isNamed &&
        named.includes(kind) &&
        roles.some((role) => ["desk-officer", "model-keeper", "chairman", "vice-chairman"].includes(role));
      for (const [way, go] of Object.entries(waysIn(petitionId, one.second.actor.staffId))) {
        if (way === "back" && !may) continue;
        const told = await go(ctx).then(
          (answer) => `opened ${JSON.stringify(answer ?? null)}`,
          (error: { key?: string }) => error.key ?? "unexpected",
        );
        if (may) expect([way, told.startsWith("opened")]).toEqual([way, true]);
        else expect(["session.forbidden", "petition.notNamed", "petition.notFound"]).toContain(told);
        if (may) opened.push(way);
      }
      const lines = await listPetitions(ctx, listInput.parse({ show: "all" })).then(
        ({ petitions }) => petitions.some(({ id }) => id === petitionId),
        () => false,
      );
      expect(lines).toBe(may);
    }
    expect(opened.length).toBeGreaterThan(10);
  });

  it("a try without being named is written down, and the inspector sees who opened what, and why", async () => {
    const unit = await petitionUnit(database, ["complaint"]);
    const { petitionId, number } = await typeIn(unit.reader);
    await openPetition(unit.reader, { petitionId }, POLICY);
    await revealSender(unit.second, { petitionId, reason: "decision" }, POLICY);
    await expect(openPetition(unit.stranger, { petitionId }, POLICY)).rejects.toMatchObject({
      key: "petition.notNamed",
    });
    const inspector = await unit.person("Bùi Thị Soi", "inspector");
    const { readings } = await readReadingLog(inspector, logInput.parse({ way: "petition" }));
    expect(readings.map(({ person, action, details }) => [person, action, details])).toEqual([
      ["Đỗ Văn Lạ", "petition.refused", { number }],
      ["Vũ Văn Hai", "petition.reveal-sender", { number, reason: "decision" }],
      ["Phạm Thị Đọc", "petition.open", { number }],
    ]);
    expect(JSON.stringify(readings)).not.toMatch(/Tố Giác|Nguyễn Văn Q/);
    await expect(openPetition(inspector, { petitionId }, POLICY)).rejects.toMatchObject({ key: "session.forbidden" });
  });

  it("where second factors are required, nobody opens or is named with a password alone", async () => {
    const unit = await petitionUnit(database);
    const { petitionId } = await typeIn(unit.reader);
    const required = { ...POLICY, secondFactor: "required" as const };
    const open = () => openPetition(unit.reader, { petitionId }, required);
    await expect(open()).rejects.toMatchObject({ key: "petition.factorNeeded" });
    const reveal = revealSender(unit.reader, { petitionId, reason: "verify" }, required);
    await expect(reveal).rejects.toMatchObject({ key: "petition.factorNeeded" });
    const { staffId } = unit.reader.actor;
    const naming = { staffId, kinds: ["complaint" as const], reference: "Số 7" };
    const name = () => nameReader(unit.chairman, naming, "required");
    await expect(name()).rejects.toMatchObject({ key: "petition.personNoFactor" });
    await database.root`insert into second_factor (staff_id, secret, created_at) values (${staffId}, '', now())`;
    await expect(open()).rejects.toMatchObject({ key: "petition.factorNeeded" });
    await database.root`update second_factor set confirmed_at = now() where staff_id = ${staffId}`;
    expect((await open()).text).toBe(SAID);
    await name();
  });

  it("an id that was made up tells no more than one that is not open to the person", async () => {
    const unit = await petitionUnit(database, ["complaint"]);
    await unit.name(unit.second, ["recommendation"]);
    const { petitionId } = await typeIn(unit.reader);
    const tell = (id: string) => openPetition(unit.second, { petitionId: id }, POLICY).then(String, String);
    expect(await tell(crypto.randomUUID())).toBe(await tell(petitionId));
  });
});

describe("the public page under attack", () => {
  it("lets no code be guessed: ten tries an address in a quarter of an hour, also the right one", async () => {
    const unit = await petitionUnit(database);
    const other = await petitionUnit(database);
    const { code } = await send(database, unit);
    const follow = (tried: string, address: string, slug = unit.slug) =>
      followPetition(citizen(database, NOW, address), { slug, code: tried });
    const guess = () => codeOf(Buffer.alloc(32, 9), { unitId: unit.unitId, petitionId: crypto.randomUUID() });
    for (let i = 0; i < 10; i++)
      await expect(follow(guess(), "198.51.100.1")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const last = { code: "TOO_MANY", key: "petition.tooMany", details: { minutes: expect.any(Number) } };
    await expect(follow(code.replaceAll("-", ""), "198.51.100.1")).rejects.toMatchObject(last);
    expect((await follow(code.replaceAll("-", ""), "198.51.100.2")).number).toBe("1/2026");
    await expect(follow(code, "198.51.100.3", other.slug)).rejects.toMatchObject({ key: "petition.noCode" });
    expect(hashOfCode(code)).toBe(hashOfCode(code.replaceAll("-", "")));
  });

  it("takes five an hour from an address, and a hundred a day from all", async () => {
    const unit = await petitionUnit(database);
    for (let i = 0; i < 5; i++) await send(database, unit, {}, "203.0.113.77");
    await expect(send(database, unit, {}, "203.0.113.77")).rejects.toMatchObject({ code: "TOO_MANY" });
    const flood = await Promise.allSettled(Array.from({ length: 100 }, () => send(database, unit)));
    expect(flood.filter(({ status }) => status === "fulfilled")).toHaveLength(95);
    const [rows] = await database.root<{ n: number; most: number }[]>`
      select count(*)::int as n, max(number) as most from petition where unit_id = ${unit.unitId}`;
    expect(rows).toEqual({ n: 100, most: 100 });
    const marks = await database.root<{ mark: string }[]>`select mark from public_try where unit_id = ${unit.unitId}`;
    expect(JSON.stringify(marks)).not.toContain("203.0.113");
  });

  it("takes nothing too long, nothing without a form of its own, and no kind that there is not", () => {
    const unit = { unitId: crypto.randomUUID(), slug: "xa-thu" };
    const fits = (more: Record<string, unknown>) => submitInput.safeParse({ ...filledIn(unit), ...more }).success;
    expect(fits({})).toBe(true);
    expect(fits({ text: "a".repeat(MAX_TEXT + 1) })).toBe(false);
    expect(fits({ text: "quá ngắn" })).toBe(false);
    expect(fits({ name: "a".repeat(101) })).toBe(false);
    expect(fits({ address: "a".repeat(301) })).toBe(false);
    expect(fits({ contact: "a".repeat(201) })).toBe(false);
    expect(fits({ kind: "appeal" })).toBe(false);
    expect(fits({ barred: ["' or 1=1"] })).toBe(false);
    expect(fits({ stamp: undefined })).toBe(false);
    const paper = { kind: "denunciation", text: SAID, key: crypto.randomUUID(), way: "web", on: "2026-11-20" };
    expect(registerInput.safeParse(paper).success).toBe(false);
  });

  it("gives back what was written as it was written, script and all, sealed and opened", async () => {
    const unit = await petitionUnit(database);
    const script = `<script>alert(1)</script>"><img src=x onerror=alert(1)> {{7*7}}`;
    const { petitionId } = await send(database, unit, { text: `${script} và nữa`, name: script.slice(0, 90) });
    const opened = await revealSender(unit.reader, { petitionId, reason: "verify" }, POLICY);
    expect([opened.text, opened.sender?.name]).toEqual([`${script} và nữa`, script.slice(0, 90)]);
  });

  it("uses a form for one petition alone: another text under the same stamp changes nothing", async () => {
    const unit = await petitionUnit(database);
    const form = filledIn(unit);
    const first = await submitPetition(citizen(database), form);
    const second = await submitPetition(citizen(database), { ...form, text: `${SAID} Và việc khác.` });
    expect(second).toEqual(first);
    expect((await openPetition(unit.reader, { petitionId: first.petitionId }, POLICY)).text).toBe(SAID);
    // A stamp for a petition of another unit is none here.
    const id = first.petitionId;
    const stamp = stampOf(KEY, crypto.randomUUID(), id, new Date(moment(NOW).getTime() - 60_000));
    const forged = submitPetition(citizen(database), { ...form, stamp });
    await expect(forged).rejects.toMatchObject({ key: "petition.formForged" });
  });
});
