import { connect } from "@gandan/db/connect";
import { databaseAway } from "@gandan/db/database-away";
import { findImports, findOldUploads } from "@gandan/db/find-imports";
import { findLetters } from "@gandan/db/find-letters";
import { findMaking } from "@gandan/db/find-making";
import { findWork } from "@gandan/db/find-work";
import { expireImports, keptSince } from "../import/expire-imports";
import { runImport } from "../import/run-import";
import { keepLetters } from "../letter/keep-letters";
import { MOST_TRIES, makeLetterFiles } from "../letter/make-letter-files";
import { rejudgeDue } from "../outcome/rejudge-due";
import { foldRollups } from "../rollup/fold-rollups";
import { openDatabases } from "../session/open-databases";
import { type NoticeDuties, noticeDuties } from "./notice-duties";
import { type ResultDuties, resultDuties } from "./result-duties";
import { type SurveyDuties, surveyDuties } from "./survey-duties";

export interface WorkerDuties extends Omit<NoticeDuties, "closeMailer">, SurveyDuties, ResultDuties {
  /** Judges what time alone has changed and folds what was noted, unit by unit; true when there was any. */
  keepFigures: (signal: AbortSignal) => Promise<boolean>;
  /** Drafts the letters that dossiers call for and withdraws drafts that are no longer needed; true when there were any. */
  keepLetters: (signal: AbortSignal) => Promise<boolean>;
  /** Makes the files of letters that were signed; true when there were any. */
  makeLetters: (signal: AbortSignal) => Promise<boolean>;
  /** Writes the files that wait to be imported; true when there was any. */
  runImports: (signal: AbortSignal) => Promise<boolean>;
  /** Forgets uploads that nobody started, once an hour; true when there were any. */
  expireImports: (signal: AbortSignal) => Promise<boolean>;
  /** The code by which an error says that the database does not answer; null when it says something else. */
  away: (error: unknown) => string | null;
  close: () => Promise<void>;
}

const HOUR = 3_600_000;

/** Opens the worker's connections from the environment. */
export function openWorker(env: NodeJS.ProcessEnv): WorkerDuties {
  const db = openDatabases(env, "gandan-worker");
  const finder = connect({
    url: env.DATABASE_WORKER_URL ?? env.DATABASE_URL ?? "",
    role: "worker",
    max: 1,
    name: "gandan-worker",
  });
  let nextExpiry = 0;
  const { closeMailer, ...notices } = noticeDuties(db, finder, env);
  return {
    ...notices,
    ...surveyDuties(db, finder),
    ...resultDuties(db, finder),
    keepFigures: async (signal) => {
      const work = await findWork(finder.sql, new Date());
      const failures: unknown[] = [];
      for (const { unitId, due } of work) {
        if (signal.aborted) return false;
        const scope = { db, unitId };
        try {
          while (due && !signal.aborted && (await rejudgeDue(scope, new Date())) > 0);
          await foldRollups(scope, new Date());
        } catch (error) {
          if (databaseAway(error) !== null) throw error;
          // One unit in trouble must not keep the others waiting.
          failures.push(new Error(`unit ${unitId}`, { cause: error }));
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, "figures of some units could not be kept");
      return work.length > 0;
    },
    keepLetters: async (signal) => {
      const units = await findLetters(finder.sql, new Date());
      const failures: unknown[] = [];
      for (const { unitId } of units) {
        try {
          while (!signal.aborted && (await keepLetters({ db, unitId }, new Date())) > 0);
        } catch (error) {
          if (databaseAway(error) !== null) throw error;
          failures.push(new Error(`unit ${unitId}`, { cause: error }));
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, "letters of some units could not be drafted");
      return units.length > 0;
    },
    makeLetters: async (signal) => {
      let made = 0;
      const failures: unknown[] = [];
      for (const { unitId } of await findMaking(finder.sql, MOST_TRIES)) {
        if (signal.aborted) return false;
        try {
          made += await makeLetterFiles({ db, unitId }, () => new Date(), signal);
        } catch (error) {
          if (databaseAway(error) !== null) throw error;
          failures.push(new Error(`unit ${unitId}`, { cause: error }));
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, "files of letters of some units could not be made");
      return made > 0;
    },
    runImports: async (signal) => {
      let done = 0;
      for (const { unitId, importId } of await findImports(finder.sql)) {
        if (signal.aborted) return false;
        const end = await runImport({ db, unitId }, importId, new Date(), { signal });
        if (end === "done") done++;
      }
      return done > 0;
    },
    expireImports: async (signal) => {
      const now = new Date();
      if (now.getTime() < nextExpiry) return false;
      let expired = 0;
      for (const { unitId } of await findOldUploads(finder.sql, keptSince(now))) {
        if (signal.aborted) return false;
        expired += await expireImports({ db, unitId }, now);
      }
      nextExpiry = now.getTime() + HOUR;
      return expired > 0;
    },
    away: databaseAway,
    close: async () => {
      closeMailer();
      await Promise.all([db.end(), finder.end()]);
    },
  };
}
