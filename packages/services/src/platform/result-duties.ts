import type { Database } from "@gandan/db/connect";
import { databaseAway } from "@gandan/db/database-away";
import { findAskingUnits } from "@gandan/db/find-asking-units";
import { findQuotaUnits } from "@gandan/db/find-quota-units";
import type { UnitScope } from "@gandan/db/in-unit";
import { shiftDay } from "@gandan/model/oversight/period";
import { keepOfficerResults, lastWholeQuarter } from "../officer-result/keep-officer-results";
import { remindPublications } from "../publication/remind-publications";
import { keepQuotas } from "../survey/keep-quotas";
import { remindQuota } from "../survey/remind-quota";
import { localToday } from "../unit/local-today";

export interface ResultDuties {
  /**
   * Once an hour: counts what citizens said of officers in a quarter that is over, and reminds of what is to be
   * published and of sheets that are lacking; true when there was anything to do.
   */
  keepResults: (signal: AbortSignal) => Promise<boolean>;
  /** Counts, some units at a time and each once an hour, what stands against the quotas of surveys; true when there were any. */
  keepQuotas: (signal: AbortSignal) => Promise<boolean>;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Units counted before other work has its turn. */
const SOME = 50;
/** What is over for longer is not counted any more. */
const OVER_DAYS = 400;

/** The worker's part in officers' results and publications. */
export function resultDuties(db: UnitScope["db"], finder: Database, clock = () => new Date()): ResultDuties {
  let next = 0;
  let nextQuotas = 0;
  /** Units that failed, and when they are tried again: they must not keep the others waiting. */
  const resting = new Map<string, number>();
  return {
    keepQuotas: async (signal) => {
      const now = clock();
      if (now.getTime() < nextQuotas) return false;
      for (const [unitId, until] of resting) if (until <= now.getTime()) resting.delete(unitId);
      const units = await findQuotaUnits(finder.sql, {
        since: new Date(now.getTime() - HOUR),
        until: shiftDay(localToday(now), -OVER_DAYS),
        limit: SOME,
        except: [...resting.keys()],
      });
      const failures: unknown[] = [];
      for (const unitId of units) {
        if (signal.aborted) return false;
        try {
          await keepQuotas({ db, unitId }, now);
        } catch (error) {
          if (databaseAway(error) !== null) throw error;
          resting.set(unitId, now.getTime() + HOUR);
          failures.push(new Error(`unit ${unitId}`, { cause: error }));
        }
      }
      if (units.length === 0) nextQuotas = now.getTime() + MINUTE;
      if (failures.length > 0) throw new AggregateError(failures, "quotas of some units could not be counted");
      return units.length > 0;
    },
    keepResults: async (signal) => {
      const now = clock();
      if (now.getTime() < next) return false;
      const quarter = lastWholeQuarter(now);
      const failures: unknown[] = [];
      let done = 0;
      for (const { unitId, toCount } of await findAskingUnits(finder.sql, {
        quarter: quarter.from,
        until: quarter.to,
      })) {
        if (signal.aborted) return false;
        try {
          if (toCount && (await keepOfficerResults({ db, unitId }, now))) done++;
          done += await remindPublications({ db, unitId }, now);
          done += await remindQuota({ db, unitId }, now);
        } catch (error) {
          if (databaseAway(error) !== null) throw error;
          // One unit in trouble must not keep the others waiting.
          failures.push(new Error(`unit ${unitId}`, { cause: error }));
        }
      }
      next = now.getTime() + HOUR;
      if (failures.length > 0) throw new AggregateError(failures, "results of some units could not be kept");
      return done > 0;
    },
  };
}
