import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { listPetitions as listInput, takeStep as stepInput } from "@gandan/model/petition/petition-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { listPetitions } from "./list-petitions";
import { endReader, listReaders, nameReader } from "./name-readers";
import { openPetition, readPetition, revealSender } from "./open-petition";
import { citizen, filledIn, KEY, NOW, POLICY, petitionUnit, SAID, SENDER, send, typeIn } from "./petition-test-unit";
import { followPetition, readPetitionPage, submitPetition } from "./public-petition";
import { barReader, takeBackStep, takeStep } from "./take-step";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const list = (input: Record<string, unknown> = {}) => listInput.parse(input);
const step = (petitionId: string, seen: number, name: string, more: Record<string, unknown> = {}) =>
  stepInput.parse({ petitionId, seen, step: name, on: "2026-11-20", ...more });

describe("a petition from the public page", () => {
  it("is sealed, read by who is named, dealt with, and followed by its sender", async () => {
    const unit = await petitionUnit(database);
    const { unitId, slug, reader } = unit;
    const page = await readPetitionPage(citizen(database), { slug });
    expect(page.kinds).toEqual(["complaint", "denunciation", "recommendation"]);
    expect(page.readers.map(({ name }) => name)).toEqual(["Phạm Thị Đọc", "Vũ Văn Hai"]);
    expect(page.terms).toContainEqual(
      expect.objectContaining({ kind: "complaint", step: "accepted", value: "7 working-days" }),
    );
    const { petitionId, number, code } = await send(database, unit);
    expect(number).toBe("1/2026");
    expect(code).toMatch(/^([A-Z0-9]{4}-){4}[A-Z0-9]{4}$/);

    const { petitions, counts } = await listPetitions(reader, list());
    expect(petitions).toMatchObject([
      { id: petitionId, number: 1, kind: "denunciation", way: "web", state: "received" },
    ]);
    expect(counts).toEqual({ open: 1, due: 0 });
    const before = await readPetition(reader, { petitionId });
    expect(before).toMatchObject({
      number: "1/2026",
      anonymous: false,
      next: { step: "accepted" },
      seen: 1,
      backSeq: null,
    });
    expect(JSON.stringify(before)).not.toContain("Nguyễn Văn Q");
    expect(await openPetition(reader, { petitionId }, POLICY)).toEqual({
      text: SAID,
      notes: [],
      files: [],
      sender: null,
    });
    const revealed = await revealSender(reader, { petitionId, reason: "contact" }, POLICY);
    expect(revealed.sender).toEqual({ name: SENDER, address: "Tổ 3, khu phố 2", contact: "0912 345 678" });

    const taken = step(petitionId, 1, "accepted", {
      told: "Đã thụ lý, sẽ mời làm việc.",
      note: "Giao bà Hoa xác minh.",
    });
    await takeStep(reader, taken, KEY);
    const opened = await openPetition(unit.second, { petitionId }, POLICY);
    expect(opened.notes).toEqual([{ seq: 2, note: "Giao bà Hoa xác minh.", told: "Đã thụ lý, sẽ mời làm việc." }]);
    const followed = await followPetition(citizen(database), { slug, code: code.replaceAll("-", "") });
    expect(followed).toMatchObject({
      number: "1/2026",
      state: "accepted",
      nextStep: "resolved",
      told: [{ text: "Đã thụ lý, sẽ mời làm việc." }],
    });
    // Its sender is told neither its own words nor what readers note.
    expect(JSON.stringify(followed)).not.toMatch(/Hoa|Nguyễn Văn Q|Tố Giác|denunciation/);
    const log = await database.root<{ actor: string; action: string; details: object }[]>`
      select actor, action, details from audit_log where unit_id = ${unitId} order by seq`;
    const staff = reader.actor.staffId;
    expect(log.slice(2)).toEqual([
      { actor: "citizen", action: "petition.receive", details: { number, way: "web" } },
      { actor: staff, action: "petition.open", details: { number } },
      { actor: staff, action: "petition.reveal-sender", details: { number, reason: "contact" } },
      { actor: staff, action: "petition.step", details: { number, seq: 2, step: "accepted" } },
      { actor: unit.second.actor.staffId, action: "petition.open", details: { number } },
    ]);
  });

  it("is one petition when the form is sent twice, even at once, and numbers have no gap", async () => {
    const unit = await petitionUnit(database);
    const form = filledIn(unit);
    const both = await Promise.all([1, 2].map(() => submitPetition(citizen(database), form)));
    expect(both[0]).toEqual(both[1]);
    const others = await Promise.all(Array.from({ length: 12 }, () => send(database, unit)));
    const numbers = others.map(({ number }) => Number(number.split("/")[0])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => i + 2));
  });

  it("may have no sender, but not a complaint", async () => {
    const unit = await petitionUnit(database);
    const nobody = { name: "", address: "", contact: "" };
    const { petitionId } = await send(database, unit, nobody);
    expect(await readPetition(unit.reader, { petitionId })).toMatchObject({ anonymous: true });
    expect((await revealSender(unit.reader, { petitionId, reason: "verify" }, POLICY)).sender).toBeNull();
    expect(() => filledIn(unit, { ...nobody, kind: "complaint" })).toThrow("name");
    expect(() => filledIn(unit, { address: "", kind: "complaint" })).toThrow("name");
    expect(() => filledIn(unit, { ...nobody, contact: "0912" })).toThrow("name");
  });

  it("is taken only where somebody is named, from a form of this page, and from a unit that is there", async () => {
    const unit = await petitionUnit(database, ["complaint"]);
    await expect(send(database, unit)).rejects.toMatchObject({ key: "petition.nobodyNamed" });
    const complaint = filledIn(unit, { kind: "complaint" });
    const submit = (more: object, time = NOW) => submitPetition(citizen(database, time), { ...complaint, ...more });
    await expect(submit({ stamp: `${complaint.stamp}x` })).rejects.toMatchObject({ key: "petition.formForged" });
    await expect(submit({ trap: "http://x" })).rejects.toMatchObject({ key: "petition.formForged" });
    await expect(submit({}, "2026-11-20T09:59")).rejects.toMatchObject({ key: "petition.formForged" });
    await expect(submit({}, "2026-11-21T10:00")).rejects.toMatchObject({ key: "petition.formLate" });
    const other = await petitionUnit(database);
    await expect(submit({ slug: other.slug })).rejects.toMatchObject({ key: "petition.formForged" });
    await expect(submit({ slug: "khong-co" })).rejects.toMatchObject({ key: "unit.notFound" });
    await database.root`update unit set valid_to = '2026-11-19' where id = ${unit.unitId}`;
    await expect(submit({})).rejects.toMatchObject({ key: "unit.ended" });
    expect(await database.root`select 1 from petition where unit_id in (${unit.unitId}, ${other.unitId})`).toHaveLength(
      0,
    );
  });

  it("stays closed to readers whom its sender names, but not to all", async () => {
    const unit = await petitionUnit(database);
    const { petitionId } = await send(database, unit, { barred: [unit.named.second] });
    expect((await listPetitions(unit.second, list())).total).toBe(0);
    await expect(openPetition(unit.second, { petitionId }, POLICY)).rejects.toMatchObject({ key: "petition.notFound" });
    // Being named anew opens it as little.
    await unit.name(unit.second);
    await expect(revealSender(unit.second, { petitionId, reason: "verify" }, POLICY)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await openPetition(unit.reader, { petitionId }, POLICY)).text).toBe(SAID);
    const page = await readPetitionPage(citizen(database), { slug: unit.slug });
    const all = page.readers.map(({ readerId }) => readerId);
    await expect(send(database, unit, { barred: all })).rejects.toMatchObject({ key: "petition.allBarred" });
  });
});

describe("a petition on paper", () => {
  it("is registered by who is named for its kind, with the day on which it came", async () => {
    const unit = await petitionUnit(database, ["complaint"]);
    const { petitionId, number } = await typeIn(unit.reader, { instance: 2 });
    expect(await readPetition(unit.reader, { petitionId })).toMatchObject({
      number,
      way: "post",
      instance: 2,
      registeredBy: "Phạm Thị Đọc",
      receivedAt: moment("2026-11-19T12:00"),
      // Seven working days from the day after; 24/11 is a holiday.
      next: { step: "accepted", dueAt: moment("2026-12-01T17:00") },
    });
    const about = await typeIn(unit.reader, { barred: [unit.named.second] });
    await expect(readPetition(unit.second, about)).rejects.toMatchObject({ key: "petition.notFound" });
    const all = Object.values(unit.named);
    await expect(typeIn(unit.reader, { barred: all })).rejects.toMatchObject({ key: "petition.allBarred" });
    await expect(typeIn(unit.reader, { kind: "denunciation" })).rejects.toMatchObject({ key: "petition.notNamed" });
    await expect(typeIn(unit.stranger)).rejects.toMatchObject({ key: "petition.notNamed" });
    await expect(typeIn(unit.reader, { on: "2026-11-21" })).rejects.toMatchObject({ key: "petition.future" });
    expect((await auditLog(database, unit.unitId)).map(({ action }) => action)).toEqual([
      "petition.name-reader",
      "petition.name-reader",
      "petition.receive",
      "petition.receive",
      "petition.refused",
    ]);
  });
});

describe("steps", () => {
  it("follow each other by date, and a slip is taken back and stays written", async () => {
    const unit = await petitionUnit(database);
    const { reader, second } = unit;
    const { petitionId } = await typeIn(reader);
    const act = (seen: number, name: string, more = {}) => takeStep(reader, step(petitionId, seen, name, more), KEY);
    await expect(act(1, "resolved")).rejects.toMatchObject({ key: "petition.notPossible" });
    await expect(act(1, "accepted", { on: "2026-11-18" })).rejects.toMatchObject({ key: "petition.tooEarly" });
    await expect(act(1, "accepted", { on: "2026-11-21" })).rejects.toMatchObject({ key: "petition.future" });
    await act(1, "accepted", { on: "2026-11-19" });
    await expect(act(1, "withdrawn")).rejects.toMatchObject({ key: "petition.changed" });
    await act(2, "extended");
    const extended = await readPetition(reader, { petitionId });
    expect(extended).toMatchObject({ extensions: 1, possible: ["resolved", "withdrawn"], backSeq: 3 });
    expect(extended.next).toMatchObject({ step: "resolved", value: "45 calendar-days" });
    await act(3, "resolved", { told: "Quyết định số 3/QĐ-UBND" });
    expect(await readPetition(reader, { petitionId })).toMatchObject({ state: "resolved", next: null, possible: [] });
    expect((await listPetitions(reader, list({ show: "closed" }))).petitions).toHaveLength(1);
    await expect(takeBackStep(second, { petitionId, seq: 3 })).rejects.toMatchObject({ key: "petition.notLast" });
    await takeBackStep(second, { petitionId, seq: 4 });
    const after = await readPetition(reader, { petitionId });
    expect(after).toMatchObject({ state: "accepted", backSeq: 3 });
    expect(after.steps.at(-1)).toMatchObject({ step: "resolved", takenBackBy: "Vũ Văn Hai" });
    const { code } = await typeIn(reader);
    expect((await followPetition(citizen(database), { slug: unit.slug, code })).told).toEqual([]);
    await expect(takeBackStep(reader, { petitionId, seq: 1 })).rejects.toMatchObject({ key: "petition.notLast" });
    const actions = (await auditLog(database, unit.unitId)).map(({ action }) => action);
    expect(actions.filter((action) => action === "petition.step")).toHaveLength(3);
    expect(actions).toContain("petition.take-back");
  });

  it("of two at once one is taken", async () => {
    const { reader, second } = await petitionUnit(database);
    const { petitionId } = await typeIn(reader);
    const both = await Promise.allSettled(
      [reader, second].map((who) => takeStep(who, step(petitionId, 1, "accepted"), KEY)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("of a refusal say why, of a passing on where to", () => {
    const fits = (name: string, more = {}) =>
      stepInput.safeParse({ petitionId: crypto.randomUUID(), seen: 1, step: name, on: "2026-11-20", ...more }).success;
    expect([fits("refused"), fits("refused", { told: "Hết thời hiệu" })]).toEqual([false, true]);
    expect([fits("passed-on"), fits("passed-on", { towards: "outside" })]).toEqual([false, true]);
    expect([fits("classified"), fits("classified", { kind: "complaint" })]).toEqual([false, true]);
    expect([fits("received"), fits("accepted", { on: "31/11/2026" })]).toEqual([false, false]);
  });

  it("give another kind only where somebody opens it; who is not named for it loses sight of it", async () => {
    const unit = await petitionUnit(database, ["complaint", "recommendation"]);
    const { reader, second } = unit;
    const { petitionId } = await typeIn(reader, { kind: "recommendation" });
    const classify = step(petitionId, 1, "classified", { kind: "denunciation" });
    await expect(takeStep(reader, classify, KEY)).rejects.toMatchObject({ key: "petition.nobodyForKind" });
    await unit.name(second, ["denunciation"]);
    await takeStep(reader, classify, KEY);
    await expect(readPetition(reader, { petitionId })).rejects.toMatchObject({ key: "petition.notFound" });
    expect(await readPetition(second, { petitionId })).toMatchObject({
      kind: "denunciation",
      next: { step: "accepted" },
    });
    expect((await openPetition(second, { petitionId }, POLICY)).text).toBe(SAID);
    await takeBackStep(second, { petitionId, seq: 2 });
    expect(await readPetition(reader, { petitionId })).toMatchObject({ kind: "recommendation" });
  });
});

describe("readers", () => {
  it("are named and ended by the chairman alone, in the open", async () => {
    const unit = await petitionUnit(database);
    const { chairman, reader, second, stranger } = unit;
    const naming = { staffId: stranger.actor.staffId, kinds: ["complaint" as const], reference: "Quyết định số 6" };
    for (const who of [reader, second, stranger]) {
      await expect(nameReader(who, naming, "offered")).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(endReader(who, { readerId: unit.named.reader })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await nameReader(chairman, naming, "offered");
    await endReader(chairman, { readerId: unit.named.second });
    await expect(endReader(chairman, { readerId: unit.named.second })).rejects.toMatchObject({
      key: "petition.noReader",
    });
    const shown = await listReaders(stranger);
    expect(shown.readers).toHaveLength(2);
    expect(shown.readers.find(({ name }) => name === "Đỗ Văn Lạ")).toMatchObject({
      kinds: ["complaint"],
      namedBy: "Lê Văn Chủ",
      reference: "Quyết định số 6",
    });
    expect(shown.past).toMatchObject([{ name: "Vũ Văn Hai", endedBy: "Lê Văn Chủ" }]);
    expect([shown.people, shown.mayName]).toEqual([[], false]);
    expect((await listReaders(chairman)).people.map(({ name }) => name)).toContain("Lê Văn Chủ");
    const other = await petitionUnit(database);
    const outside = nameReader(chairman, { ...naming, staffId: other.reader.actor.staffId }, "offered");
    await expect(outside).rejects.toMatchObject({ key: "petition.noPerson" });
    await expect(endReader(other.chairman, { readerId: unit.named.reader })).rejects.toMatchObject({
      key: "petition.noReader",
    });
    const inspector = await unit.person("Bùi Thị Soi", "inspector");
    const watching = nameReader(chairman, { ...naming, staffId: inspector.actor.staffId }, "offered");
    await expect(watching).rejects.toMatchObject({ key: "petition.noPerson" });
    expect((await auditLog(database, unit.unitId)).map(({ action }) => action)).toEqual([
      "petition.name-reader",
      "petition.name-reader",
      "petition.name-reader",
      "petition.end-reader",
    ]);
  });

  it("close a petition to one whom it concerns, themselves too, but never to all", async () => {
    const unit = await petitionUnit(database);
    const { reader, second } = unit;
    const { petitionId } = await typeIn(reader);
    const [one, two] = [reader, second].map(({ actor }) => ({ petitionId, staffId: actor.staffId }));
    const both = await Promise.allSettled([barReader(reader, two!), barReader(second, one!)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = both[0]?.status === "fulfilled" ? reader : second;
    const gone = left === reader ? second : reader;
    await expect(readPetition(gone, { petitionId })).rejects.toMatchObject({ key: "petition.notFound" });
    await expect(barReader(left, { petitionId, staffId: left.actor.staffId })).rejects.toMatchObject({
      key: "petition.lastReader",
    });
    expect((await openPetition(left, { petitionId }, POLICY)).text).toBe(SAID);
  });

  it("who left the unit count no more: kinds that nobody opens are said, and not taken", async () => {
    const unit = await petitionUnit(database);
    await send(database, unit);
    for (const who of [unit.reader, unit.second]) {
      await database.root`update staff_role set valid_to = '2026-11-01' where staff_id = ${who.actor.staffId}`;
    }
    const { nobody } = await listReaders(unit.chairman);
    expect(nobody).toEqual([
      { kind: "complaint", waiting: 0 },
      { kind: "denunciation", waiting: 1 },
      { kind: "recommendation", waiting: 0 },
    ]);
    expect((await readPetitionPage(citizen(database), { slug: unit.slug })).kinds).toEqual([]);
    await expect(send(database, unit)).rejects.toMatchObject({ key: "petition.nobodyNamed" });
  });
});

it("a register without lines is empty, and of a unit without readers nobody is named", async () => {
  const unitId = await newUnit(database.owner);
  const { reader } = await petitionUnit(database);
  const elsewhere = {
    ...reader,
    unitId,
    actor: { ...reader.actor, roles: [{ unitId, role: "desk-officer" as const }] },
  };
  expect(await listPetitions(elsewhere, list())).toMatchObject({ kinds: [], petitions: [], total: 0 });
  expect(await listPetitions(reader, list({ q: "12/2026" }))).toMatchObject({ petitions: [] });
});
