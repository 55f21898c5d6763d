import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DeskDeed } from "@gandan/model/dossier/desk-deed";
import { type ReceiveDossier, receiveDossier as receiveInput } from "@gandan/model/dossier/desk-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldRollups } from "../rollup/fold-rollups";
import { verifyRollups } from "../rollup/verify-rollups";
import { actOnDossier } from "./act-on-dossier";
import { actingAt, adoptOwn, auditLog, BIRTH, COPY, fillProcedures, moment } from "./dossier-test-unit";
import { readDossier } from "./read-dossier";
import { readReceiving } from "./read-receiving";
import { receiveDossier } from "./receive-dossier";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const TIME = "2026-11-20T08:20";

async function deskAt(time = TIME, roles: Parameters<typeof actingAt>[3] = ["desk-officer"]) {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  return actingAt(database, unitId, time, roles);
}

const form = (changes: Partial<ReceiveDossier> = {}): ReceiveDossier =>
  receiveInput.parse({ procedure: COPY, applicantName: "Nguyễn Văn A", key: crypto.randomUUID(), ...changes });

/** Receives a dossier at 08:20 and gives what is needed to act on it later. */
async function received(changes: Partial<ReceiveDossier> = {}) {
  const ctx = await deskAt();
  const { dossierId } = await receiveDossier(ctx, form(changes));
  const act = async (time: string, deed: DeskDeed, more: { at?: string; seen?: number; roles?: typeof ROLE } = {}) => {
    const { at, seen, roles } = more;
    const later = actingAt(database, ctx.unitId, time, roles ?? ROLE);
    const view = await readDossier(later, { dossierId });
    return actOnDossier(later, { dossierId, seen: seen ?? view.lastSeq, deed, ...(at ? { at } : {}) });
  };
  const view = (time = TIME, roles = ROLE) => readDossier(actingAt(database, ctx.unitId, time, roles), { dossierId });
  return { ctx, dossierId, act, view };
}
const ROLE: NonNullable<Parameters<typeof actingAt>[3]> = ["desk-officer"];
const SUPPLEMENT: DeskDeed = { type: "request-supplement", papers: ["Giấy chứng sinh"], reason: "Chưa có bản chính" };

describe("receiveDossier", () => {
  it("gives a number of the unit's own, an appointment by the term, and is audited", async () => {
    const ctx = await deskAt();
    const one = await receiveDossier(ctx, form());
    const two = await receiveDossier(ctx, form({ procedure: BIRTH }));
    const [{ code } = { code: "" }] = await database.root<{ code: string }[]>`
      select code from unit_name where unit_id = ${ctx.unitId}`;
    expect(one).toMatchObject({ externalCode: `${code}-261120-0001`, dueAt: moment("2026-11-26T08:20") });
    expect(two).toMatchObject({ externalCode: `${code}-261120-0002`, dueAt: moment("2026-11-20T17:00") });
    const log = await auditLog(database, ctx.unitId);
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ["dossier.receive", one.dossierId],
      ["dossier.receive", two.dossierId],
    ]);
    const view = await readDossier(ctx, { dossierId: one.dossierId });
    expect(view).toMatchObject({ state: "accepted", applicantName: "Nguyễn Văn A", hasPhone: false, lastSeq: 2 });
    expect(view.deeds[0]).toBe("forward");
  });

  it("makes one dossier of a form that is sent twice, even at once", async () => {
    const ctx = await deskAt();
    const input = form({ phone: "0912 345 678" });
    const sent = await Promise.all([1, 2, 3, 4].map(() => receiveDossier(ctx, input)));
    expect(new Set(sent.map(({ dossierId }) => dossierId)).size).toBe(1);
    expect(await receiveDossier(ctx, input)).toEqual(sent[0]);
    const [{ n } = { n: -1 }] = await database.root`
      select count(*)::int as n from dossier where unit_id = ${ctx.unitId}`;
    expect(n).toBe(1);
  });

  it("numbers what many officers receive at once without a double", async () => {
    const ctx = await deskAt();
    const all = await Promise.all(Array.from({ length: 20 }, () => receiveDossier(ctx, form())));
    const codes = all.map(({ externalCode }) => externalCode.slice(-4)).sort();
    expect(codes).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(4, "0")));
  });

  it("keeps a stated earlier time beside the time of entry; the clock starts at the stated one", async () => {
    const ctx = await deskAt("2026-11-20T10:00");
    const { dossierId, dueAt } = await receiveDossier(ctx, form({ at: "2026-11-20T08:20" }));
    expect(dueAt).toEqual(moment("2026-11-26T08:20"));
    const { events } = await readDossier(ctx, { dossierId });
    expect(events.at(-1)).toMatchObject({ at: moment("2026-11-20T08:20"), recordedAt: moment("2026-11-20T10:00") });
  });

  it.each<[string, Partial<ReceiveDossier>, string]>([
    ["a time to come", { at: "2026-11-20T08:21" }, "dossier.eventFuture"],
    ["a time long ago", { at: "2026-10-01T08:00" }, "dossier.longAgo"],
    ["a procedure nobody knows", { procedure: "9.999999" }, "procedure.notFound"],
  ])("refuses %s and writes nothing", async (_what, changes, key) => {
    const ctx = await deskAt();
    await expect(receiveDossier(ctx, form(changes))).rejects.toMatchObject({ code: "INVALID", key });
    expect(await auditLog(database, ctx.unitId)).toEqual([]);
  });

  it("takes a complete dossier of a procedure without a term by the date that the officer states", async () => {
    await database.root`
      insert into procedure (code, effective_from, name, procedure_group, term, confidence)
      values ('9.000001', '2020-01-01', 'Thủ tục chưa có thời hạn', 'other', null, 'low') on conflict do nothing`;
    const ctx = await deskAt();
    const input = (dueAt?: string) => form({ procedure: "9.000001", ...(dueAt ? { dueAt } : {}) });
    await expect(receiveDossier(ctx, input())).rejects.toMatchObject({ code: "INVALID", key: "procedure.noTerm" });
    const past = moment("2026-11-20T08:00").toISOString();
    await expect(receiveDossier(ctx, input(past))).rejects.toMatchObject({ code: "INVALID", key: "dossier.duePast" });
    const far = moment("2031-01-06T16:00").toISOString();
    await expect(receiveDossier(ctx, input(far))).rejects.toMatchObject({ code: "INVALID", key: "dossier.dueFar" });
    expect(await auditLog(database, ctx.unitId)).toEqual([]);
    const due = moment("2026-11-30T17:00");
    const { dossierId, dueAt } = await receiveDossier(ctx, input(due.toISOString()));
    expect(dueAt).toEqual(due);
    expect(await readDossier(ctx, { dossierId })).toMatchObject({ state: "accepted", dueAt: due, promisedAt: due });
    // What is not complete has no appointment, whatever the form says.
    const open = await receiveDossier(ctx, { ...input(due.toISOString()), complete: false });
    expect(open.dueAt).toBeNull();
    await database.root`delete from procedure where code = '9.000001'`;
  });

  it("refuses a code that the unit has, those without the right, another unit, and a unit that is no more", async () => {
    const ctx = await deskAt();
    await receiveDossier(ctx, form({ externalCode: "H-1" }));
    await expect(receiveDossier(ctx, form({ externalCode: "H-1" }))).rejects.toMatchObject({ key: "dossier.exists" });
    const mttq = actingAt(database, ctx.unitId, TIME, ["mttq"]);
    await expect(receiveDossier(mttq, form())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = { ...ctx, unitId: await newUnit(database.owner) };
    await expect(receiveDossier(other, form())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ended = await newUnit(database.owner, { validTo: "2026-07-01" });
    await expect(receiveDossier(actingAt(database, ended, TIME, ROLE), form())).rejects.toMatchObject({
      key: "unit.ended",
    });
  });
});

describe("at the desk", () => {
  it("offers the procedures of today by name", async () => {
    const ctx = await deskAt();
    const { procedures, roles } = await readReceiving(ctx);
    expect(procedures?.filter(({ term }) => term !== null)).toEqual([
      { code: COPY, name: "Chứng thực bản sao", group: "certification", term: "3 working-days" },
      { code: BIRTH, name: "Đăng ký khai sinh", group: "birth", term: "same-day" },
    ]);
    expect(roles).toEqual(expect.arrayContaining(["desk-officer", "model-keeper", "chairman"]));
    await expect(readReceiving({ ...ctx, unitId: await newUnit(database.owner) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("tells a reader who may not receive only who may", async () => {
    const reader = await deskAt(TIME, ["mttq"]);
    expect(await readReceiving(reader)).toMatchObject({
      procedures: null,
      roles: expect.not.arrayContaining(["mttq"]),
    });
  });
});

describe("actOnDossier", () => {
  it("goes the whole way: supplements, back, finished, handed over, closed; figures and audit follow", async () => {
    const { ctx, act, view } = await received();
    await act("2026-11-20T09:00", SUPPLEMENT);
    expect(await view("2026-11-20T09:01")).toMatchObject({
      state: "awaiting-supplement",
      deeds: ["supplement", "stop", "withdraw"],
    });
    await act("2026-11-23T09:00", { type: "supplement" });
    // A working day was waited, so the appointment moves by one; 24/11 is a holiday.
    expect((await view("2026-11-23T09:01")).dueAt).toEqual(moment("2026-11-27T08:20"));
    await act("2026-11-23T10:00", { type: "forward", to: "Nguyễn Văn B" });
    await act("2026-11-23T15:00", { type: "finish" });
    await act("2026-11-23T15:30", { type: "hand-over" });
    await act("2026-11-23T15:31", { type: "close" });
    const done = await view("2026-11-23T15:32");
    expect(done).toMatchObject({ state: "handed-over", deeds: [], closedAt: moment("2026-11-23T15:31") });
    const actions = (await auditLog(database, ctx.unitId))
      .map(({ action }) => action)
      .filter((a) => a !== "dossier.read");
    expect(actions).toEqual(
      ["receive", "request-supplement", "supplement", "forward", "finish", "hand-over", "close"].map(
        (a) => `dossier.${a}`,
      ),
    );
    await foldRollups(ctx, moment("2026-11-23T16:00"));
    expect(await verifyRollups(ctx)).toEqual([]);
  });

  it("refuses a deed on a page that somebody has overtaken; the second of two at once too", async () => {
    const { act } = await received();
    const both = await Promise.allSettled([
      act("2026-11-20T09:00", { type: "finish" }, { seen: 2 }),
      act("2026-11-20T09:00", { type: "withdraw" }, { seen: 2 }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT", key: "dossier.changed" },
    });
  });

  it("refuses what the state does not allow, and leaves all as it was", async () => {
    const { ctx, dossierId, act } = await received();
    await expect(act("2026-11-20T09:00", { type: "hand-over" })).rejects.toMatchObject({ key: "dossier.notPossible" });
    await expect(act("2026-11-20T09:00", { type: "accept" })).rejects.toMatchObject({ key: "dossier.notPossible" });
    const [{ n } = { n: -1 }] = await database.root`
      select count(*)::int as n from dossier_event where unit_id = ${ctx.unitId} and dossier_id = ${dossierId}`;
    expect(n).toBe(2);
  });

  it("leaves a second request for supplements to the chairman, and counts it", async () => {
    const { ctx, dossierId, act, view } = await received();
    await act("2026-11-20T09:00", SUPPLEMENT);
    await act("2026-11-20T10:00", { type: "supplement" });
    expect((await view("2026-11-20T10:01")).deeds).not.toContain("request-supplement");
    await expect(act("2026-11-20T10:01", SUPPLEMENT)).rejects.toMatchObject({ key: "dossier.needsChairman" });
    await act("2026-11-20T10:02", SUPPLEMENT, { roles: ["chairman"] });
    const [row] = await database.root`
      select supplement_requests as n from dossier where unit_id = ${ctx.unitId} and id = ${dossierId}`;
    expect(row).toEqual({ n: 2 });
  });

  it("accepts what was not complete, by the term or a date that the officer gives", async () => {
    const { act, view } = await received({ complete: false });
    expect(await view()).toMatchObject({ state: "new", dueAt: null, lastSeq: 1 });
    const past = { type: "accept", dueAt: moment("2026-11-20T07:00").toISOString() } as const;
    await expect(act("2026-11-20T09:00", past)).rejects.toMatchObject({ key: "dossier.duePast" });
    await act("2026-11-20T09:00", { type: "accept" });
    expect((await view("2026-11-20T09:01")).dueAt).toEqual(moment("2026-11-26T09:00"));
  });

  it("states an earlier time, but none before what was recorded last", async () => {
    const { act, view } = await received();
    await expect(act("2026-11-20T11:00", { type: "finish" }, { at: "2026-11-20T08:00" })).rejects.toMatchObject({
      key: "dossier.eventBefore",
    });
    await act("2026-11-20T11:00", { type: "finish" }, { at: "2026-11-20T09:30" });
    const { finishedAt, events } = await view("2026-11-20T11:01");
    expect(finishedAt).toEqual(moment("2026-11-20T09:30"));
    expect(events[0]).toMatchObject({ recordedAt: moment("2026-11-20T11:00"), source: "desk" });
  });

  it("is refused in a unit that is no more", async () => {
    const { ctx, act } = await received();
    await database.root`update unit set valid_to = '2026-11-21' where id = ${ctx.unitId}`;
    await expect(act("2026-11-23T09:00", { type: "finish" })).rejects.toMatchObject({ key: "unit.ended" });
  });

  it("is refused to those without the right and in another unit", async () => {
    const { ctx, dossierId } = await received();
    const input = { dossierId, seen: 2, deed: { type: "finish" } } as const;
    const mttq = actingAt(database, ctx.unitId, TIME, ["mttq"]);
    await expect(actOnDossier(mttq, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await deskAt();
    await expect(actOnDossier(other, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await readDossier(mttq, { dossierId })).deeds).toEqual([]);
  });
});
