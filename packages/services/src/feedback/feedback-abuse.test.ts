import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillProcedures } from "../dossier/dossier-test-unit";
import { feedbackOf, listeningUnit, START } from "./feedback-test-unit";
import { followFeedback, followPhoto } from "./follow-feedback";
import { readPhoto } from "./read-feedback";
import { beginFeedback, sendFeedback } from "./send-feedback";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const photo = (name: keyof typeof SAMPLE_PHOTOS) => Uint8Array.from(Buffer.from(SAMPLE_PHOTOS[name], "base64"));
const countOf = async (unitId: string) => {
  const [row] = await database.root<{ n: number }[]>`
    select count(*)::int as n from feedback where unit_id = ${unitId}`;
  return row?.n;
};

describe("the form", () => {
  it("is taken only with the stamp of this unit, after a few seconds and within half a day", async () => {
    const { unitId, slug, anybody } = await listeningUnit(database);
    const other = await listeningUnit(database);
    const { stamp } = await beginFeedback(anybody(START), { slug });
    const { stamp: foreign } = await beginFeedback(anybody(START), { slug: other.slug });
    const send = (seconds: number, mark: string, trap = "") =>
      sendFeedback(anybody(START, null, seconds), feedbackOf(slug, mark, { trap }));
    await expect(send(1, stamp)).rejects.toMatchObject({ key: "feedback.tooFast" });
    await expect(send(13 * 3_600, stamp)).rejects.toMatchObject({ key: "feedback.stale" });
    const [id, time, mark] = stamp.split(".");
    const young = `${id}.${(Number.parseInt(time!, 36) - 60_000).toString(36)}.${mark}`;
    for (const forged of ["", "a.b.c", young, foreign, `${crypto.randomUUID()}.${time}.${mark}`]) {
      await expect(send(60, forged)).rejects.toMatchObject({ key: "feedback.refused" });
    }
    // A field that people do not see.
    await expect(send(60, stamp, "https://spam.example")).rejects.toMatchObject({ key: "feedback.refused" });
    expect(await countOf(unitId)).toBe(0);
  });

  it("sent twice is one feedback; with another text it is refused, and nothing is lost silently", async () => {
    const { unitId, slug, anybody } = await listeningUnit(database);
    const { stamp } = await beginFeedback(anybody(START), { slug });
    const send = (text?: string) =>
      sendFeedback(anybody(START, "203.0.113.9", 60), feedbackOf(slug, stamp, text ? { text } : {}));
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ secret, number }) => `${number} ${secret}`)).size).toBe(1);
    await expect(send("Một góp ý khác hẳn.")).rejects.toMatchObject({ key: "feedback.formUsed" });
    expect(await countOf(unitId)).toBe(1);
  });

  it("has an end for one address in an hour, while others still send", async () => {
    const { unitId, tell } = await listeningUnit(database);
    for (let i = 0; i < 10; i++) await tell({}, START, "192.0.2.1");
    await expect(tell({}, START, "192.0.2.1")).rejects.toMatchObject({ code: "TOO_MANY", key: "feedback.tooMany" });
    await tell({}, START, "192.0.2.2");
    await tell({}, "2026-11-20T09:05", "192.0.2.1");
    expect(await countOf(unitId)).toBe(12);
  });

  it("has an end for a unit in a day, from however many addresses", async () => {
    const { unitId, tell } = await listeningUnit(database);
    await database.root`
      insert into feedback (unit_id, id, year, number, topic, text, source, state, received_at, waits_since, due_at,
        needs_answer, has_contact, search)
      select ${unitId}, gen_random_uuid(), 2026, n, 'other', '', 'web', 'open', '2026-11-20T00:00Z', '2026-11-20T00:00Z',
        '2026-11-27T00:00Z', true, false, '' from generate_series(1, 300) n`;
    await expect(tell({}, START, "198.51.100.77")).rejects.toMatchObject({ key: "feedback.unitFull" });
    expect((await tell({}, "2026-11-21T08:00", "198.51.100.77")).number).toBe("301/2026");
  });
});

describe("the secret link", () => {
  it("opens nothing when a sign of it is another", async () => {
    const { slug, anybody, tell } = await listeningUnit(database);
    const { secret } = await tell();
    const follow = (text: string) => followFeedback(anybody(START), { slug, secret: text });
    expect((await follow(secret)).state).toBe("open");
    for (let i = 0; i < secret.length; i += 3) {
      const other = secret[i] === "A" ? "B" : "A";
      const forged = secret.slice(0, i) + other + secret.slice(i + 1);
      await expect(follow(forged)).rejects.toMatchObject({ key: "feedback.notFound" });
    }
    await expect(follow("A".repeat(43))).rejects.toMatchObject({ key: "feedback.notFound" });
  });
});

describe("photos", () => {
  it("are kept without what their files say, and shown to who sent them and to staff", async () => {
    const { slug, chairman, anybody, tell, idOf } = await listeningUnit(database);
    const { secret, number } = await tell({ photos: [photo("jpeg"), photo("png")] });
    const own = await followPhoto(anybody(START), { slug, secret, place: 1 });
    const seen = await readPhoto(chairman(START), { feedbackId: await idOf(number), place: 2 });
    expect([own.type, seen.type]).toEqual(["image/jpeg", "image/png"]);
    for (const { bytes } of [own, seen]) expect(Buffer.from(bytes).toString("latin1")).not.toContain("SECRET");
    await expect(followPhoto(anybody(START), { slug, secret, place: 3 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const rows = await database.root<{ bytes: Buffer }[]>`select bytes from feedback_photo`;
    for (const { bytes } of rows) expect(bytes.toString("latin1")).not.toContain("SECRET");
  });

  it("are refused by their content, and with them the whole feedback", async () => {
    const { unitId, tell } = await listeningUnit(database);
    const page = Uint8Array.from(Buffer.from("<html><script>alert(1)</script>"));
    await expect(tell({ photos: [page] })).rejects.toMatchObject({ key: "feedback.photoKind" });
    await expect(tell({ photos: [photo("jpeg").subarray(0, 300)] })).rejects.toMatchObject({
      key: "feedback.photoBroken",
    });
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    large.set(photo("jpeg"));
    await expect(tell({ photos: [large] })).rejects.toMatchObject({ key: "feedback.photoTooLarge" });
    expect(await countOf(unitId)).toBe(0);
  });
});
