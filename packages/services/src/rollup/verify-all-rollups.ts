import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { unitById } from "@gandan/db/unit/find-unit";
import { verifyResponses } from "../survey/fold-responses";
import { type RollupDifference, verifyRollups } from "./verify-rollups";

export interface UnitDifference extends Omit<RollupDifference, "grain"> {
  unitId: string;
  unitName: string;
  unitCode: string;
  /** "survey": counts of answers by day; `versionId` is then the form. */
  grain: RollupDifference["grain"] | "survey";
}

export interface AllDifferences {
  /** Units with dossiers, or with a survey form. */
  units: number;
  differences: UnitDifference[];
}

const LATEST = "9999-12-31";

/** Recounts the roll-ups of every unit with dossiers or surveys; nothing is changed. For the operator's command line. */
export async function verifyAllRollups(ownerUrl: string): Promise<AllDifferences> {
  const worker = connect({ url: ownerUrl, role: "worker", max: 1, name: "gandan-verify" });
  const app = connect({ url: ownerUrl, role: "app", max: 1, name: "gandan-verify" });
  try {
    // One step of the index for each unit, however many dossiers it has.
    const units = await worker.sql<{ unitId: string }[]>`
      with recursive seen as (
        (select unit_id from dossier order by unit_id limit 1)
        union all
        select (select unit_id from dossier where unit_id > seen.unit_id order by unit_id limit 1)
        from seen where seen.unit_id is not null
      )
      select unit_id as "unitId" from seen where unit_id is not null
      union select unit_id from survey_form`;
    const differences: UnitDifference[] = [];
    for (const { unitId } of units) {
      const scope = { db: { app }, unitId };
      const surveys = await inUnit(scope, (_tx, sql) => verifyResponses(sql, unitId));
      const found: Omit<UnitDifference, "unitId" | "unitName" | "unitCode">[] = [
        ...(await verifyRollups(scope)),
        ...surveys.map(({ formId, day }) => ({ grain: "survey" as const, versionId: formId, period: day })),
      ];
      if (found.length === 0) continue;
      const unit = await unitById(app.sql, unitId, LATEST);
      const face = { unitId, unitName: unit?.name ?? unitId, unitCode: unit?.code ?? "" };
      differences.push(...found.map((difference) => ({ ...face, ...difference })));
    }
    return { units: units.length, differences };
  } finally {
    await Promise.all([worker.end(), app.end()]);
  }
}
