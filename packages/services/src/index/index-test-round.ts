import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { indexFrame } from "@gandan/model/index/index-frame";
import type { EnterIndex } from "@gandan/model/index/index-inputs";
import {
  actingAt,
  adoptOwn,
  happened,
  moment,
  provinceWithYardstick,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { foldRollups } from "../rollup/fold-rollups";

/** Two fields, three leaves, ten points: yes or no (2), a ratio filled from facts (4), a survey (4). */
const source = indexFrame.parse({
  schema: 1,
  id: "khung",
  title: "Khung thử",
  year: 2026,
  level: "commune",
  total: 10,
  classes: [
    { id: "tot", title: "Tốt", from: 8 },
    { id: "yeu", title: "Yếu", from: 0 },
  ],
  fields: [
    {
      id: "mot",
      title: "Một",
      points: 6,
      criteria: [
        { id: "co-khong", title: "Có không", points: 2, leaf: { kind: "yes-no" } },
        {
          id: "dung-han",
          title: "Đúng hạn",
          points: 4,
          leaf: { kind: "ratio", measured_by: { yardstick: "dung-hen-lai" } },
        },
      ],
    },
    {
      id: "hai",
      title: "Hai",
      points: 4,
      criteria: [{ id: "hai-mot", title: "Hai", points: 4, leaf: { kind: "survey" } }],
    },
  ],
});

export const TIME = "2026-11-20T09:00";

/** A province with yardstick and frame, and a commune below it. */
export async function roundOf(database: TestDatabase) {
  const { provinceId } = await provinceWithYardstick(database);
  const [frame] = await database.root<{ id: string }[]>`
    insert into index_frame (unit_id, slug, year, title, state, source, yaml, published_at)
    values (${provinceId}, 'khung', 2026, 'Khung thử', 'published', ${source as never}::jsonb, '', now()) returning id`;
  const unitId = await newUnit(database.owner, { parentId: provinceId });
  return { provinceId, unitId, frameId: frame!.id };
}

/** Twelve dossiers of a unit, three of them late, folded. */
export async function twelveDossiers(database: TestDatabase, unitId: string) {
  await adoptOwn(database, unitId);
  const ctx = actingAt(database, unitId, TIME);
  const batch = Array.from({ length: 12 }, (_, i) =>
    takenIn(`${unitId}-${i}`, "2026-11-02T08:00", "2026-11-03T08:00", [
      happened(i < 3 ? "2026-11-04T08:00" : "2026-11-02T15:00", { type: "finished" }),
    ]),
  );
  await recordAll(ctx, batch);
  await foldRollups(ctx, moment(TIME));
}

/** One leaf as a unit enters it. */
export const value = (
  frameId: string,
  leaf: string,
  entered: number | "left-out" | null,
  seen: Date | null = null,
): EnterIndex => ({
  frameId,
  leaves: [{ leaf, value: entered, note: "Kế hoạch số 1", seen }],
});
