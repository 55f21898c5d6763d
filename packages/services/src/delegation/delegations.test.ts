import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import type { GiveDelegation } from "@gandan/model/delegation/delegation-inputs";
import { giveDelegation as giveInput } from "@gandan/model/delegation/delegation-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { ORIGIN, personOf, unitWithDrafts } from "../letter/letter-test-unit";
import { listSignable } from "../letter/list-signable";
import { signLetters } from "../letter/sign-letters";
import { endDelegation, giveDelegation } from "./give-delegation";
import { listDelegations } from "./list-delegations";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

async function unitWithPeople(letters = 1) {
  const unit = await unitWithDrafts(database, letters);
  const { unitId } = unit;
  return {
    ...unit,
    chairman: await personOf(database, unitId, "Lê Văn C", ["chairman"]),
    officer: await personOf(database, unitId, "Nguyễn Thị A", ["desk-officer"]),
  };
}

const given = (staffId: string, changes: Partial<GiveDelegation> = {}): GiveDelegation => ({
  staffId,
  capacity: "authorised",
  position: "officer",
  title: "Công chức Văn phòng – Thống kê",
  from: "2026-11-18",
  to: "2026-11-22",
  reference: "Giấy ủy quyền số 12/GUQ-UBND",
  ...changes,
});

/** Lines of the signature as they were kept with the signed letter, and the name under it. */
async function signatureOf(unitId: string) {
  const [row] = await database.root<{ capacity: string[]; name: string; delegationId: string | null; role: string }[]>`
    select m.document -> 'signature' -> 'capacity' as capacity, m.document -> 'signature' ->> 'name' as name,
      l.delegation_id as "delegationId", l.signer_role as role
    from letter_making m join letter l on l.id = m.letter_id where m.unit_id = ${unitId}`;
  return row;
}

describe("who signs, and in which capacity", () => {
  it("is the chairman for the committee, a vice-chairman for the chairman", async () => {
    const one = await unitWithPeople();
    await signLetters(one.chairman, { letters: one.letters }, ORIGIN);
    expect(await signatureOf(one.unitId)).toEqual({
      capacity: ["TM. Ủy ban nhân dân", "Chủ tịch"],
      name: "Lê Văn C",
      delegationId: null,
      role: "chairman",
    });
    const two = await unitWithPeople();
    const vice = await personOf(database, two.unitId, "Trần Thị P", ["vice-chairman"]);
    await signLetters(vice, { letters: two.letters }, ORIGIN);
    expect(await signatureOf(two.unitId)).toMatchObject({
      capacity: ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
      name: "Trần Thị P",
      role: "vice-chairman",
    });
  });

  it.each([
    ["deputy", "vice-chairman", "Phó Chủ tịch", ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"]],
    ["by-order", "head-of-office", "Chánh Văn phòng", ["TL. Chủ tịch", "Chánh Văn phòng"]],
    ["authorised", "officer", "Công chức", ["TUQ. Chủ tịch", "Công chức"]],
  ] as const)("is a person delegated as %s, with the title as given", async (capacity, position, title, lines) => {
    const { unitId, chairman, officer, letters } = await unitWithPeople();
    await expect(signLetters(officer, { letters }, ORIGIN)).rejects.toMatchObject({ key: "session.forbidden" });
    expect((await listSignable(officer)).capacity).toBeNull();
    const { delegationId } = await giveDelegation(
      chairman,
      given(officer.actor.staffId, { capacity, position, title }),
    );
    expect((await listSignable(officer)).capacity).toMatchObject({ delegationId, signer: { capacity, title } });
    await signLetters(officer, { letters }, ORIGIN);
    expect(await signatureOf(unitId)).toEqual({
      capacity: [...lines],
      name: "Nguyễn Thị A",
      delegationId,
      role: position,
    });
    const [audit] = await database.root<{ details: object }[]>`
      select details from audit_log where unit_id = ${unitId} and action = 'letter.sign'`;
    expect(audit?.details).toMatchObject({ as: position, delegationId });
  });
});

describe("the days of a delegation", () => {
  it("are its first and last, both included, by the clock of Viet Nam", async () => {
    const { chairman, officer, letters } = await unitWithPeople(2);
    await giveDelegation(chairman, given(officer.actor.staffId, { from: "2026-11-21", to: "2026-11-22" }));
    const sign = (i: number, time: string) =>
      signLetters({ ...officer, now: moment(time) }, { letters: [letters[i]!] }, ORIGIN);
    const outside = { key: "delegation.outside", details: { from: "21/11/2026", to: "22/11/2026" } };
    await expect(sign(0, "2026-11-20T23:59")).rejects.toMatchObject(outside);
    await expect(sign(0, "2026-11-23T00:00")).rejects.toMatchObject(outside);
    expect((await sign(0, "2026-11-21T00:00")).signed).toHaveLength(1);
    expect((await sign(1, "2026-11-22T23:59")).signed).toHaveLength(1);
  });

  it("end at once when the chairman ends it, and the list keeps all", async () => {
    const { unitId, chairman, officer, letters } = await unitWithPeople(2);
    const { delegationId } = await giveDelegation(chairman, given(officer.actor.staffId));
    await signLetters(officer, { letters: [letters[0]!] }, ORIGIN);
    await endDelegation(chairman, { delegationId });
    const again = signLetters(officer, { letters: [letters[1]!] }, ORIGIN);
    await expect(again).rejects.toMatchObject({ key: "delegation.outside" });
    await expect(endDelegation(chairman, { delegationId })).rejects.toMatchObject({ key: "delegation.over" });
    await giveDelegation(chairman, given(officer.actor.staffId, { from: "2026-12-01", to: "2026-12-02" }));
    const { delegations, people, mayGive } = await listDelegations(chairman);
    expect(delegations).toMatchObject([
      { state: "coming", letters: 0 },
      { state: "ended", letters: 1, name: "Nguyễn Thị A", givenBy: "Lê Văn C", endedBy: "Lê Văn C" },
    ]);
    expect([people.map(({ name }) => name), mayGive]).toEqual([["Nguyễn Thị A"], true]);
    expect((await listDelegations(officer)).mayGive).toBe(false);
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual([
      "delegation.give",
      "letter.sign",
      "delegation.end",
      "delegation.give",
    ]);
  });
});

describe("what is refused", () => {
  it("is to give it without the right, to oneself, to a stranger, for days past, or twice for a day", async () => {
    const { unitId, chairman, officer } = await unitWithPeople();
    const { staffId } = officer.actor;
    await expect(giveDelegation(officer, given(staffId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const vice = await personOf(database, unitId, "Trần Thị P", ["vice-chairman"]);
    await expect(giveDelegation(vice, given(staffId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const give = (changes: Partial<GiveDelegation>) => giveDelegation(chairman, given(staffId, changes));
    await expect(give({ staffId: chairman.actor.staffId })).rejects.toMatchObject({ key: "delegation.toSelf" });
    const other = await unitWithPeople();
    const stranger = other.officer.actor.staffId;
    await expect(give({ staffId: stranger })).rejects.toMatchObject({ key: "delegation.noPerson" });
    await expect(give({ from: "2026-11-01", to: "2026-11-19" })).rejects.toMatchObject({ key: "delegation.past" });
    const spans = Array.from({ length: 12 }, (_, i) => ({ from: "2026-11-22", to: `2026-11-${23 + (i % 7)}` }));
    // Connections are there before it counts, so that all are under way at once.
    await Promise.all(spans.map(() => database.app.sql.begin((sql) => sql`select pg_sleep(0.05)`)));
    const all = await Promise.allSettled(spans.map(give));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { delegations } = await listDelegations(chairman);
    expect(delegations).toHaveLength(1);
    const ending = endDelegation(other.chairman, { delegationId: delegations[0]!.id });
    await expect(ending).rejects.toMatchObject({ key: "delegation.notFound" });
    // A delegation gives nothing outside its unit.
    const elsewhere = { ...officer, unitId: other.unitId };
    const signing = signLetters(elsewhere, { letters: other.letters }, ORIGIN);
    await expect(signing).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is a deputy who is no vice-chairman, a vice-chairman by order, and days in the wrong order", () => {
    const staffId = crypto.randomUUID();
    const fits = (changes: Partial<GiveDelegation>) => giveInput.safeParse(given(staffId, changes)).success;
    expect(fits({})).toBe(true);
    expect(fits({ capacity: "deputy" })).toBe(false);
    expect(fits({ position: "vice-chairman" })).toBe(false);
    expect(fits({ from: "2026-11-23" })).toBe(false);
    expect(fits({ reference: "" })).toBe(false);
  });

  it("is anything in a unit that is no more", async () => {
    const { unitId, chairman, officer } = await unitWithPeople();
    const { delegationId } = await giveDelegation(chairman, given(officer.actor.staffId));
    await database.root`update unit set valid_to = '2026-11-19' where id = ${unitId}`;
    await expect(giveDelegation(chairman, given(officer.actor.staffId))).rejects.toMatchObject({ key: "unit.ended" });
    await expect(endDelegation(chairman, { delegationId })).rejects.toMatchObject({ key: "unit.ended" });
  });
});
