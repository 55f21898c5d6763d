import type { Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import type { IndexFrame, IndexLeaf, IndexNode } from "@gandan/model/index/index-frame";
import { leafPoints } from "@gandan/model/index/score-index";
import { frameTexts } from "@gandan/rulesets/generated/frame-texts";
import { frame } from "@gandan/rulesets/library";
import { demoUnitId } from "./demo-units";
import { type SeededRandom, seededRandom } from "./seeded-random";

const FRAME = "par-commune-2026";

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
export async function fillDemoIndex(app: Database, now: Date): Promise<void> {
  for (const { unitId, years, communes } of publishedBy()) {
    for (const year of years) {
      const source = frameOf(year);
      const frameId = await publishFrame(app, unitId, source, now);
      const oldOnes = new Set(["14824", "15598"].map(demoUnitId.oldCommune));
      const inYear = communes.filter((id) => unitId !== demoUnitId.thanhHoa || oldOnes.has(id) === year < 2025);
      for (const commune of inYear) await enterPoints(app, commune, frameId, source, year, now);
    }
  }
}

function frameOf(year: number): IndexFrame {
  const sample = frame(FRAME);
  if (!sample) throw new Error(`frame ${FRAME} is missing`);
  const renamed = (text: string) => text.replaceAll("2026", String(year));
  return { ...sample, id: renamed(sample.id), title: renamed(sample.title), year };
}

async function publishFrame(app: Database, unitId: string, source: IndexFrame, now: Date): Promise<string> {
  const yaml = (frameTexts[FRAME] ?? "").replace(/^(id|title|year):.*$/gm, (line) =>
    line.replaceAll("2026", String(source.year)),
  );
  return inUnit({ db: { app }, unitId }, async (_tx, sql) => {
    await sql`
      insert into index_frame (unit_id, slug, year, title, state, source, yaml, published_at)
      values (${unitId}, ${source.id}, ${source.year}, ${source.title}, 'published',
        ${JSON.stringify(source)}::text::jsonb, ${yaml}, ${now})
      on conflict (unit_id, year) do nothing`;
    const [row] = await sql<{ id: string }[]>`
      select id from index_frame where unit_id = ${unitId} and year = ${source.year}`;
    return row!.id;
  });
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

/** Leaves that facts fill are left to them; the current year is not entered to the end. */
async function enterPoints(
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
