import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { lookUpDossier as asked } from "@gandan/model/look-up/look-up-inputs";
import { readReadingLog } from "@gandan/model/reading-log/reading-log-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, fillProcedures, happened, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { ORIGIN, personOf, unitWithDrafts } from "../letter/letter-test-unit";
import { signLetters } from "../letter/sign-letters";
import { verifyLetter } from "../letter/verify-letter";
import { readReadingLog as readLog } from "../reading-log/read-reading-log";
import type { RequestCtx } from "../session/request-ctx";
import { openForm } from "../survey/answer-test-unit";
import { lookUpDossier } from "./look-up-dossier";
import { readLookUp } from "./read-look-up";
import { slipCode } from "./slip-code";

const key = Buffer.alloc(32, 7);
const TIME = "2026-11-20T09:50";
const DUE = "2026-11-25T08:20";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

let counter = 0;
const newAddress = () => `10.0.0.${++counter}`;

/** A request of nobody in particular. */
const from = (address: string, time = TIME): RequestCtx => ({
  db: { app: database.app, oversight: database.oversight },
  policy: { secondFactor: "offered", idleMinutes: 30, key },
  session: null,
  gate: null,
  now: moment(time),
  language: "vi",
  host: "localhost",
  userAgent: null,
  address,
});

async function unitWith(after: readonly DossierEvent[] = [], phone: string | null = "+84 912 345 678") {
  const unitId = await newUnit(database.owner);
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  await recordAll(actingAt(database, unitId, TIME), [
    takenIn("H29-261120-0001", "2026-11-20T08:20", DUE, after, { phone, applicantName: "Trần Thị Bí Mật" }),
  ]);
  const [dossier] = await database.root<{ id: string }[]>`select id from dossier where unit_id = ${unitId}`;
  return { unitId, slug: unit!.slug, dossierId: dossier!.id, slip: slipCode(key, unitId, dossier!.id) };
}

const tryWith = (slug: string, factor: string, code = "H29-261120-0001", ctx = from(newAddress())) =>
  lookUpDossier(ctx, asked.parse({ slug, code, factor }));

const refused = { code: "NOT_FOUND", key: "lookUp.notFound" };

describe("lookUpDossier", () => {
  it("finds a dossier by its slip, however the code is typed, and by the end of its phone number", async () => {
    const { unitId, slug, slip, dossierId } = await unitWith();
    for (const [factor, code] of [
      [slip, "H29-261120-0001"],
      [`${slip.slice(0, 3).toLowerCase()} ${slip.slice(3)}`, " h29-261120-0001 "],
      ["5678", `https://xa.example/p/${slug}/look-up?code=H29-261120-0001`],
    ] as const) {
      const { pass } = await tryWith(slug, factor, code);
      expect((await readLookUp(from("a"), { slug, pass })).externalCode).toBe("H29-261120-0001");
    }
    const log = (await auditLog(database, unitId)).filter(({ action }) => action === "dossier.look-up");
    expect(log).toHaveLength(3);
    expect(log[0]).toMatchObject({ actor: "citizen", subject: dossierId });
  });

  it("refuses a wrong code and a dossier that does not exist in the same words, and logs neither", async () => {
    const { unitId, slug, slip } = await unitWith();
    const other = await unitWith([], null);
    const before = await auditLog(database, unitId);
    for (const guess of [
      () => tryWith(slug, slip === "222222" ? "333333" : "222222"),
      () => tryWith(slug, slip, "H29-261120-0002"),
      () => tryWith(slug, "5679"),
      () => tryWith(slug, "5678", "H29-261120-0002"),
      () => tryWith(other.slug, "0000"),
      () => tryWith(other.slug, slip),
    ]) {
      await expect(guess()).rejects.toMatchObject(refused);
    }
    expect(await auditLog(database, unitId)).toEqual(before);
  });

  it("stands in the log of readings when it found something: which dossier, when, by what, and no address", async () => {
    const { unitId, slug, slip, dossierId } = await unitWith();
    await tryWith(slug, slip, undefined, from("203.0.113.77"));
    await expect(tryWith(slug, "5679", undefined, from("203.0.113.78"))).rejects.toMatchObject(refused);
    const inspector = await personOf(database, unitId, "Lê Thị Kiểm", ["inspector"], TIME);
    const asked = readReadingLog.parse({ way: "lookedUp" });
    const { readings, total } = await readLog(inspector, asked);
    expect(total).toBe(1);
    expect(readings[0]).toMatchObject({
      at: moment(TIME),
      personId: "citizen",
      person: null,
      dossierId,
      dossierCode: "H29-261120-0001",
      details: { by: "slip" },
    });
    expect(JSON.stringify(readings)).not.toContain("203.0");
    // By the dossier it is found among all who opened it.
    const ofDossier = await readLog(inspector, readReadingLog.parse({ dossier: "H29-261120-0001" }));
    expect(ofDossier.readings.map(({ action }) => action)).toEqual(["dossier.look-up"]);
  });

  it("asks the database the same for a code that exists and one that does not", async () => {
    const { slug } = await unitWith();
    const statements = async (code: string) => {
      const seen: string[] = [];
      const { sql } = database.app;
      sql.options.debug = (_connection, query) => void seen.push(query.replace(/\s+/g, " ").replace(/'[^']*'/g, "?"));
      await expect(tryWith(slug, "222222", code)).rejects.toMatchObject(refused);
      sql.options.debug = false;
      return seen;
    };
    await statements("H29-261120-0009");
    const there = await statements("H29-261120-0001");
    expect(there.length).toBeGreaterThan(3);
    expect(await statements("H29-261120-0002")).toEqual(there);
  });

  it("ends the guessing of one code from many addresses, of one that does not exist too", async () => {
    const { slug, slip } = await unitWith();
    for (const code of ["H29-261120-0001", "KHONG-CO"]) {
      for (let i = 0; i < 5; i++) await expect(tryWith(slug, `000${i}`, code)).rejects.toMatchObject(refused);
      await expect(tryWith(slug, "5678", code)).rejects.toMatchObject({
        code: "TOO_MANY",
        key: "lookUp.tooManyPhone",
      });
    }
    // The slip goes on, and the phone the next day.
    await expect(tryWith(slug, slip)).resolves.toHaveProperty("pass");
    await expect(tryWith(slug, "5678", undefined, from(newAddress(), "2026-11-21T09:50"))).resolves.toHaveProperty(
      "pass",
    );
  });

  it("ends the trying of many codes from one address, in each unit for itself; who finds is not counted", async () => {
    const { slug, slip } = await unitWith();
    const other = await unitWith();
    const address = newAddress();
    for (let i = 0; i < 40; i++) await tryWith(slug, slip, undefined, from(address));
    const guesses = Array.from({ length: 45 }, (_, i) => tryWith(slug, "222222", `X-${i}`, from(address)));
    const keys = (await Promise.allSettled(guesses)).map((one) => (one.status === "rejected" ? one.reason.key : ""));
    expect(keys.filter((each) => each === "lookUp.notFound")).toHaveLength(30);
    expect(keys.filter((each) => each === "lookUp.tooMany")).toHaveLength(15);
    await expect(tryWith(slug, slip, undefined, from(address))).rejects.toMatchObject({
      code: "TOO_MANY",
      details: { minutes: 10 },
    });
    await expect(tryWith(other.slug, other.slip, undefined, from(address))).resolves.toHaveProperty("pass");
    await expect(tryWith(slug, slip, undefined, from(address, "2026-11-20T10:00"))).resolves.toHaveProperty("pass");
  });

  it("takes the addresses of one IPv6 network for one, and lets no flood reach the database", async () => {
    const { slug, slip } = await unitWith();
    const network = (i: number) => from(`2001:db8:7:1::${i.toString(16)}`);
    const guesses = Array.from({ length: 30 }, (_, i) => tryWith(slug, "222222", `Y-${i}`, network(i)));
    await Promise.all(guesses.map((guess) => expect(guess).rejects.toMatchObject(refused)));
    await expect(tryWith(slug, slip, undefined, network(99))).rejects.toMatchObject({ code: "TOO_MANY" });
    const flooding = from(newAddress());
    await Promise.allSettled(Array.from({ length: 300 }, () => tryWith(slug, "222222", "Z", flooding)));
    let asked = 0;
    database.app.sql.options.debug = () => void asked++;
    await expect(tryWith(slug, slip, undefined, flooding)).rejects.toMatchObject({ details: { minutes: 1 } });
    database.app.sql.options.debug = false;
    expect(asked).toBe(0);
  });

  it("keeps no address and no code that could be read back, and nothing longer than needed", async () => {
    const { unitId, slug } = await unitWith();
    await expect(tryWith(slug, "222222", "A-1", from("203.0.113.9"))).rejects.toMatchObject(refused);
    const rows = () => database.root<{ mark: string }[]>`select mark from public_try where unit_id = ${unitId}`;
    expect(JSON.stringify(await rows())).not.toMatch(/203\.0|A-1/);
    expect(await rows()).toHaveLength(2);
    await expect(tryWith(slug, "222222", "A-1", from("203.0.113.9", "2026-11-22T10:00"))).rejects.toThrow();
    expect(await rows()).toHaveLength(2);
  });
});

/** Opens a form in the unit, which tokens of dossiers lead to. */
async function askBy(unitId: string) {
  await openForm(database, unitId);
  await database.root`
    insert into unit_setting (unit_id, area, value, revision, changed_at, changed_by)
    values (${unitId}, 'survey-invitation', ${database.root.json({ formSlug: "phieu-qr" })}, 1, now(), 'a')`;
}

describe("readLookUp", () => {
  const view = async (after: readonly DossierEvent[] = [], time = TIME) => {
    const { slug, slip } = await unitWith(after);
    const { pass } = await tryWith(slug, slip, undefined, from(newAddress(), time));
    return readLookUp(from("a", time), { slug, pass });
  };

  it("says how it stands without name, number of a phone or officer", async () => {
    const found = await view([happened("2026-11-20T09:00", { type: "forwarded", to: "Nguyễn Văn Cán Bộ" })]);
    expect(found).toMatchObject({
      externalCode: "H29-261120-0001",
      procedureName: "Chứng thực bản sao",
      state: "processing",
      late: false,
      steps: [{ type: "accepted" }, { type: "received" }],
    });
    expect(JSON.stringify(found)).not.toMatch(/Bí Mật|345|Cán Bộ|Lê Văn L/);
  });

  it("is late from the minute after its appointment, not while the citizen is awaited", async () => {
    expect((await view([], "2026-11-25T08:20")).late).toBe(false);
    expect((await view([], "2026-11-25T08:21")).late).toBe(true);
    const waiting = await view(
      [
        happened("2026-11-20T09:00", {
          type: "supplement-requested",
          papers: ["Giấy chứng sinh"],
          reason: "Chưa có bản chính",
        }),
      ],
      "2026-11-27T08:00",
    );
    expect(waiting).toMatchObject({
      state: "awaiting-supplement",
      late: false,
      supplement: { papers: ["Giấy chứng sinh"], reason: "Chưa có bản chính" },
    });
  });

  it("says why it ended, and what was corrected as it was corrected", async () => {
    expect(
      await view([happened("2026-11-20T09:00", { type: "refused", reason: "Không thuộc thẩm quyền" })]),
    ).toMatchObject({ state: "not-accepted", endedReason: "Không thuộc thẩm quyền", late: false });
    const finished = happened("2026-11-20T09:00", { type: "finished" });
    const corrected = await view([
      finished,
      {
        ...happened("2026-11-20T09:30", {
          type: "corrected",
          of: "finished",
          was: finished.at,
          notedAt: finished.recordedAt,
          is: null,
        }),
      },
    ]);
    expect(corrected.steps.map(({ type }) => type)).toEqual(["accepted", "received"]);
  });

  it("names our letters about it once they are signed, with the way to see that they are genuine", async () => {
    const { unitId, chairman, letters } = await unitWithDrafts(database, 2);
    const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
    const { slug } = unit!;
    await signLetters(chairman, { letters: letters.slice(0, 1) }, ORIGIN);
    const [signed, draft] = await database.root<{ id: string; code: string }[]>`
      select d.id, external_code as code from dossier d where unit_id = ${unitId} order by external_code`;
    const open = async ({ id, code }: { id: string; code: string }) => {
      const { pass } = await tryWith(slug, slipCode(key, unitId, id), code, from(newAddress(), "2026-11-20T11:00"));
      return readLookUp(from("a", "2026-11-20T11:00"), { slug, pass });
    };
    const found = await open(signed!);
    expect(found.letters).toEqual([
      {
        title: "Thư xin lỗi",
        sign: "01/TXL-UBND",
        signedAt: moment("2026-11-20T10:00"),
        proof: expect.stringMatching(/^[\w-]{20,}$/),
      },
    ]);
    expect(found.steps.map(({ type }) => type)).toContain("apologised");
    await expect(verifyLetter(from("a"), { slug, proof: found.letters[0]!.proof! })).resolves.toMatchObject({
      sign: "01/TXL-UBND",
    });
    expect((await open(draft!)).letters).toEqual([]);
  });

  it("asks about what is finished by the dossier's own token, always the same, while the unit asks", async () => {
    const { unitId, slug, slip } = await unitWith([happened("2026-11-20T09:00", { type: "finished" })]);
    const open = async (time = TIME) => {
      const { pass } = await tryWith(slug, slip, undefined, from(newAddress(), time));
      return (await readLookUp(from("a", time), { slug, pass })).survey;
    };
    expect(await open()).toBeNull();
    await askBy(unitId);
    const path = await open();
    expect(path).toMatch(new RegExp(`^/p/${slug}/t/[\\w-]{20,}$`));
    expect(await open()).toBe(path);
    expect(await open("2027-02-19T09:50")).toBeNull();
    const going = await unitWith();
    await askBy(going.unitId);
    const { pass } = await tryWith(going.slug, going.slip);
    expect((await readLookUp(from("a"), { slug: going.slug, pass })).survey).toBeNull();
  });

  it("opens for half an hour, in its unit alone, and only as it was given", async () => {
    const { slug, slip } = await unitWith();
    const other = await unitWith();
    const { pass } = await tryWith(slug, slip);
    const over = { code: "NOT_FOUND", key: "lookUp.over" };
    await expect(readLookUp(from("a", "2026-11-20T10:19"), { slug, pass })).resolves.toHaveProperty("state");
    await expect(readLookUp(from("a", "2026-11-20T10:20"), { slug, pass })).rejects.toMatchObject(over);
    await expect(readLookUp(from("a"), { slug: other.slug, pass })).rejects.toMatchObject(over);
    const forged = pass.slice(0, -2) + (pass.endsWith("A") ? "BB" : "AA");
    await expect(readLookUp(from("a"), { slug, pass: forged })).rejects.toMatchObject(over);
    await expect(readLookUp(from("a"), { slug, pass: "x" })).rejects.toMatchObject(over);
  });
});
