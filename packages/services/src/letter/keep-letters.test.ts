import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { modelSource } from "@gandan/model/model/model-schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  BIRTH,
  COPY,
  fillProcedures,
  happened,
  moment,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { keepLetters } from "./keep-letters";

const DEATH = "1.000656";
const model = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: {
    "thu-mung": { kind: "dossier.letter", groups: ["birth"], letter: "congratulation", within: "1 working-days" },
    "thu-chia-buon": { kind: "dossier.letter", groups: ["death"], letter: "condolence", within: "1 working-days" },
  },
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
  await database.root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence)
    values (${DEATH}, '2020-01-01', 'Đăng ký khai tử', 'death', 'same-day', 'high')`;
});
afterAll(() => database.drop());

async function unit() {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId, "2026-01-01", null, model);
  const desk = actingAt(database, unitId, "2026-11-17T09:00");
  const scope = { db: desk.db, unitId };
  const record = (time: string, ...batch: Parameters<typeof recordAll>[1]) =>
    recordAll(actingAt(database, unitId, time), batch);
  const append = (time: string, code: string, ...events: DossierEvent[]) =>
    record(time, { externalCode: code, events });
  const keep = async (time: string) => {
    const now = moment(time);
    while ((await keepLetters(scope, now)) > 0);
  };
  const letters = () => database.root<
    {
      code: string;
      kind: string;
      state: string;
      fact: string;
      why: string | null;
      due: Date | null;
      revision: number;
    }[]
  >`
    select d.external_code as code, l.kind, l.state, l.fact, l.withdrawn_for as why, l.due_at as due, l.revision
    from letter l join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
    where l.unit_id = ${unitId} order by l.drafted_at, l.id`;
  return { unitId, scope, record, append, keep, letters };
}

const open = (code: string, person: Parameters<typeof takenIn>[4] = {}) =>
  takenIn(code, "2026-11-17T08:00", "2026-11-20T17:00", [], { procedure: COPY, ...person });

describe("an apology", () => {
  it("is drafted half a day before the appointment, once, with what the dossier tells", async () => {
    const { unitId, record, keep, letters } = await unit();
    await record("2026-11-17T08:00", open("H-1", { applicantName: "Nguyễn Thị A", officer: "Lê Văn B" }));
    await keep("2026-11-20T10:59");
    expect(await letters()).toEqual([]);
    await keep("2026-11-20T11:00");
    await keep("2026-11-20T16:00");
    expect(await letters()).toMatchObject([
      { code: "H-1", kind: "apology", state: "drafted", fact: "late 2026-11-20T10:00:00.000Z" },
    ]);
    const [row] = await database.root`select content, drafted_by, due_at from letter where unit_id = ${unitId}`;
    expect(row).toMatchObject({
      content: { honorific: "Ông/Bà", addressee: "Nguyễn Thị A", responsible: "Lê Văn B" },
      drafted_by: "system",
      due_at: moment("2026-11-20T17:00"),
    });
    expect(await auditLog(database, unitId)).toMatchObject([{ action: "letter.draft", actor: "system" }]);
  });

  it("withdraws itself when the dossier is finished in time, says why, and stays readable", async () => {
    const { unitId, record, append, keep, letters } = await unit();
    await record("2026-11-17T08:00", open("H-1"));
    await keep("2026-11-20T13:30");
    await append("2026-11-20T15:00", "H-1", happened("2026-11-20T15:00", { type: "finished" }));
    await keep("2026-11-20T15:00");
    expect(await letters()).toMatchObject([{ state: "withdrawn", why: "finished" }]);
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toEqual(["letter.draft", "letter.withdraw"]);
  });

  it("goes while a supplement is awaited, and comes back by the new appointment with the words already written", async () => {
    const { unitId, record, append, keep, letters } = await unit();
    await record("2026-11-17T08:00", open("H-1"));
    await keep("2026-11-20T13:30");
    await database.root`update letter set content = content || '{"cause":"Đã viết"}' where unit_id = ${unitId}`;
    await append("2026-11-20T14:00", "H-1", happened("2026-11-20T14:00", { type: "supplement-requested" }));
    await keep("2026-11-20T14:00");
    expect(await letters()).toMatchObject([{ state: "withdrawn", why: "paused" }]);
    await append("2026-11-23T14:00", "H-1", happened("2026-11-23T14:00", { type: "supplemented" }));
    await keep("2026-11-23T15:00");
    expect(await letters()).toMatchObject([{ state: "withdrawn" }, { state: "drafted", kind: "apology" }]);
    const [row] = await database.root`
      select content ->> 'cause' as cause from letter where unit_id = ${unitId} and state = 'drafted'`;
    expect(row?.cause).toBe("Đã viết");
  });

  it("is taken up again when the very same fact holds again, and not when a person gave it up", async () => {
    const { unitId, record, append, keep, letters } = await unit();
    await record("2026-11-17T08:00", open("H-1"), open("H-2"));
    await keep("2026-11-20T13:30");
    const finish = happened("2026-11-20T13:40", { type: "finished" });
    for (const code of ["H-1", "H-2"]) await append("2026-11-20T13:40", code, finish);
    await keep("2026-11-20T13:40");
    await database.root`
      update letter l set withdrawn_for = null from dossier d
      where l.unit_id = ${unitId} and d.id = l.dossier_id and d.external_code = 'H-2'`;
    const taken = happened("2026-11-20T13:50", {
      type: "corrected",
      of: "finished",
      was: finish.at,
      notedAt: finish.recordedAt,
      is: null,
    });
    for (const code of ["H-1", "H-2"]) await append("2026-11-20T13:50", code, taken);
    await keep("2026-11-20T13:50");
    expect(await letters()).toMatchObject([
      { code: "H-1", state: "drafted", why: null, revision: 2 },
      { code: "H-2", state: "withdrawn" },
    ]);
  });

  it("is begun for what came in late, not for what is long past", async () => {
    const { record, keep, letters } = await unit();
    await record(
      "2026-11-20T09:00",
      takenIn("CU", "2026-10-01T08:00", "2026-10-05T17:00"),
      takenIn("MOI", "2026-11-17T08:00", "2026-11-19T17:00"),
    );
    await keep("2026-11-20T09:00");
    expect(await letters()).toMatchObject([{ code: "MOI" }]);
  });
});

describe("a letter with the result", () => {
  const finished = (code: string, procedure: string, at: string) =>
    takenIn(code, "2026-11-17T08:00", "2026-11-17T17:00", [happened(at, { type: "finished" })], { procedure });

  it("is drafted when the registration is finished, in the term of the model, and only where the model asks", async () => {
    const { record, keep, letters } = await unit();
    const at = "2026-11-17T10:00";
    await record(at, finished("SINH", BIRTH, at), finished("TU", DEATH, at), finished("SAO", COPY, at));
    await keep(at);
    expect(await letters()).toMatchObject([
      { code: "SINH", kind: "birth", due: moment("2026-11-18T10:00") },
      { code: "TU", kind: "condolence", due: moment("2026-11-18T10:00") },
    ]);
  });

  it("withdraws itself when the finish was noted wrongly", async () => {
    const { record, append, keep, letters } = await unit();
    const at = "2026-11-17T10:00";
    await record(at, finished("SINH", BIRTH, at));
    await keep(at);
    const taken = happened("2026-11-17T10:30", {
      type: "corrected",
      of: "finished",
      was: moment(at).toISOString(),
      notedAt: moment(at).toISOString(),
      is: null,
    });
    await append("2026-11-17T10:30", "SINH", taken);
    await keep("2026-11-17T10:30");
    expect(await letters()).toMatchObject([{ kind: "birth", state: "withdrawn", why: "not-due" }]);
  });

  it("is not drafted when the source says that it was sent, nor long after", async () => {
    const { record, keep, letters } = await unit();
    const at = "2026-11-17T10:00";
    const sent = finished("SINH", BIRTH, at);
    await record("2026-11-17T11:00", {
      ...sent,
      events: [...sent.events, happened(at, { type: "letter-sent", letter: "congratulation" })],
    });
    await record("2026-11-27T11:00", finished("MUON", BIRTH, at));
    await keep("2026-11-27T11:00");
    expect(await letters()).toEqual([]);
  });
});

describe("the mark", () => {
  it("stands with what was recorded: what a killed worker has not drafted, the next one drafts, once", async () => {
    const { unitId, scope, record, letters } = await unit();
    const at = "2026-11-17T10:00";
    await record(
      at,
      ...Array.from({ length: 30 }, (_, i) =>
        takenIn(`S-${i}`, "2026-11-17T08:00", "2026-11-17T17:00", [happened(at, { type: "finished" })], {
          procedure: BIRTH,
        }),
      ),
    );
    const [waiting] = await database.root`
      select count(*)::int as n from dossier where unit_id = ${unitId} and letters_at is not null`;
    expect(waiting?.n).toBe(30);
    await Promise.all([1, 2, 3].map(() => keepLetters(scope, moment(at))));
    expect(await letters()).toHaveLength(30);
    await database.root`update dossier set letters_at = ${moment(at)} where unit_id = ${unitId}`;
    await keepLetters(scope, moment(at));
    expect(await letters()).toHaveLength(30);
  });

  it("is only wiped in a unit that is no more", async () => {
    const { unitId, record, keep, letters } = await unit();
    await record("2026-11-17T08:00", open("H-1"));
    await database.root`update unit set valid_to = '2026-11-20' where id = ${unitId}`;
    await keep("2026-11-20T16:00");
    expect(await letters()).toEqual([]);
  });
});
