import { once } from "node:events";
import { toInstant } from "@gandan/calendar/local-time";
import { factColumns } from "@gandan/db/schema/fact-columns";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { date, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { STAGED_COLUMNS, type StagedDossier } from "../src/dossier/staged-dossier";
import { factsToColumns } from "../src/outcome/fact-columns";
import type { BenchDatabase } from "./bench-database";

const DRIZZLE_BATCH = 1_000;

/** The table into which the product copies dossiers, as drizzle knows tables. */
const staged = pgTable("staged_dossier", {
  ...factColumns(),
  knownId: uuid(),
  externalCode: text(),
  receivedOn: date(),
  phone: text(),
  lastSeq: integer(),
  nextJudgeAt: timestamp({ withTimezone: true }),
  nextRemindAt: timestamp({ withTimezone: true }),
  lettersAt: timestamp({ withTimezone: true }),
  ownVersionId: uuid(),
  firstSeq: integer(),
  events: jsonb(),
  recordedAt: timestamp({ withTimezone: true }),
  outcomes: jsonb(),
  applicantName: text(),
  officer: text(),
  nameKey: text(),
  nameTail: text(),
  nameMarked: text(),
  phoneTail: text(),
});

/** The product's staging table, unlogged instead of temporary so that all peers reach it. */
export async function createStaged({ owner }: BenchDatabase): Promise<void> {
  await owner.sql`create unlogged table staged_dossier (${owner.sql.unsafe(STAGED_COLUMNS)})`;
}

/** What the table holds, in one text that two ways of filling it must agree on. */
export async function stagedContents({ root }: BenchDatabase): Promise<string> {
  const [row] = await root<{ sum: string }[]>`
    select count(*) || ' ' || coalesce(sum(hashtextextended(s::text, 0)), 0) as sum from staged_dossier s`;
  return row?.sum ?? "";
}

/** An open COPY into the emptied table: `send` pieces of it, then `end`. */
export async function openCopy({ root }: BenchDatabase) {
  await root`truncate staged_dossier`;
  const stream = await root`copy staged_dossier from stdin`.writable();
  return {
    send: async (pieces: Iterable<Buffer>) => {
      for (const piece of pieces) if (!stream.write(piece)) await once(stream, "drain");
    },
    end: async () => {
      stream.end();
      await once(stream, "finish");
    },
  };
}

/** Plain COPY of rows that are ready as text. */
export async function copyReady(database: BenchDatabase, pieces: readonly Buffer[]): Promise<void> {
  const { send, end } = await openCopy(database);
  await send(pieces);
  await end();
}

type DrizzleRow = typeof staged.$inferInsert;

const instantOf = (minute: number) => (minute === NEVER ? null : toInstant(minute));

/** A row as drizzle wants it. */
export function forDrizzle(row: StagedDossier): DrizzleRow {
  const { facts, nextJudgeAt, nextRemindAt, lettersAt, events, outcomes, recordedAt, ...rest } = row;
  const common = recordedAt === null ? null : new Date(recordedAt);
  const told = events.map(({ at, fact, ...each }) =>
    each.recordedAt === recordedAt ? { at, fact } : { at, fact, ...each },
  );
  return {
    ...factsToColumns(facts),
    ...rest,
    events: told,
    outcomes: outcomes.map(({ versionId, bits, pending }) => ({ version_id: versionId, bits, pending })),
    recordedAt: common,
    nextJudgeAt: instantOf(nextJudgeAt),
    nextRemindAt: instantOf(nextRemindAt),
    lettersAt: instantOf(lettersAt),
  };
}

/** The same rows into the same table through drizzle, a thousand at once. */
export async function insertByDrizzle({ root, owner }: BenchDatabase, rows: readonly DrizzleRow[]): Promise<void> {
  await root`truncate staged_dossier`;
  for (let from = 0; from < rows.length; from += DRIZZLE_BATCH) {
    await owner.db.insert(staged).values(rows.slice(from, from + DRIZZLE_BATCH));
  }
}
