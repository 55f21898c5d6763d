import type { Database } from "@gandan/db/connect";
import { databaseAway } from "@gandan/db/database-away";
import { findAskingUnits } from "@gandan/db/find-asking-units";
import type { UnitScope } from "@gandan/db/in-unit";
import { keepOfficerResults, lastWholeQuarter } from "../officer-result/keep-officer-results";
import { remindPublications } from "../publication/remind-publications";
import { remindQuota } from "../survey/remind-quota";

export interface ResultDuties {
  /**
   * Once an hour: counts what citizens said of officers in a quarter that is over, and reminds of what is to be
   * published and of sheets that are lacking; true when there was anything to do.
   */
  keepResults: (signal: AbortSignal) => Promise<boolean>;
}

const HOUR = 3_600_000;

/** The worker's part in officers' results and publications. */
export function resultDuties(db: UnitScope["db"], finder: Database, clock = () => new Date()): ResultDuties {
  let next = 0;
  return {
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
