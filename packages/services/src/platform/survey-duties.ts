import type { Database } from "@gandan/db/connect";
import { databaseAway } from "@gandan/db/database-away";
import { findAnswers } from "@gandan/db/find-answers";
import type { UnitScope } from "@gandan/db/in-unit";
import { AnswersDue } from "../survey/answers-due";
import { moveAnswers } from "../survey/move-answers";

export interface SurveyDuties {
  /** Moves answer sheets that were sent to where they are kept and counted; true when there were any. */
  moveAnswers: (signal: AbortSignal) => Promise<boolean>;
}

/** The worker's part in surveys. */
export function surveyDuties(db: UnitScope["db"], finder: Database): SurveyDuties {
  const due = new AnswersDue();
  return {
    moveAnswers: async (signal) => {
      let moved = 0;
      const failures: unknown[] = [];
      for (const unitId of due.of(await findAnswers(finder.sql), new Date())) {
        try {
          for (let some = 1; some > 0 && !signal.aborted; moved += some) {
            some = await moveAnswers({ db, unitId }, new Date());
          }
        } catch (error) {
          if (databaseAway(error) !== null) throw error;
          failures.push(new Error(`unit ${unitId}`, { cause: error }));
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, "answers of some units could not be moved");
      return moved > 0;
    },
  };
}
