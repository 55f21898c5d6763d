import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { listPetitions as listInput, takeStep as stepInput } from "@gandan/model/petition/petition-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures } from "../dossier/dossier-test-unit";
import { handOverPetition } from "./hand-over-petition";
import { listPetitions } from "./list-petitions";
import { nameReader } from "./name-readers";
import { openFile, openPetition, readPetition, revealSender } from "./open-petition";
import { citizen, KEY, POLICY, petitionUnit, SAID, SENDER, send } from "./petition-test-unit";
import { followPetition } from "./public-petition";
import { takeStep } from "./take-step";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const files = [{ name: "anh.jpg", bytes: Buffer.from(SAMPLE_PHOTOS.jpeg, "base64") }];

/** A unit with an accepted denunciation, and another that it goes over into. */
async function mergedUnits() {
  const [old, next] = [await petitionUnit(database), await petitionUnit(database)];
  const sent = await send(database, old, { files, barred: [old.named.second] });
  const { petitionId } = sent;
  const told = { told: "Đã thụ lý, sẽ mời làm việc.", note: "Giao bà Hoa xác minh." };
  await takeStep(
    old.reader,
    stepInput.parse({ petitionId, seen: 1, step: "accepted", on: "2026-11-20", ...told }),
    KEY,
  );
  const end = async () => {
    await database.root`update unit set valid_to = '2026-11-20' where id = ${old.unitId}`;
    await database.root`
      insert into unit_succession (predecessor_id, successor_id, at, partial)
      values (${old.unitId}, ${next.unitId}, '2026-11-20', false)`;
  };
  const handOver = (who = old.reader, successor = next.slug, seen = 2) =>
    handOverPetition(who, { petitionId, seen, successor }, KEY);
  return { old, next, petitionId, code: sent.code, end, handOver };
}

describe("an open petition of a unit that is no more", () => {
  it("goes to the named persons of the unit that went on, with all that was sealed, its days and its sender's code", async () => {
    const { old, next, petitionId, code, end, handOver } = await mergedUnits();
    const before = await readPetition(old.reader, { petitionId });
    expect(before.successors).toEqual([]);
    await expect(handOver()).rejects.toMatchObject({ key: "petition.notEnded" });
    await end();
    const there = await readPetition(old.reader, { petitionId });
    expect(there).toMatchObject({ possible: [], backSeq: null, successors: [{ slug: next.slug }] });
    await send(database, next);
    const { number } = await handOver();
    expect(number).toBe("2/2026");

    const { petitions } = await listPetitions(next.reader, listInput.parse({ show: "all" }));
    expect(petitions.map((one) => [one.number, one.kind, one.state])).toContainEqual([2, "denunciation", "accepted"]);
    const taken = await readPetition(next.reader, { petitionId });
    expect(taken).toMatchObject({ number, files: 1, way: "web", receivedAt: before.receivedAt, next: before.next });
    expect(taken.possible).toContain("resolved");
    const opened = await openPetition(next.reader, { petitionId }, POLICY);
    expect(opened.text).toBe(SAID);
    expect(opened.notes).toEqual([
      { seq: 1, note: expect.stringMatching(/^Từ sổ của .*, số 1\/2026\.$/), told: "" },
      { seq: 2, note: "Giao bà Hoa xác minh.", told: "Đã thụ lý, sẽ mời làm việc." },
    ]);
    expect((await openFile(next.reader, { petitionId, place: 1 }, POLICY)).type).toBe("image/jpeg");
    const { sender } = await revealSender(next.reader, { petitionId, reason: "contact" }, POLICY);
    expect(sender?.name).toBe(SENDER);
    // Whom its sender did not trust before opens it no more than before, wherever named.
    const bars = await database.root<{ staffId: string }[]>`
      select staff_id as "staffId" from petition_bar where unit_id = ${next.unitId} and petition_id = ${petitionId}`;
    expect(bars).toEqual([{ staffId: old.second.actor.staffId }]);

    const follow = (slug: string) => followPetition(citizen(database), { slug, code: code.replaceAll("-", "") });
    expect(await follow(next.slug)).toMatchObject({
      number,
      state: "accepted",
      told: [{ text: "Đã thụ lý, sẽ mời làm việc." }],
    });
    const here = await follow(old.slug);
    expect(here).toMatchObject({ state: "passed-outside", dueAt: null });
    expect(here.told[0]?.text).toContain("số 2/2026. Xem tiếp ở trang của đơn vị đó bằng mã này.");
    expect((await readPetition(old.reader, { petitionId })).successors).toEqual([]);
    await expect(handOver(old.reader, next.slug, 3)).rejects.toMatchObject({ key: "petition.changed" });
    const acts = async (unitId: string) => (await auditLog(database, unitId)).map(({ action }) => action);
    expect(await acts(old.unitId)).toContain("petition.hand-over");
    expect(await acts(next.unitId)).toContain("petition.take-over");
  });

  it("is handed over by a person named for it alone, to a unit that went on, where somebody may open it", async () => {
    const { old, next, petitionId, end, handOver } = await mergedUnits();
    const other = await petitionUnit(database);
    await end();
    await expect(handOver(old.chairman)).rejects.toMatchObject({ key: "petition.notNamed" });
    await expect(handOver(old.second)).rejects.toMatchObject({ key: "petition.notFound" });
    await expect(handOver(next.reader)).rejects.toMatchObject({ key: "petition.notFound" });
    await expect(handOver(old.reader, other.slug)).rejects.toMatchObject({ key: "petition.noSuccessor" });
    await expect(handOver(old.reader, next.slug, 1)).rejects.toMatchObject({ key: "petition.changed" });
    await database.root`update petition_reader set kinds = '{complaint}' where unit_id = ${next.unitId}`;
    await expect(handOver()).rejects.toMatchObject({ key: "petition.successorNobody" });
    const [row] = await database.root`select 1 from petition where unit_id = ${next.unitId} and id = ${petitionId}`;
    expect(row).toBeUndefined();
    // Somebody can still be named in the unit that is no more, so that nothing lies there for ever.
    await nameReader(
      old.chairman,
      { staffId: old.stranger.actor.staffId, kinds: ["denunciation"], reference: "Số 7" },
      "offered",
    );
    await database.root`update petition_reader set kinds = '{denunciation}' where unit_id = ${next.unitId}`;
    expect((await handOver(old.stranger)).number).toBe("1/2026");
  });

  it("is handed over once by two at once, and goes on where it was cut short between the two registers", async () => {
    const { old, next, petitionId, end, handOver } = await mergedUnits();
    await nameReader(
      old.chairman,
      { staffId: old.stranger.actor.staffId, kinds: ["denunciation"], reference: "Số 7" },
      "offered",
    );
    await end();
    const both = await Promise.allSettled([handOver(old.reader), handOver(old.stranger)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    // As if the machine had stopped when only the other register was written.
    await database.root`
      delete from petition_step where unit_id = ${old.unitId} and petition_id = ${petitionId} and seq = 3`;
    await database.root`
      update petition set last_seq = 2, state = 'accepted', ended_at = null where unit_id = ${old.unitId}`;
    expect((await handOver()).number).toBe("1/2026");
    const [count] = await database.root<{ n: number }[]>`
      select count(*)::int as n from petition_step where unit_id = ${next.unitId} and petition_id = ${petitionId}`;
    expect(count?.n).toBe(2);
  });
});
