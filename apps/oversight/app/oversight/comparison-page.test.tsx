import { TranslationProvider } from "@gandan/i18n/translation";
import type { ComparedUnit, Comparison } from "@gandan/services/oversight/compare-units";
import { comparisonPage } from "@gandan/services/oversight/comparison-page";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ComparisonHeat } from "./comparison-heat";
import { ComparisonNext } from "./comparison-next";
import { ComparisonRank } from "./comparison-rank";
import { ComparisonTrend } from "./comparison-trend";
import { StandingList } from "./standing-list";

const months = ["2025-05-01", "2025-06-01"];

/** A unit that met 90 + `i` % of a thousand, or has too little. */
function row(i: number, few = false): ComparedUnit {
  const [met, n] = few ? [3, 4] : [900 + i, 1000];
  const share = met / n;
  return {
    unit: {
      id: `u${i}`,
      slug: `xa-${i}`,
      level: "commune",
      type: "xã",
      code: String(10_000 + i),
      name: `Xã ${i}`,
      parentName: null,
      validFrom: "2020-01-01",
      validTo: null,
      belowFrom: "2020-01-01",
      belowTo: null,
      predecessors: [],
      successors: [],
    },
    includes: [],
    dossiers: n,
    n,
    cells: [{ met, n, share: few ? null : share, interval: few ? null : { low: share - 0.02, high: share + 0.02 } }],
    ranked: few
      ? null
      : { points: 100 * share, interval: { low: 100 * share - 2, high: 100 * share + 2 }, rank: { from: 1, to: 4 } },
    own: [],
    adoption: null,
    months: few ? [null, null] : [share, null],
  };
}

const comparison = (rows: ComparedUnit[], standing: Comparison["standing"] = []): Comparison => ({
  period: { from: "2025-04-01", to: "2025-06-30" },
  yardstick: { versionId: "v", title: "Thước đo", version: 1, from: "2024-01-01", to: null },
  indicators: [{ id: "dung-hen", title: "Đúng hẹn", sentence: "", clause: null }],
  minN: 10,
  rankMinN: 100,
  ranked: 0,
  comparedPoints: 70,
  totalPoints: 100,
  rows,
  standing,
  trend: { indicator: "dung-hen", months, median: [0.9, null] },
  asOf: null,
});
const draw = (node: ReactNode) =>
  renderToStaticMarkup(<TranslationProvider language="vi">{node}</TranslationProvider>).replace(/<[^>]+>/g, " ");
const unitHref = (slug: string) => `/${slug}`;

test("a page holds 50 units, in the order asked for and in the order of points", () => {
  const all = comparison(Array.from({ length: 70 }, (_, i) => row(i)));
  const first = comparisonPage(all, 1);
  expect(first.rows.map(({ unit }) => unit.id).slice(0, 2)).toEqual(["u0", "u1"]);
  expect(first.ranking.map(({ unit }) => unit.id).slice(0, 2)).toEqual(["u69", "u68"]);
  expect(first).toMatchObject({ total: 70, page: 1, pageSize: 50, lowest: 88 });
  const last = comparisonPage(all, 9);
  expect([last.page, last.rows.length, last.ranking.at(-1)?.unit.id]).toEqual([2, 20, "u0"]);
  expect(comparisonPage(comparison([]), 1)).toMatchObject({ rows: [], total: 0, page: 1 });
});

test("the charts draw shares, ranks, too little and the median", () => {
  const page = comparisonPage(comparison([row(0), row(50), row(2, true)]), 1);
  const heat = draw(
    <ComparisonHeat
      comparison={page}
      sort={{ by: "name", direction: "up" }}
      sortHref={(by, direction) => `?${by}-${direction}`}
      unitHref={unitHref}
    />,
  );
  expect(heat).toMatch(/Xã 0\s+90,0\s+n = 1\.000\s+88,0 – 92,0/);
  expect(heat).toMatch(/Xã 2\s+chưa đủ\s+n = 4/);
  const rank = draw(<ComparisonRank comparison={page} unitHref={unitHref} />);
  expect(rank).toMatch(/1–4\s+Xã 50[\s\S]*95,0[\s\S]*Xã 0[\s\S]*90,0[\s\S]*Xã 2\s+Chưa đủ dữ liệu/);
  expect(rank).toContain("So trên 70 trên 100 điểm");
  const { trend, rows } = page;
  const lines = draw(<ComparisonTrend rows={rows} trend={trend!} indicator="Đúng hẹn" unitHref={unitHref} />);
  expect(lines).toMatch(/Xã 2\s+Chưa đủ dữ liệu: 4 hồ sơ trong kỳ\./);
  expect(lines).toMatch(/Trung vị\s+90,0\s+–/);
});

test("the next act is the unit that needs it most, else those who have not answered, else nothing", () => {
  const standing = {
    unitId: "u0",
    kind: "fix" as const,
    lowest: [0],
    highest: [],
    below: [0],
    change: { from: 0.95, to: 0.9 },
  };
  const page = comparisonPage(comparison([row(0), row(50)], [standing]), 1);
  const parts = { registerHref: "/register", unitHref };
  const fix = draw(<ComparisonNext comparison={page} silent={1} {...parts} />);
  expect(fix).toContain("Xã 0 thấp nhất ở 1 chỉ số.");
  expect(fix).toContain("Đúng hẹn: 100 trên 1.000 không đạt. Đúng hẹn giảm từ 95,0% xuống 90,0%.");
  expect(draw(<StandingList comparison={page} unitHref={unitHref} />)).toMatch(/Xã 0\s+Nên sửa/);
  const calm = comparisonPage(comparison([row(0)]), 1);
  expect(draw(<ComparisonNext comparison={calm} silent={2} {...parts} />)).toContain("2 đơn vị chưa trả lời");
  expect(draw(<ComparisonNext comparison={calm} silent={0} {...parts} />)).toContain("Không có đơn vị nào cần nhắc");
});
