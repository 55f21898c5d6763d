import { findReminders } from "@gandan/db/find-notices";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillProcedures, happened, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { issueNotices } from "./issue-notices";
import { remindedUnit } from "./notice-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const DUE = "2026-11-17T08:20";
const taken = (code: string, officer?: string) =>
  takenIn(code, "2026-11-12T08:20", DUE, [], { officer: officer ?? null });
const waiting = async (time: string) =>
  (await findReminders(database.worker.sql, moment(time))).map(({ unitId }) => unitId);

describe("issueNotices", () => {
  it("tells each reminder once, at the time of the office, to whom it is for; the unit is found by its next time alone", async () => {
    const unit = await remindedUnit(database);
    await recordAll(unit.desk("2026-11-12T08:20"), [taken("A", "Lê Thị Lan"), taken("B")]);
    expect(await waiting("2026-11-16T08:19")).not.toContain(unit.unitId);
    expect(await waiting("2026-11-16T08:20")).toContain(unit.unitId);

    expect(await unit.tick("2026-11-16T08:20")).toBe(2);
    expect(await unit.tick("2026-11-16T08:21")).toBe(0);
    expect(await waiting("2026-11-16T14:19")).not.toContain(unit.unitId);
    await unit.tick("2026-11-16T14:20");
    await unit.tick("2026-11-18T07:00");
    expect(await unit.told()).toEqual([
      "A before-due 16/11 08:20 officer",
      "B before-due 16/11 08:20 desk",
      "A before-due 16/11 14:20 officer",
      "B before-due 16/11 14:20 desk",
      "A late 18/11 07:00 chairman",
      "B late 18/11 07:00 chairman",
    ]);
    await unit.tick("2026-11-20T16:00");
    expect((await unit.told()).slice(6)).toEqual(["A weekend 20/11 16:00 officer", "B weekend 20/11 16:00 desk"]);
  });

  it("withdraws by itself what is done, in the transaction of the deed", async () => {
    const unit = await remindedUnit(database);
    await recordAll(unit.desk("2026-11-12T08:20"), [taken("A"), taken("B"), taken("C"), taken("D")]);
    await unit.tick("2026-11-16T08:20");
    const event = (code: string, time: string, fact: Parameters<typeof happened>[1]) => ({
      externalCode: code,
      events: [happened(time, fact)],
    });
    await recordAll(unit.desk("2026-11-16T09:00"), [
      event("A", "2026-11-16T09:00", { type: "finished" }),
      event("B", "2026-11-16T09:00", { type: "supplement-requested" }),
      event("C", "2026-11-16T09:00", { type: "reappointed", dueAt: moment("2026-11-19T08:20").toISOString() }),
      event("D", "2026-11-16T09:00", { type: "forwarded", to: "Trần Văn Minh" }),
    ]);
    expect(await unit.told()).toEqual([
      "A before-due 16/11 08:20 desk over",
      "B before-due 16/11 08:20 desk over",
      "C before-due 16/11 08:20 desk over",
      "D before-due 16/11 08:20 desk",
    ]);
    await unit.tick("2026-11-16T17:00");
    await recordAll(unit.desk("2026-11-16T17:05"), [event("A", "2026-11-16T17:05", { type: "closed" })]);
    await unit.tick("2026-11-18T08:20");
    expect((await unit.told()).slice(4)).toEqual([
      "D before-due 16/11 14:20 desk",
      "A to-close 16/11 17:00 desk over",
      "D late 18/11 07:00 chairman",
      "C before-due 18/11 08:20 desk",
    ]);
  });

  it("loses no reminder that had come when the dossier changed before anybody looked", async () => {
    const unit = await remindedUnit(database);
    await recordAll(unit.desk("2026-11-12T08:20"), [taken("A")]);
    await recordAll(unit.desk("2026-11-16T08:25"), [
      { externalCode: "A", events: [happened("2026-11-16T08:25", { type: "forwarded", to: "Trần Văn Minh" })] },
    ]);
    await unit.tick("2026-11-16T08:26");
    expect(await unit.told()).toEqual(["A before-due 16/11 08:20 desk"]);
  });

  it("reminds of nothing that was over, late or finished before the system knew it", async () => {
    const unit = await remindedUnit(database);
    await recordAll(unit.desk("2026-11-12T08:20"), [
      takenIn("old-late", "2026-03-02T08:00", "2026-03-05T08:00"),
      takenIn("old-done", "2026-03-02T08:00", "2026-03-05T08:00", [happened("2026-03-04T08:00", { type: "finished" })]),
      takenIn("closed", "2026-11-10T08:00", "2026-11-13T08:00", [
        happened("2026-11-11T08:00", { type: "finished" }),
        happened("2026-11-11T08:00", { type: "closed" }),
      ]),
    ]);
    const [row] = await database.root`
      select count(next_remind_at)::int as n from dossier where unit_id = ${unit.unitId}`;
    expect(row).toEqual({ n: 0 });
  });

  it("goes by the model that the dossier is judged by", async () => {
    const unit = await remindedUnit(database);
    await database.root`
      update model_version set source = source || ${{ reminders: { before_due: ["1 working-hours"], weekend: "none" } } as never}::jsonb
      where unit_id = ${unit.unitId}`;
    await recordAll(unit.desk("2026-11-12T08:20"), [taken("A")]);
    await unit.tick("2026-11-17T07:20");
    expect(await unit.told()).toEqual(["A before-due 17/11 07:20 desk"]);
  });

  it("is told once by two workers at once, and leaves nothing half told when it fails", async () => {
    const unit = await remindedUnit(database);
    await recordAll(
      unit.desk("2026-11-12T08:20"),
      Array.from({ length: 40 }, (_, i) => taken(`A-${i}`)),
    );
    const now = moment("2026-11-16T08:20");
    await Promise.all(Array.from({ length: 4 }, () => issueNotices(unit.scope, now)));
    await unit.tick("2026-11-16T08:21");
    expect(await unit.told()).toHaveLength(40);

    const failing = await remindedUnit(database);
    await recordAll(failing.desk("2026-11-12T08:20"), [taken("A")]);
    await database.root.unsafe(
      `alter table notice add constraint no_more check (unit_id <> '${failing.unitId}') not valid`,
    );
    await expect(issueNotices(failing.scope, now)).rejects.toThrow();
    await database.root`alter table notice drop constraint no_more`;
    expect(await waiting("2026-11-16T08:20")).toContain(failing.unitId);
    await failing.tick("2026-11-16T08:20");
    expect(await failing.told()).toEqual(["A before-due 16/11 08:20 desk"]);
  });

  it("reminds of nothing in a unit that is no more", async () => {
    const unit = await remindedUnit(database);
    await recordAll(unit.desk("2026-11-12T08:20"), [taken("A")]);
    await database.root`update unit set valid_to = '2026-11-16' where id = ${unit.unitId}`;
    expect(await unit.tick("2026-11-16T08:20")).toBe(1);
    expect(await unit.told()).toEqual([]);
    expect(await waiting("2026-12-16T08:20")).not.toContain(unit.unitId);
  });

  it("gives the desk what an officer of that name cannot be told: two of them, or nobody", async () => {
    const unit = await remindedUnit(database);
    await recordAll(unit.desk("2026-11-12T08:20"), [
      taken("A", " lê thị  LAN "),
      taken("B", "Nguyễn Văn Không"),
      taken("C", "Trần Văn Minh".normalize("NFD")),
    ]);
    await unit.tick("2026-11-16T08:20");
    expect((await unit.told()).map((line) => line.split(" ").at(-1))).toEqual(["officer", "desk", "officer"]);
  });
});
