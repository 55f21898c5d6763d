import type { UnitCtx } from "@gandan/auth/unit-context";
import { connect } from "@gandan/db/connect";
import { unitByCode, unitBySlug } from "@gandan/db/unit/find-unit";
import { AppError } from "@gandan/model/error/app-error";
import { comparison } from "@gandan/model/oversight/oversight-inputs";
import { type Comparison, compareUnits } from "./compare-units";

/**
 * Compares the units below one, named by its official code in force on the last day or by the slug of its address, for
 * whoever has the owner's login. Reads roll-ups as the oversight role, like the web site.
 * @throws AppError NOT_FOUND unit.notFound
 */
export async function compareByCode(
  ownerUrl: string,
  input: { above: string; from: string; to: string },
  now: Date,
): Promise<Comparison> {
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-compare" });
  const oversight = connect({ url: ownerUrl, role: "oversight", max: 2, name: "gandan-compare" });
  try {
    const { above, from, to } = input;
    const unit = (await unitByCode(app.sql, above, to)) ?? (await unitBySlug(app.sql, above, to));
    if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
    const roles = [{ unitId: unit.id, role: "oversight-officer" as const }];
    const actor = { staffId: "command-line", name: "command-line", roles };
    const ctx: UnitCtx = { db: { app, oversight }, actor, unitId: unit.id, now, language: "vi" };
    return await compareUnits(ctx, comparison.parse({ from, to, sort: "points", direction: "down" }));
  } finally {
    await Promise.all([app.end(), oversight.end()]);
  }
}
