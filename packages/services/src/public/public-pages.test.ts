import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  BIRTH,
  COPY,
  fillProcedures,
  happened,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { listPublicProcedures, readPublicProcedure } from "./list-public-procedures";
import { listPublicUnits } from "./list-public-units";
import { anybodyAt, promising, publicUnitIn } from "./public-test-unit";
import { readPublicUnit } from "./public-unit";
import { readContact } from "./read-contact";
import { printPublicPlan, readDocuments } from "./read-documents";
import { readPromise } from "./read-promise";
import { readResults } from "./read-results";

const NOW = "2026-11-20T10:00";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const anybody = (time = NOW) => anybodyAt(database, time);
const finished = (time: string) => [happened(time, { type: "finished" })];

/** November: three in time, one late; October: two in time. */
async function keepingUnit() {
  const unit = await publicUnitIn(database);
  await adoptOwn(database, unit.unitId, "2026-01-01", null, promising);
  const ctx = actingAt(database, unit.unitId, NOW);
  const inTime = (code: string, day: string) => takenIn(code, `${day}T08:00`, `${day}T16:00`, finished(`${day}T15:00`));
  await recordAll(ctx, [
    inTime("N-1", "2026-11-02"),
    inTime("N-2", "2026-11-03"),
    inTime("N-3", "2026-11-04"),
    takenIn("N-4", "2026-11-05T08:00", "2026-11-05T16:00", finished("2026-11-09T09:00")),
    inTime("O-1", "2026-10-05"),
    inTime("O-2", "2026-10-06"),
  ]);
  await foldRollups(ctx, ctx.now);
  return unit;
}

describe("promises", () => {
  it("stand with how each was kept this month, and with nothing where nothing measures it", async () => {
    const { slug } = await keepingUnit();
    const promise = await readPromise(anybody(), { slug });
    expect(promise).toMatchObject({ title: "3 không", month: "2026-11-01" });
    const [late, smile] = promise.slogans[0]!.commitments;
    expect(late).toMatchObject({ text: "Không trễ hẹn", kept: { met: 3, n: 4, share: 0.75 } });
    expect(late?.kept?.interval).toMatchObject({ low: expect.closeTo(0.3, 1), high: expect.closeTo(0.95, 1) });
    expect(smile?.kept).toBeNull();
  });

  it("are not told as a share of too few", async () => {
    const { slug, unitId } = await publicUnitIn(database);
    await adoptOwn(database, unitId, "2026-01-01", null, promising);
    const ctx = actingAt(database, unitId, NOW);
    await recordAll(ctx, [takenIn("F-1", "2026-11-02T08:00", "2026-11-02T16:00", finished("2026-11-02T15:00"))]);
    await foldRollups(ctx, ctx.now);
    const [commitment] = (await readPromise(anybody(), { slug })).slogans[0]!.commitments;
    expect(commitment?.kept).toEqual({ met: 1, n: 1, share: null, interval: null });
  });

  it("are none where no model is in force", async () => {
    const { slug } = await publicUnitIn(database);
    expect(await readPromise(anybody(), { slug })).toMatchObject({ title: null, slogans: [] });
    await expect(readPromise(anybody(), { slug: "khong-co-1" })).rejects.toMatchObject({ key: "unit.notFound" });
  });
});

describe("results", () => {
  it("are those of the month asked for, with the months before, and never of a month to come", async () => {
    const { slug } = await keepingUnit();
    const now = await readResults(anybody(), { slug });
    expect(now).toMatchObject({
      month: "2026-11-01",
      to: "2026-11-20",
      dossiers: 4,
      onTime: { met: 3, n: 4 },
      apologies: { met: 0, n: 1, share: null },
      earlier: "2026-10-01",
      later: null,
    });
    expect(now.months.map(({ month, dossiers }) => [month, dossiers])).toEqual([
      ["2026-11-01", 4],
      ["2026-10-01", 2],
    ]);
    const before = await readResults(anybody(), { slug, month: "2026-10" });
    expect(before).toMatchObject({
      month: "2026-10-01",
      to: "2026-10-31",
      dossiers: 2,
      earlier: null,
      later: "2026-11-01",
    });
    expect(await readResults(anybody(), { slug, month: "2027-01" })).toMatchObject({ month: "2026-11-01" });
  });

  it("count letters by kind, and tell nothing of condolences", async () => {
    const { slug, unitId } = await keepingUnit();
    const letter = (kind: string, signedAt: string, number: number) => database.root`
      insert into letter (unit_id, kind, state, content, drafted_by, drafted_at, signed_by, signer_role, signed_at,
        year, number)
      values (${unitId}, ${kind}, 'signed', '{}', 'a', ${signedAt}, 'a', 'chairman', ${signedAt}, 2026, ${number})`;
    await letter("thanks", "2026-11-02T03:00:00Z", 1);
    await letter("thanks", "2026-10-31T16:59:00Z", 2);
    await letter("thanks", "2026-10-31T17:00:00Z", 3);
    await letter("condolence", "2026-11-03T03:00:00Z", 4);
    expect((await readResults(anybody(), { slug })).letters).toEqual([{ kind: "thanks", title: "Thư cảm ơn", n: 2 }]);
  });
});

describe("procedures", () => {
  it("are those in force today, with the fee and papers of the unit alone", async () => {
    const { slug, unitId } = await publicUnitIn(database);
    const other = await publicUnitIn(database);
    await database.root`
      insert into procedure (code, effective_from, name, procedure_group, term, confidence, fee_text, field) values
        (${COPY}, '2026-12-01', 'Chứng thực bản sao, mẫu mới', 'certification', '1 working-days', 'high', '3.000 đồng', null)
      on conflict do nothing`;
    await database.root`
      insert into procedure_guide (unit_id, procedure_code, papers, fee, note, revision, changed_at, changed_by) values
        (${unitId}, ${COPY}, ${"Bản chính\n\n Bản sao "}, '2.000 đồng/trang', 'Đến trước 16 giờ', 1, now(), 'a')`;
    const list = await listPublicProcedures(anybody(), { slug, q: "" });
    expect(list.find(({ code }) => code === COPY)).toMatchObject({
      name: "Chứng thực bản sao",
      fee: "2.000 đồng/trang",
    });
    expect((await listPublicProcedures(anybody(), { slug, q: "khai sinh" })).map(({ code }) => code)).toEqual([BIRTH]);
    const copy = await readPublicProcedure(anybody(), { slug, code: COPY });
    expect(copy).toMatchObject({ papers: ["Bản chính", "Bản sao"], note: "Đến trước 16 giờ" });
    const elsewhere = await readPublicProcedure(anybody(), { slug: other.slug, code: COPY });
    expect(elsewhere).toMatchObject({ papers: [], note: "", fee: null });
    const later = await readPublicProcedure(anybody("2026-12-02T08:00"), { slug: other.slug, code: COPY });
    expect(later).toMatchObject({ name: "Chứng thực bản sao, mẫu mới", fee: "3.000 đồng" });
    await expect(readPublicProcedure(anybody(), { slug, code: "9.999999" })).rejects.toMatchObject({
      key: "public.noProcedure",
    });
  });
});

describe("a unit's face", () => {
  it("is bare until something is set, and receives on the first and third Monday", async () => {
    const { slug } = await publicUnitIn(database);
    expect(await readPublicUnit(anybody(), { slug })).toMatchObject({
      phone: null,
      seal: null,
      colours: null,
      origin: null,
    });
    const contact = await readContact(anybody(), { slug });
    expect(contact).toMatchObject({ hotline: "", leaders: [], duty: { every: "month", times: 2 } });
    expect(contact.days.slice(0, 2).map(({ day, from }) => `${day} ${from}`)).toEqual([
      "2026-12-07 07:30",
      "2026-12-21 07:30",
    ]);
  });

  it("of a unit that is no more names who went on with it", async () => {
    const ended = await publicUnitIn(database, { validTo: "2025-07-01" });
    const next = await publicUnitIn(database);
    await database.root`
      insert into unit_succession (predecessor_id, successor_id, at, partial)
      values (${ended.unitId}, ${next.unitId}, '2025-07-01', true)`;
    const unit = await readPublicUnit(anybody(), { slug: ended.slug });
    expect(unit).toMatchObject({ ended: true, successors: [{ slug: next.slug, partial: true }] });
    const listed = await listPublicUnits(anybody());
    expect(listed).toContain(next.slug);
    expect(listed).not.toContain(ended.slug);
  });
});

describe("documents", () => {
  it("are the plan in force, as PDF too", async () => {
    const { slug, unitId } = await publicUnitIn(database);
    expect(await readDocuments(anybody(), { slug })).toEqual({ plan: null, legalBasis: [] });
    await expect(printPublicPlan(anybody(), { slug })).rejects.toMatchObject({ key: "public.noPlan" });
    await adoptOwn(database, unitId, "2026-01-01", null, promising);
    expect((await readDocuments(anybody(), { slug })).plan).toMatchObject({ title: "3 không", from: "2026-01-01" });
    const { bytes, contentType } = await printPublicPlan(anybody(), { slug });
    expect(contentType).toBe("application/pdf");
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  });
});
