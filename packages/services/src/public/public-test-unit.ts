import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { moment } from "../dossier/dossier-test-unit";
import type { RequestCtx } from "../session/request-ctx";

/** Promises that dossiers measure, and one that nothing does. */
export const promising = modelSource.parse({
  schema: 1,
  id: "loi-hua",
  title: "3 không",
  slogans: [
    {
      id: "ba-khong",
      title: "3 không",
      commitments: [
        { id: "khong-tre", text: "Không trễ hẹn", measured_by: ["dung-hen"] },
        { id: "mim-cuoi", text: "Luôn mỉm cười" },
      ],
    },
  ],
  rules: { "dung-hen": { kind: "dossier.on-time" }, "xin-loi": { kind: "dossier.apology" } },
  scorecard: { min_n: 3, lines: [{ id: "diem", title: "Đúng hẹn", points: 100, measured_by: ["dung-hen"] }] },
});

/** Anybody at a moment, without a session. */
export const anybodyAt = (database: TestDatabase, time: string): RequestCtx => ({
  db: { app: database.app, oversight: database.oversight },
  policy: { secondFactor: "offered", idleMinutes: 30, key: Buffer.alloc(32) },
  session: null,
  gate: null,
  now: moment(time),
  language: "vi",
  host: "localhost",
  userAgent: null,
  address: null,
});

/** A commune with the address of its public pages. */
export async function publicUnitIn(database: TestDatabase, unit: Parameters<typeof newUnit>[1] = {}) {
  const unitId = await newUnit(database.owner, unit);
  const [row] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  return { unitId, slug: row!.slug };
}
