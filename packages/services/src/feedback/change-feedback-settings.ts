import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import {
  type ChangeFeedbackSettings,
  type FeedbackSettings,
  feedbackSettings,
} from "@gandan/model/feedback/feedback-inputs";
import { isEnded, refuseEnded } from "../adoption/refuse-ended";
import { loadJudge } from "../outcome/load-judge";
import { readSetting, type UnitSetting, writeSetting } from "../settings/unit-setting";
import { localToday } from "../unit/local-today";
import { FEEDBACK_AREA, modelTerms, termOf } from "./feedback-term";

export interface FeedbackSettingsPage extends UnitSetting<FeedbackSettings> {
  /** The term that holds for feedback of today, as `parseTerm` reads it. */
  term: string;
  /** True where a model or a yardstick sets it: what the unit has set waits. */
  byModel: boolean;
  mayChange: boolean;
}

/** The term within which feedback is answered, and whence it comes. @throws AppError FORBIDDEN */
export async function readFeedbackSettings(ctx: UnitCtx): Promise<FeedbackSettingsPage> {
  authorize(ctx, "feedback:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const setting = await readSetting(sql, unitId, FEEDBACK_AREA, feedbackSettings);
    const judge = await loadJudge(sql, unitId, now);
    const { term } = await termOf(sql, unitId, now);
    const byModel = modelTerms(judge, toLocalMinute(now)).length > 0;
    const ended = await isEnded(sql, unitId, localToday(now));
    return { ...setting, term, byModel, mayChange: mayDo(ctx, "settings:edit") && !ended };
  });
}

/**
 * Sets the term for feedback that comes from now on, where no model sets one; what has been told to citizens stays.
 * @throws AppError FORBIDDEN; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changeFeedbackSettings(ctx: UnitCtx, { revision, days }: ChangeFeedbackSettings): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(ctx.now));
    const seen = await readSetting(sql, unitId, FEEDBACK_AREA, feedbackSettings);
    await writeSetting(sql, ctx, FEEDBACK_AREA, seen, { revision, value: { days } });
  });
}
