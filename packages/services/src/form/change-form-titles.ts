import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { type ChangeFormTitles, type FormTitles, formTitles } from "@gandan/model/form/form-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { readSetting, type UnitSetting, writeSetting } from "../settings/unit-setting";

/** Where the titles stand among the settings of a unit. */
export const TITLES_AREA = "form-titles";

export interface TitleSettings extends UnitSetting<FormTitles> {
  /** What the circular calls them. */
  usual: FormTitles;
  mayChange: boolean;
}

/** The titles of the unit's forms, with who changed them last. @throws AppError FORBIDDEN */
export async function readFormTitles(ctx: UnitCtx): Promise<TitleSettings> {
  authorize(ctx, "settings:read");
  return inUnit(ctx, async (_tx, sql) => ({
    ...(await readSetting(sql, ctx.unitId, TITLES_AREA, formTitles)),
    usual: formTitles.parse({}),
    mayChange: mayDo(ctx, "settings:edit"),
  }));
}

/**
 * Changes the titles of the forms, as they were seen.
 * @throws AppError FORBIDDEN; CONFLICT settings.changed; INVALID unit.ended
 */
export async function changeFormTitles(ctx: UnitCtx, input: ChangeFormTitles): Promise<void> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const seen = await readSetting(sql, unitId, TITLES_AREA, formTitles);
    await writeSetting(sql, ctx, TITLES_AREA, seen, { revision: input.revision, value: input.titles });
  });
}
