import type { UnitCtx } from "@gandan/auth/unit-context";
import type { Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { TWO_TIERS_FROM } from "@gandan/db/unit/list-dates";
import type { IndexFrame, IndexLeaf, IndexNode } from "@gandan/model/index/index-frame";
import { leafPoints } from "@gandan/model/index/score-index";
import { shiftDay } from "@gandan/model/oversight/period";
import { startFrame } from "../index-frame/draft-frame";
import { readFrameText } from "../index-frame/frame-text";
import { listFrames } from "../index-frame/list-frames";
import { publishFrame } from "../index-frame/publish-frame";
import { exportFrame, readFramePage } from "../index-frame/read-frame-page";
import { type DemoDatabases, demoLeader } from "./demo-leader";
import { demoUnitId } from "./demo-units";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** Provinces with the years for which they publish the sample frame, and the communes that enter points. */
function publishedBy(): { unitId: string; years: number[]; communes: string[] }[] {
  const at = demoUnitId;
  return [
    {
      unitId: at.binhPhuoc,
      years: [2024],
      communes: ["25216", "25217", "25219", "25220", "25237", "25245", "25249"].map(at.oldCommune),
    },
    { unitId: at.oldQuangTri, years: [2024], communes: [at.oldCommune("19339")] },
    { unitId: at.dakNong, years: [2024], communes: [at.oldCommune("24649")] },
    {
      unitId: at.thanhHoa,
      years: [2024, 2025, 2026],
      communes: [at.oldCommune("14824"), at.oldCommune("15598"), at.commune("14818"), at.commune("15592")],
    },
    { unitId: at.quangTri, years: [2025, 2026], communes: [at.commune("19333")] },
    { unitId: at.lamDong, years: [2025, 2026], communes: [at.commune("24649")] },
    { unitId: at.dongNai, years: [2025, 2026], communes: [at.commune("25217"), at.commune("25220")] },
  ];
}

/** Publishes the sample frame in each province and year, and enters points with notes for its communes. */
export async function fillDemoIndex(db: DemoDatabases, now: Date): Promise<void> {
  for (const { unitId, years, communes } of publishedBy()) {
    for (const year of years) {
      const { frameId, source } = await publishSample(db, unitId, year, now);
      const oldOnes = new Set(["14824", "15598"].map(demoUnitId.oldCommune));
      const inYear = communes.filter((id) => unitId !== demoUnitId.thanhHoa || oldOnes.has(id) === year < 2025);
      for (const commune of inYear) await enterPoints(db.app, commune, frameId, source, year, now);
    }
  }
}

/** Provinces that came to be in July 2025. */
const newProvinces = new Set([demoUnitId.quangTri, demoUnitId.lamDong, demoUnitId.dongNai]);

/** In February, or two weeks after the province came to be; never later than now. */
function publicationOf(unitId: string, year: number, now: Date): Date {
  const day = newProvinces.has(unitId) && year === 2025 ? shiftDay(TWO_TIERS_FROM, 14) : `${year}-02-02`;
  return new Date(Math.min(Date.parse(`${day}T08:00:00+07:00`), now.getTime()));
}

/** Lets the leader of a province publish the sample frame for a year, unless the year has one. */
async function publishSample(db: DemoDatabases, unitId: string, year: number, now: Date) {
  const ctx = demoLeader(db, unitId, publicationOf(unitId, year, now));
  const known = (await listFrames(ctx)).frames.find((frame) => frame.own && frame.year === year);
  const frameId = known?.id ?? (await startSample(ctx, year));
  if (known?.state !== "published") {
    const { checksum } = await readFramePage(ctx, { frameId });
    await publishFrame(ctx, { frameId, checksum });
  }
  const read = readFrameText((await exportFrame(ctx, { frameId })).yaml);
  if ("problems" in read) throw new Error(read.problems[0]?.message.en);
  return { frameId, source: read.frame };
}

async function startSample(ctx: UnitCtx, year: number): Promise<string> {
  const started = await startFrame(ctx, { year, from: "sample" });
  if ("problems" in started) throw new Error(started.problems[0]?.message.en);
  return started.frameId;
}

interface Leaf {
  id: string;
  points: number;
  leaf: IndexLeaf;
}

function leavesOf(nodes: readonly IndexNode[]): Leaf[] {
  return nodes.flatMap(({ id, points, leaf, children }) => [
    ...(leaf ? [{ id, points, leaf }] : []),
    ...leavesOf(children ?? []),
  ]);
}

const NOTES = [
  "Theo báo cáo cải cách hành chính năm",
  "Biên bản kiểm tra ngày 15/11",
  "Tự đánh giá, chờ thẩm định",
  "Số liệu từ hệ thống của tỉnh",
];

/**
 * Enters made-up points with notes for a unit, the same each time; a leaf that has some keeps them. Leaves that facts
 * fill are left to them; the current year is not entered to the end.
 */
export async function enterPoints(
  app: Database,
  unitId: string,
  frameId: string,
  source: IndexFrame,
  year: number,
  now: Date,
): Promise<void> {
  const random = seededRandom(`index/${unitId}/${year}`);
  const skill = 0.6 + random.next() * 0.35;
  const rows = leavesOf(source.fields.flatMap(({ criteria }) => criteria)).flatMap(({ id, points, leaf }) => {
    const measured = leaf.kind === "ratio" && leaf.measured_by !== undefined;
    const value = valueFor(leaf, skill, random);
    const notYet = year >= 2026 && random.chance(0.3);
    if (measured || notYet) return [];
    const earned = Math.round(leafPoints(leaf, points, value) * 100) / 100;
    return [{ leaf: id, points: earned, value, note: random.chance(0.6) ? random.pick(NOTES) : null }];
  });
  await inUnit({ db: { app }, unitId }, async (_tx, sql) => {
    await sql`
      insert into index_entry (unit_id, frame_id, leaf, points, value, note, entered_by, entered_at)
      select ${unitId}, ${frameId}, leaf, points, value, note, 'demo', ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as entry(leaf text, points numeric, value jsonb, note text)
      on conflict (unit_id, frame_id, leaf) do nothing`;
  });
}

function valueFor(leaf: IndexLeaf, skill: number, random: SeededRandom): number {
  switch (leaf.kind) {
    case "yes-no":
      return random.chance(skill) ? 1 : 0;
    case "steps": {
      const steps = leaf.steps.filter(() => random.chance(skill));
      return steps.reduce((best, step) => Math.max(best, step.at_least), 0);
    }
    case "ratio":
      return share(leaf.zero_at + (leaf.full_at - leaf.zero_at) * (skill + random.next() * 0.3 - 0.1));
    case "survey":
      return share(leaf.full_at * (skill + random.next() * 0.2));
  }
}

/** A share with three decimals, 0 to 1. */
const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
