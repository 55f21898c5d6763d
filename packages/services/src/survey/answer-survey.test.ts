import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillProcedures } from "../dossier/dossier-test-unit";
import { answerOnTablet } from "./answer-on-tablet";
import { answerAtPoint, answerByToken } from "./answer-survey";
import { askingUnit, form, openForm, sent, sheetsOf, visitor } from "./answer-test-unit";
import { askAtPoint, askByToken } from "./find-asking";
import { moveAnswers } from "./move-answers";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const at = (time: string, who: Parameters<typeof visitor>[2] = {}) => visitor(database, time, who);
const good = sent({ chung: "5", phi: "no", "y-kien": "Cảm ơn <script>alert(1)</script>" });

describe("at a point", () => {
  it("asks the open version of its form, and takes what is answered: no person, no time of day", async () => {
    const { unitId, slug, formId } = await askingUnit(database);
    const asking = await askAtPoint(at("2026-11-20T09:49"), { slug, code: "quay1abc" });
    if (asking.state !== "open") throw new Error(asking.state);
    expect(asking.form.questions.map(({ id }) => id)).toEqual(form.questions.map(({ id }) => id));
    const input = { slug, code: "quay1abc", stamp: asking.stamp, fields: good };
    expect(await answerAtPoint(at("2026-11-20T09:50"), input)).toEqual({ state: "taken", again: false, formId });
    const [row] = (await sheetsOf(database, unitId)).inbox;
    expect(row).toEqual({
      day: "2026-11-20",
      source: "point",
      procedure: null,
      officer: null,
      answers: { chung: 5, phi: false },
      marks: [],
      texts: { "y-kien": "Cảm ơn <script>alert(1)</script>" },
    });
  });

  it("counts a page that is sent twice once, also at the same time", async () => {
    const { unitId, slug, pointId, formId, stampAt } = await askingUnit(database);
    const input = { slug, code: "quay1abc", stamp: stampAt(`point ${pointId}`, "2026-11-20T09:50"), fields: good };
    const answers = await Promise.all(Array.from({ length: 6 }, () => answerAtPoint(at("2026-11-20T09:50"), input)));
    expect(answers.filter((one) => one.state === "taken" && one.again)).toHaveLength(5);
    expect(answers.every((one) => one.state === "taken" && one.formId === formId)).toBe(true);
    expect(await sheetsOf(database, unitId)).toMatchObject({ inbox: [{ answers: { chung: 5 } }], spent: 1 });
  });

  it("takes nothing from a page it did not give, that is too old, or whose answers are wrong", async () => {
    const { unitId, slug, pointId, tabletId, stampAt } = await askingUnit(database);
    const send = (stamp: string, fields = good) =>
      answerAtPoint(at("2026-11-20T09:50"), { slug, code: "quay1abc", stamp, fields });
    const stamp = stampAt(`point ${pointId}`, "2026-11-20T09:50");
    expect(await send(stampAt(`point ${tabletId}`, "2026-11-20T09:50"))).toEqual({ state: "stale" });
    expect(await send("x")).toEqual({ state: "stale" });
    expect(await send(`${stamp.slice(0, -1)}${stamp.endsWith("A") ? "B" : "A"}`)).toEqual({ state: "stale" });
    expect(await send(stampAt(`point ${pointId}`, "2026-11-20T09:50", 86_401))).toEqual({ state: "stale" });
    expect(await send(stamp, sent({ chung: "9" }))).toEqual({ state: "refused", problems: [["chung", "unknown"]] });
    expect(await send(stamp, sent({ phi: "yes" }))).toEqual({ state: "refused", problems: [["chung", "required"]] });
    expect(await sheetsOf(database, unitId)).toEqual({ inbox: [], kept: [], spent: 0 });
  });

  it("says that a code is unknown, retired, or that its form is closed", async () => {
    const { unitId, slug } = await askingUnit(database);
    const other = await askingUnit(database);
    const ask = async (where: string, code: string) =>
      (await askAtPoint(at("2026-11-20T09:50"), { slug: where, code })).state;
    const { root } = database;
    await root`update survey_point set code = 'chicoday' where unit_id = ${unitId} and code = 'tablet01'`;
    expect([await ask(slug, "chicoday"), await ask(other.slug, "chicoday"), await ask(slug, "khongco1")]).toEqual([
      "open",
      "unknown",
      "unknown",
    ]);
    await root`update survey_form set closed_on = '2026-11-19', closed_by = 'L' where unit_id = ${unitId}`;
    expect(await ask(slug, "chicoday")).toBe("closed");
    const newer = await openForm(database, unitId, { version: 2 });
    expect(await askAtPoint(at("2026-11-20T09:50"), { slug, code: "chicoday" })).toMatchObject({ formId: newer });
    await root`update survey_point set retired_at = now() where unit_id = ${unitId} and code = 'chicoday'`;
    expect(await ask(slug, "chicoday")).toBe("retired");
  });

  it("marks what comes too quickly, too close together, or twice from a device on one day", async () => {
    const { unitId, slug, pointId, stampAt } = await askingUnit(database);
    const send = async (time: string, seconds: number, address: string | null) => {
      const stamp = stampAt(`point ${pointId}`, time, seconds);
      const ctx = at(time, { address });
      await answerAtPoint(ctx, { slug, code: "quay1abc", stamp, fields: sent({ chung: "5", phi: "no" }) });
      const { inbox } = await sheetsOf(database, unitId);
      await database.root`delete from survey_inbox where unit_id = ${unitId}`;
      return inbox[0]?.marks;
    };
    expect(await send("2026-11-20T09:50", 1, "203.0.113.1")).toEqual(["quick"]);
    expect(await send("2026-11-20T09:51", 20, "203.0.113.1")).toEqual(["same-device"]);
    expect(await send("2026-11-20T09:51", 20, "203.0.113.2")).toEqual([]);
    expect(await send("2026-11-21T09:51", 20, "203.0.113.1")).toEqual([]);
    for (let i = 3; i < 9; i++) expect(await send("2026-11-21T10:00", 20, `203.0.113.${i}`)).toEqual([]);
    expect(await send("2026-11-21T10:00", 20, "203.0.113.9")).toEqual(["burst"]);
    expect(await send("2026-11-21T10:01", 20, "203.0.113.10")).toEqual([]);
  });

  it("refuses a flood from one address, and nobody else", async () => {
    const { slug, pointId, stampAt } = await askingUnit(database);
    const send = (address: string) => {
      const stamp = stampAt(`point ${pointId}`, "2026-11-22T09:50");
      return answerAtPoint(at("2026-11-22T09:50", { address }), { slug, code: "quay1abc", stamp, fields: good });
    };
    for (let i = 0; i < 40; i++) expect((await send("198.51.100.7")).state).toBe("taken");
    await expect(send("198.51.100.7")).rejects.toMatchObject({ code: "TOO_MANY", key: "answering.flood" });
    expect((await send("198.51.100.8")).state).toBe("taken");
  });
});

describe("by a token", () => {
  it("asks about the dossier and takes one sheet, with procedure and officer and nothing else of it", async () => {
    const { unitId, slug, invite, stampAt } = await askingUnit(database);
    const { token, page } = await invite("A-1");
    const asking = await askByToken(at("2026-11-20T09:50"), { slug, token });
    expect(asking).toMatchObject({ state: "open", about: { procedure: "Chứng thực bản sao", on: "2026-11-13" } });
    const send = () =>
      answerByToken(at("2026-11-20T09:50"), { slug, token, stamp: stampAt(page, "2026-11-20T09:50"), fields: good });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.map(({ state }) => state).sort()).toEqual([...Array(7).fill("spent"), "taken"]);
    expect((await askByToken(at("2026-11-20T09:51"), { slug, token })).state).toBe("spent");
    expect(await sheetsOf(database, unitId)).toMatchObject({
      inbox: [{ source: "token", procedure: "2.000815", officer: "Lê Thị Lan" }],
      spent: 1,
    });
    const rows = await database.root`select i::text || s::text as text from survey_inbox i, survey_spent s`;
    for (const { text } of rows) expect(text).not.toContain(token);
  });

  it("is not to be forged, changed, or used in another unit", async () => {
    const { slug, unitId, invite } = await askingUnit(database);
    const other = await askingUnit(database);
    const { token } = await invite("A-1");
    const ask = async (where: string, what: string) =>
      (await askByToken(at("2026-11-20T09:50"), { slug: where, token: what })).state;
    expect(await ask(slug, token)).toBe("open");
    expect(await ask(other.slug, token)).toBe("unknown");
    for (const place of [0, 10, 22, 30, 42]) {
      const changed = `${token.slice(0, place)}${token[place] === "Q" ? "R" : "Q"}${token.slice(place + 1)}`;
      expect(await ask(slug, changed)).toBe("unknown");
    }
    const sending = { slug: other.slug, token, stamp: "x", fields: good };
    expect(await answerByToken(at("2026-11-20T09:50"), sending)).toEqual({ state: "unknown" });
    expect((await sheetsOf(database, unitId)).inbox).toEqual([]);
  });

  it("waits for the result, or for the appointment that passed without one, and ends 90 days later", async () => {
    const { slug, invite } = await askingUnit(database);
    const early = await invite("A-1", null);
    const ask = (time: string, token: string) => askByToken(at(time), { slug, token });
    expect(await ask("2026-11-16T10:00", early.token)).toMatchObject({ state: "early", dueAt: expect.any(Date) });
    expect(await ask("2026-11-17T09:00", early.token)).toMatchObject({ state: "open", about: { on: "2026-11-17" } });
    const late = await invite("A-2");
    expect(await ask("2027-02-11T23:00", late.token)).toMatchObject({ state: "open" });
    expect(await ask("2027-02-12T00:00", late.token)).toEqual({ state: "expired", on: "2027-02-11" });
  });
});

describe("sheets that waited on a tablet", () => {
  const sheet = (formId: string, day: string, minute = 600, chung = "4") => ({
    key: crypto.randomUUID(),
    formId,
    day,
    minute,
    seconds: 30,
    fields: sent({ chung }),
  });
  const sendAll = (slug: string, sheets: ReturnType<typeof sheet>[], code = "tablet01") =>
    answerOnTablet(at("2026-11-23T08:00"), { slug, code, sheets }).then((ends) => ends.map(({ end }) => end));

  it("are taken each once, with the day on which they were answered, however often they are sent", async () => {
    const { unitId, slug, formId, tabletId } = await askingUnit(database);
    const sheets = Array.from({ length: 20 }, (_, i) => sheet(formId, "2026-11-20", 540 + i * 7));
    const ends = await Promise.all([sendAll(slug, sheets), sendAll(slug, sheets), sendAll(slug, sheets.slice(0, 3))]);
    expect(ends.flat()).toEqual(Array(43).fill("taken"));
    const { inbox, spent } = await sheetsOf(database, unitId);
    expect([inbox.length, spent]).toEqual([20, 20]);
    expect(inbox[0]).toMatchObject({ day: "2026-11-20", source: "tablet", marks: [] });
    const points = await database.root`select distinct point_id as id from survey_inbox where unit_id = ${unitId}`;
    expect(points).toEqual([{ id: tabletId }]);
  });

  it("are marked when many came in one minute of the tablet, not because they are sent together", async () => {
    const { unitId, slug, formId } = await askingUnit(database);
    await sendAll(
      slug,
      Array.from({ length: 8 }, () => sheet(formId, "2026-11-20")),
    );
    const { inbox } = await sheetsOf(database, unitId);
    expect(inbox.filter(({ marks }) => marks.includes("burst"))).toHaveLength(2);
  });

  it("count while their form was open, for a month, and as today where the tablet's clock is ahead", async () => {
    const { unitId, slug, formId } = await askingUnit(database);
    const other = await askingUnit(database);
    await database.root`
      update survey_form set closed_on = '2026-11-21', closed_by = 'L' where unit_id = ${unitId} and id = ${formId}`;
    const newer = await openForm(database, unitId, { version: 2 });
    const sheets = [
      sheet(formId, "2026-11-21"),
      sheet(formId, "2026-11-22"),
      sheet(formId, "2026-10-31"),
      sheet(newer, "2026-11-25"),
      sheet(other.formId, "2026-11-20"),
      sheet(newer, "2026-11-20", 600, "9"),
    ];
    const ends = await answerOnTablet(at("2026-11-23T08:00"), { slug, code: "tablet01", sheets });
    const endOf = new Map(ends.map(({ key, end }) => [key, end]));
    expect(sheets.map(({ key }) => endOf.get(key))).toEqual([
      "taken",
      "refused",
      "refused",
      "taken",
      "refused",
      "refused",
    ]);
    const { inbox } = await sheetsOf(database, unitId);
    expect(inbox.map(({ day }) => day).sort()).toEqual(["2026-11-21", "2026-11-23"]);
    expect(await sendAll(slug, [sheet(newer, "2026-11-20")], "quay1abc")).toEqual(["refused"]);
  });
});

describe("what was sent", () => {
  it("is moved to where it is kept, counted, and its free text parted from it", async () => {
    const { unitId, slug, formId, pointId, stampAt } = await askingUnit(database);
    for (const chung of ["5", "4", "1"]) {
      const stamp = stampAt(`point ${pointId}`, "2026-11-20T09:50");
      const fields = sent({ chung, "y-kien": `Mức ${chung}` });
      await answerAtPoint(at("2026-11-20T09:50"), { slug, code: "quay1abc", stamp, fields });
    }
    const scope = { db: { app: database.app }, unitId };
    const now = new Date("2026-11-20T03:00:00Z");
    expect(await moveAnswers(scope, now)).toBe(3);
    expect(await moveAnswers(scope, now)).toBe(0);
    const { inbox, kept } = await sheetsOf(database, unitId);
    expect(inbox).toEqual([]);
    expect(kept.map(({ answers }) => answers.chung).sort()).toEqual([1, 4, 5]);
    const { root } = database;
    expect(
      await root`select text, month::text, state from survey_text where unit_id = ${unitId} order by text`,
    ).toEqual([
      { text: "Mức 1", month: "2026-11-01", state: "waiting" },
      { text: "Mức 4", month: "2026-11-01", state: "waiting" },
      { text: "Mức 5", month: "2026-11-01", state: "waiting" },
    ]);
    expect(
      await root`
        select counts from rollup_survey
        where unit_id = ${unitId} and form_id = ${formId} and dimension = 'all' and question_id = 'chung'`,
    ).toEqual([{ counts: [1, 0, 0, 1, 1] }]);
  });
});
