import { signIn } from "@gandan/auth/sign-in";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRollups } from "../rollup/verify-rollups";
import { verifyResponses } from "../survey/fold-responses";
import { DEMO_PASSWORD } from "./demo-accounts";
import { demoUnitId } from "./demo-units";
import { type DemoResult, loadDemo, prepareInstallation } from "./load-demo";
import { unitHabits } from "./unit-habits";

/** A Thursday, and the weeks before it: enough for every rule to be missed somewhere. */
const now = new Date("2026-05-21T10:00:00+07:00");
const slice = { from: "2026-03-02", to: "2026-05-19" };

let database: TestDatabase;
let first: DemoResult;

beforeAll(async () => {
  database = await createTestDatabase();
  first = await loadDemo(database.url, () => {}, now, slice, Buffer.alloc(32, 7));
});
afterAll(() => database.drop());

const tables = [
  "unit",
  "unit_succession",
  "adoption",
  "registration",
  "dossier",
  "dossier_event",
  "index_entry",
  "survey_response",
  "feedback",
  "feedback_event",
  "petition",
  "staff",
];

async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await database.root<{ n: number }[]>`select count(*)::int as n from ${database.root(table)}`;
    counts[table] = row!.n;
  }
  return counts;
}

test("a second load writes nothing and gives the same accounts", async () => {
  const before = await countAll();
  expect(before.dossier).toBe(first.dossiers);
  expect(before.dossier).toBeGreaterThan(300);
  const again = await loadDemo(database.url, () => {}, now, slice);
  expect(again).toEqual({ accounts: first.accounts, dossiers: 0 });
  expect(await countAll()).toEqual(before);
});

test("one commune has a sealed register with petitions of made-up people, none of them urgent", async () => {
  const petitions = await database.root<{ kind: string; state: string; due: boolean }[]>`
    select kind, state, coalesce(due_at < ${new Date(now.getTime() + 3 * 86_400_000)}, false) as due from petition
    where unit_id = ${demoUnitId.commune("19333")} order by number`;
  expect(petitions.map(({ kind, state }) => [kind, state])).toEqual([
    ["complaint", "resolved"],
    ["denunciation", "accepted"],
    ["recommendation", "received"],
  ]);
  expect(petitions.some(({ due }) => due)).toBe(false);
  const [paper] = await database.root<
    { content: string; sender: string }[]
  >`select content, sender from petition_paper`;
  expect(`${paper?.content} ${paper?.sender}`).not.toMatch(/vệ sinh|Nguyễn Văn A/);
});

test("citizens of one unit have answered, each sheet counted, and none waits", async () => {
  const unitId = demoUnitId.commune("24649");
  const [row] = await database.root<{ sheets: number; waiting: number; said: number }[]>`
    select (select count(*)::int from survey_response where unit_id = ${unitId}) as sheets,
      (select count(*)::int from survey_inbox) as waiting, (select count(*)::int from survey_text) as said`;
  expect(row!.sheets).toBeGreaterThan(40);
  expect(row).toMatchObject({ waiting: 0, said: expect.any(Number) });
  const scope = { db: { app: database.app }, unitId };
  expect(await inUnit(scope, (_tx, sql) => verifyResponses(sql, unitId))).toEqual([]);
});

test("in the boxes of two communes lies feedback, answered, passed on and waiting", async () => {
  const rows = await database.root<{ state: string; n: number }[]>`
    select state, count(*)::int as n from feedback group by 1 order by 1`;
  expect(rows.map(({ state, n }) => [state, n])).toEqual([
    ["answered", 2],
    ["declined", 2],
    ["open", 6],
    ["solved", 2],
  ]);
});

test("the same days give the same dossiers in another database", async () => {
  const other = await createTestDatabase();
  try {
    await loadDemo(other.url, () => {}, now, { from: "2026-05-11", to: "2026-05-13" });
    const text = `select external_code, applicant_name, due_at, finished_at, state from dossier
      where received_on between '2026-05-11' and '2026-05-13' and external_code !~ '-09..$' order by 1, unit_id`;
    const rows = await other.root.unsafe(text);
    expect(rows.length).toBeGreaterThan(20);
    expect([...rows]).toEqual([...(await database.root.unsafe(text))]);
  } finally {
    await other.drop();
  }
});

test("the main rules of the yardstick are met by some and missed by others", async () => {
  const rows = await database.root<{ rule: string; met: number; missed: number }[]>`
    select rule, sum(r.met[i])::int as met, sum(r.missed[i])::int as missed
    from rollup_month r join model_version v on v.id = r.version_id join model m on m.id = v.model_id
    cross join lateral unnest(v.dossier_rule_ids) with ordinality as u(rule, i)
    where m.slug = 'yardstick-2024' group by rule`;
  expect(rows.map(({ rule }) => rule).sort()).toEqual([
    "bo-sung-mot-lan",
    "dung-hen",
    "hen-lai-mot-lan",
    "ket-thuc-ho-so",
    "thu-sau-khong-hen-qua-tuan",
    "thu-xin-loi",
    "trong-ngay",
  ]);
  for (const { rule, met, missed } of rows) {
    expect(met, rule).toBeGreaterThan(0);
    expect(missed, rule).toBeGreaterThan(0);
  }
});

test("a model that asks for letters finds some sent and some forgotten", async () => {
  const [found] = await database.root<{ met: number; missed: number }[]>`
    select sum(r.met[i])::int as met, sum(r.missed[i])::int as missed
    from rollup_month r join model_version v on v.id = r.version_id
    cross join lateral unnest(v.dossier_rule_ids) with ordinality as u(rule, i)
    where r.unit_id = ${demoUnitId.commune("15592")} and rule = 'thu-chuc-mung'`;
  expect(found?.met).toBeGreaterThan(0);
  expect(found?.missed).toBeGreaterThan(0);
});

test("provinces apply the yardstick and publish their frames by the verbs that their leaders use", async () => {
  const rows = await database.root<{ action: string; year: string | null; at: Date }[]>`
    select action, details ->> 'year' as year, at from audit_log where unit_id = ${demoUnitId.quangTri} order by seq`;
  expect(rows.map(({ action, year }) => [action, year])).toEqual([
    ["yardstick.apply", null],
    ["index-frame.draft", "2025"],
    ["index-frame.publish", "2025"],
    ["index-frame.draft", "2026"],
    ["index-frame.publish", "2026"],
  ]);
  // The day before it holds.
  expect(rows[0]?.at).toEqual(new Date("2025-06-30T08:00:00+07:00"));
  const [frames] = await database.root`select count(*)::int as n from index_frame where state = 'draft'`;
  expect(frames).toEqual({ n: 0 });
});

test("roll-ups say what the dossiers say", async () => {
  for (const { unitId, to } of unitHabits()) {
    if (to === null) expect(await verifyRollups({ db: { app: database.app }, unitId })).toEqual([]);
  }
});

test("a desk has something of every open kind", async () => {
  const unitId = demoUnitId.commune("19333");
  const [found] = await database.root`
    select count(*) filter (where open and due_at::date = ${now}::date) as "dueToday",
      count(*) filter (where open and due_at < ${now} and apology_at is null) as "lateSilent",
      count(*) filter (where open and due_at < ${now} and apology_at is not null) as "lateSorry",
      count(*) filter (where finished_at is not null and closed_at is null) as unclosed,
      count(*) filter (where state = 'awaiting-supplement') as waiting,
      count(*) filter (where finished_at > ${now} or closed_at > ${now}) as future
    from (select *, finished_at is null and ended_at is null as open from dossier where unit_id = ${unitId}) d`;
  const { future, ...kinds } = found as Record<string, string>;
  expect(future).toBe("0");
  for (const [kind, n] of Object.entries(kinds)) expect(Number(n), kind).toBeGreaterThan(0);
});

test("every event happens in working time", async () => {
  const rows = await database.root`
    select distinct fact ->> 'type' as type from dossier_event
    where extract(isodow from at at time zone 'Asia/Ho_Chi_Minh') > 5
      or (at at time zone 'Asia/Ho_Chi_Minh')::time not between '07:00' and '17:00'
      or ((at at time zone 'Asia/Ho_Chi_Minh')::time > '11:30' and (at at time zone 'Asia/Ho_Chi_Minh')::time < '13:30')`;
  expect([...rows]).toEqual([]);
});

test("offices that declined stand in the register with reason and reference", async () => {
  const rows = await database.root<{ reason: string; reference: string }[]>`
    select declined_reason as reason, reference from adoption where declined_reason is not null`;
  expect(rows).toHaveLength(3);
  for (const { reason, reference } of rows) {
    expect(reason).toMatch(/^Không đăng ký/);
    expect(reference).toMatch(/ số .+ ngày \d\d\/\d\d\/2023$/);
  }
});

test("the people of the demo can sign in; one has roles in an ended unit and its successor", async () => {
  for (const signInName of ["motcua.dongha", "theodoi.phuoclong", "vanhanh"]) {
    const { staffId } = await signIn({ app: database.app, now }, { signInName, password: DEMO_PASSWORD });
    expect(staffId, signInName).toBeTruthy();
  }
  const roles = await database.root<{ unit_id: string }[]>`
    select unit_id from staff_role r join staff s on s.id = r.staff_id where sign_in_name = 'motcua.dongha'`;
  expect(roles.map((row) => row.unit_id).sort()).toEqual(
    [demoUnitId.oldCommune("19339"), demoUnitId.commune("19333")].sort(),
  );
});

test("a unit for first trials has people and nothing else", async () => {
  const unitId = demoUnitId.commune("19351");
  const [found] = await database.root`
    select (select count(*) from adoption where unit_id = ${unitId}) as adoptions,
      (select count(*) from dossier where unit_id = ${unitId}) as dossiers,
      (select count(*) from staff_role where unit_id = ${unitId}) as roles`;
  expect(found).toEqual({ adoptions: "0", dossiers: "0", roles: "2" });
});

test("a load that was cut short before its end goes on", async () => {
  const before = await countAll();
  await database.root`delete from session`;
  await database.root`delete from petition_reader`;
  await database.root`delete from staff_role`;
  await database.root`delete from staff`;
  await database.root`delete from audit_log where action in ('demo.load', 'session.sign-in')`;
  await database.root`delete from index_entry where unit_id = ${demoUnitId.commune("19333")}`;
  const again = await loadDemo(database.url, () => {}, now, slice);
  expect(again).toEqual({ accounts: first.accounts, dossiers: 0 });
  expect(await countAll()).toEqual(before);
});

test("without the demo there are catalogues and one operator, and a later start adds nothing", async () => {
  const other = await createTestDatabase();
  try {
    const { accounts } = await prepareInstallation(other.url, now, "mot-mat-khau-rieng");
    expect(accounts.map(({ signInName }) => signInName)).toEqual(["vanhanh"]);
    await signIn({ app: other.app, now }, { signInName: "vanhanh", password: "mot-mat-khau-rieng" });
    expect(await loadDemo(other.url, () => {}, now)).toEqual({ accounts: [], dossiers: 0 });
    const [found] = await other.root`
      select (select count(*)::int from unit) as units, (select count(*)::int from procedure) as procedures,
        (select count(*)::int from calendar_layer) as layers`;
    expect(found).toMatchObject({ units: 1, layers: 1 });
    expect(found?.procedures).toBeGreaterThan(20);
  } finally {
    await other.drop();
  }
});
