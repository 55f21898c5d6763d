import { afterAll, beforeAll, expect, it } from "vitest";
import { findDeliveries, findMails, findReminders } from "./find-notices";
import { inUnit } from "./in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";

let database: TestDatabase;
let units: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  units = [await newUnit(database.owner), await newUnit(database.owner)];
  for (const unitId of units) {
    // Two in a thousand have a reminder to come.
    await database.root`
      insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
        received_at, last_seq, next_remind_at)
      select ${unitId}, 'H-' || n, '2026-03-02', '1.001193', 'birth', 'direct', 'accepted', '2026-03-02', 1,
        case when n % 500 = 0 then '2026-03-09T01:20:00Z'::timestamptz + n * interval '1 minute' end
      from generate_series(1, 5000) n`;
  }
  const [unitId] = units;
  await database.root`
    insert into notice_mail (unit_id, staff_id, state, send_at, created_at)
    select ${unitId!}, uuidv7(), case when n % 2 = 0 then 'waiting' else 'sent' end,
      '2026-03-09'::timestamptz + n * interval '1 minute', now() from generate_series(1, 400) n`;
  await database.root`
    insert into webhook (unit_id, id, url, secret, events, state, created_by, created_at, updated_at)
    values (${unitId!}, ${unitId!}, '', '', '{}', 'active', '', now(), now())`;
  await database.root`
    insert into webhook_delivery (unit_id, webhook_id, event, body, state, send_at, created_at)
    select ${unitId!}, ${unitId!}, 'ping', '', case when n % 2 = 0 then 'waiting' else 'delivered' end,
      '2026-03-09'::timestamptz + n * interval '1 minute', now() from generate_series(1, 400) n`;
  // Most reminders have withdrawn themselves.
  await database.root`
    insert into notice (unit_id, dossier_id, kind, at, audience, issued_at, withdrawn_at)
    select unit_id, id, k, '2026-03-09', 'desk', '2026-03-09', case when external_code <> 'H-7' then now() end
    from dossier, unnest('{before-due,late,weekend}'::text[]) k where unit_id = ${unitId!}`;
  await database.root`vacuum analyze`;
});
afterAll(() => database.drop());

const at = (time: string) => new Date(`2026-03-09T${time}Z`);

it("finds units, e-mails and deliveries by their time alone, what was done apart", async () => {
  const { sql } = database.worker;
  expect(await findReminders(sql, at("01:20:00"))).toEqual([]);
  expect((await findReminders(sql, at("09:40:00"))).map(({ unitId }) => unitId)).toEqual([...units].sort());
  const midnight = new Date("2026-03-08T17:00:00Z");
  expect(await findMails(sql, midnight)).toEqual([]);
  expect(await findMails(sql, at("23:00:00"))).toHaveLength(100);
  expect(await findDeliveries(sql, at("23:00:00"))).toHaveLength(100);
  expect((await findDeliveries(sql, new Date("2026-03-10T23:00:00Z")))[0]).toMatchObject({ unitId: units[0] });
});

it.each([
  ["dossier_next_remind_idx", "select distinct unit_id from dossier where next_remind_at <= '2026-03-09T10:00Z'"],
  [
    "notice_mail_waiting_idx",
    "select unit_id, id from notice_mail where state = 'waiting' and send_at <= '2026-03-09T00:05Z' order by send_at limit 100",
  ],
  [
    "webhook_delivery_waiting_idx",
    "select unit_id, id from webhook_delivery where state = 'waiting' and send_at <= '2026-03-09T00:05Z' order by send_at limit 100",
  ],
])("goes by %s, whatever else there is", async (index, query) => {
  const plan = await database.worker.sql.unsafe(`explain (format json) ${query}`);
  const text = JSON.stringify(plan);
  expect(text).toContain(index);
  expect(text).not.toContain("Seq Scan");
});

it("counts what a person has still to read without a look at what has withdrawn itself", async () => {
  const unitId = units[0]!;
  const scope = { db: { app: database.app }, unitId };
  const plan = await inUnit(scope, (_tx, sql) =>
    sql.unsafe(`explain (format json) select count(*) from (
      select from notice n where n.unit_id = '${unitId}'
        and (n.staff_id = '${unitId}' or n.staff_id is null and n.audience = any('{desk}'))
        and n.withdrawn_at is null and n.issued_at > '2026-03-01' and not exists (
          select from notice_read r where r.unit_id = n.unit_id and r.staff_id = '${unitId}' and r.notice_id = n.id)
      limit 100) found`),
  );
  expect(JSON.stringify(plan)).toContain("notice_live_idx");
});

it("tells the worker who is waiting, and nothing of what is said to whom", async () => {
  const { sql } = database.worker;
  for (const query of [
    "select dossier_id from notice",
    "select address from notice_mail",
    "select body from webhook_delivery",
    "select secret from webhook",
    "select address from notice_choice",
    "update notice_mail set state = 'sent'",
  ]) {
    await expect(sql.unsafe(query)).rejects.toMatchObject({ code: "42501" });
  }
});
