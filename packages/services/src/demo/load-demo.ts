import type { InstallationKey } from "@gandan/auth/seal";
import { dateOfDay, type LocalDate, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { connect, type Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { writeSuccessions, writeUnits } from "@gandan/db/unit/write-units";
import type { TransactionSql } from "postgres";
import { recordDossiers } from "../dossier/record-dossiers";
import { loadJudge } from "../outcome/load-judge";
import { foldRollups } from "../rollup/fold-rollups";
import { addAccounts, DEMO_PASSWORD, type DemoAccount, demoAccounts, operatorAccount } from "./demo-accounts";
import { adoptDemoModels, applyDemoYardstick } from "./demo-adoptions";
import { fillDemoFeedback } from "./demo-feedback";
import { fillDemoIndex } from "./demo-index";
import { fillDemoPetitions } from "./demo-petitions";
import { demoSuccessions, demoUnits } from "./demo-units";
import { askDemoCitizens } from "./demo-voice";
import { installCatalogues } from "./install-catalogues";
import { type DaySpan, unitDossiers } from "./unit-dossiers";
import { type UnitHabits, unitHabits } from "./unit-habits";

const FIRST_DAY = "2024-01-01";
const DONE = "demo.load";
/** As far back as the demo's desks have reminders to read. */
const REMINDED_DAYS = 10;

type SeatAccount = Omit<DemoAccount, "roles"> & { role: string; password: string };

export interface DemoResult {
  /** Accounts to sign in with; none when the database holds data of its own. */
  accounts: SeatAccount[];
  /** Dossiers written now. */
  dossiers: number;
}

type Pools = { owner: Database; app: Database; oversight: Database };

async function withPools<T>(ownerUrl: string, work: (db: Pools) => Promise<T>): Promise<T> {
  const db = {
    owner: connect({ url: ownerUrl, max: 1, name: "gandan-demo" }),
    app: connect({ url: ownerUrl, role: "app", max: 4, name: "gandan-demo" }),
    oversight: connect({ url: ownerUrl, role: "oversight", max: 1, name: "gandan-demo" }),
  };
  try {
    return await work(db);
  } finally {
    await Promise.all([db.owner.end(), db.app.end(), db.oversight.end()]);
  }
}

/** What was done to the database before: the demo, something else, or nothing. */
async function findState({ app }: Pools): Promise<"demo" | "other" | "empty"> {
  const [done] = await inUnit(
    { db: { app }, unitId: OPERATOR_UNIT_ID },
    (_tx, sql) => sql`select 1 from audit_log where unit_id = ${OPERATOR_UNIT_ID} and action = ${DONE} limit 1`,
  );
  if (done) return "demo";
  const [person] = await app.sql`select 1 from staff limit 1`;
  return person ? "other" : "empty";
}

/**
 * Brings the catalogues up to date and loads the demo into a database without people: units, models, dossiers from
 * 2024 to the day before yesterday, points and accounts. People come last, then a mark in the operator's log, so that
 * a load that was cut short goes on at the next start. Deterministic for a day; a database with data stays as it is.
 * @param ownerUrl login of the owner
 * @param progress told a sentence (vi · en) now and then
 * @param days only these days of dossiers, for tests
 * @param key of the installation; without it no petition is sealed
 */
export function loadDemo(
  ownerUrl: string,
  progress: (sentence: string) => void,
  now: Date,
  days?: DaySpan,
  key?: InstallationKey,
): Promise<DemoResult> {
  return withPools(ownerUrl, async (db) => {
    await installCatalogues(db, now);
    const state = await findState(db);
    if (state !== "empty") return { accounts: state === "demo" ? seats(demoAccounts()) : [], dossiers: 0 };
    progress("Đang nạp dữ liệu dùng thử… · Loading the demo…");
    await db.owner.sql.begin(async (sql) => {
      await writeUnits(sql, demoUnits());
      await writeSuccessions(sql, demoSuccessions());
    });
    await applyDemoYardstick(db);
    await adoptDemoModels(db.app, now);
    const span = days ?? { from: FIRST_DAY, to: dayBefore(now, 2) };
    const dossiers = await recordAll(db.app, span, now);
    await fillDemoIndex(db, now);
    await askDemoCitizens(db, now);
    await fillDemoFeedback(db, now);
    await addAccounts(db.app, demoAccounts(), DEMO_PASSWORD);
    await inUnit({ db, unitId: OPERATOR_UNIT_ID }, (_tx, sql) =>
      appendAudit(sql, { unitId: OPERATOR_UNIT_ID, at: now, actor: "demo", action: DONE, details: { dossiers } }),
    );
    // Behind the mark, for they want people: a load that is cut short here lacks them, and nothing else.
    if (key) await fillDemoPetitions(db, key, now);
    progress(`Đã nạp ${dossiers} hồ sơ. · ${dossiers} dossiers loaded.`);
    return { accounts: seats(demoAccounts()), dossiers };
  });
}

/**
 * Catalogues and the operator's account, for an installation that begins with its own data.
 * @param password of the operator, used only when there is nobody yet
 */
export function prepareInstallation(ownerUrl: string, now: Date, password: string): Promise<DemoResult> {
  return withPools(ownerUrl, async (db) => {
    await installCatalogues(db, now);
    if ((await findState(db)) !== "empty") return { accounts: [], dossiers: 0 };
    await addAccounts(db.app, [operatorAccount], password);
    return { accounts: seats([operatorAccount], password), dossiers: 0 };
  });
}

function seats(accounts: readonly DemoAccount[], password = DEMO_PASSWORD): SeatAccount[] {
  return accounts.map(({ site, signInName, name, unit, roles }) => ({
    site,
    signInName,
    name,
    unit,
    role: roles[0]?.role ?? "",
    password,
  }));
}

function dayBefore(now: Date, days: number): LocalDate {
  return dateOfDay(Math.floor(toLocalMinute(now) / 1440) - days);
}

/** Dossiers of all units, two units at a time: one is computed while the database writes the other. */
async function recordAll(app: Database, span: DaySpan, now: Date): Promise<number> {
  const waiting = unitHabits();
  let total = 0;
  const work = async () => {
    for (let habits = waiting.shift(); habits; habits = waiting.shift()) {
      const written = await recordUnit(app, habits, span, now);
      total += written;
    }
  };
  await Promise.all([work(), work()]);
  return total;
}

/** What the desk would have been reminded of since a moment is left for the worker to tell. */
async function leaveReminders(sql: TransactionSql, unitId: string, since: Date): Promise<void> {
  await sql`
    update dossier set next_remind_at = ${since}
    where unit_id = ${unitId} and closed_at is null and ended_at is null
      and coalesce(finished_at, promised_at) > ${since}`;
}

async function recordUnit(app: Database, habits: UnitHabits, span: DaySpan, now: Date): Promise<number> {
  const { unitId } = habits;
  const scope = { db: { app }, unitId };
  const count = await inUnit(scope, async (_tx, sql) => {
    const [known] = await sql`select 1 from dossier where unit_id = ${unitId} limit 1`;
    if (known) return 0;
    const judge = await loadJudge(sql, unitId, now);
    const batch = unitDossiers(habits, judge, span, now);
    await recordDossiers(sql, { unitId, actor: "demo", now, source: "demo" }, judge, batch);
    await leaveReminders(sql, unitId, new Date(now.getTime() - REMINDED_DAYS * 86_400_000));
    return batch.length;
  });
  await foldRollups(scope, now);
  return count;
}
