import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ClockBar } from "../dossier-clock";
import { ScorePanel } from "../score-panel";
import { HeatMap, heatStep } from "./heat-map";
import { IntervalBar } from "./interval-bar";
import { placeLabels } from "./place-labels";
import { RankList } from "./rank-list";
import { SmallMultiples } from "./small-multiples";

describe("heat map", () => {
  it("steps up at each bound, the bound itself included", () => {
    expect([0, 69.9, 70, 84.9, 97.9, 98, 100].map((value) => heatStep(value))).toEqual([1, 1, 2, 3, 6, 7, 7]);
  });

  it("hatches what is too few instead of showing a share", () => {
    const html = renderToStaticMarkup(
      <HeatMap
        id="h"
        caption="Thử"
        scrollLabel="Cuộn"
        rowHeader={{ key: "unit", label: "Xã" }}
        columns={[{ key: "c", label: "Đúng hẹn", sort: { href: "?s", direction: "none" } }]}
        rows={[{ key: "r", name: "An Lạc", cells: [{ kind: "few", text: "chưa đủ", n: "n = 4" }] }]}
        legend={{ label: "Thang", steps: ["dưới 70"], note: "%" }}
      />,
    );
    expect(html).toContain('<td class="few"><span>chưa đủ</span>');
    expect(html).toContain('aria-sort="none"');
    expect(html).toMatch(/<section class="scroll heat-scroll" aria-label="Cuộn" tabindex="0">/);
  });
});

describe("interval bar", () => {
  it("places value and interval on the axis and never leaves it", () => {
    const html = renderToStaticMarkup(<IntervalBar at={90} low={70} high={100} min={80} max={100} label="90" />);
    expect(html).toContain("--lo:0.0%;--hi:100.0%;--at:50.0%");
    expect(html).toContain('aria-label="90"');
  });
});

describe("rank list", () => {
  it("gives no rank and no points where there is too little", () => {
    const html = renderToStaticMarkup(
      <RankList
        axis={{ min: 60, max: 100, ticks: ["60", "100"] }}
        labels={{ rank: "Hạng", points: "Điểm", n: "Số hồ sơ", few: "Chưa đủ dữ liệu" }}
        items={[{ key: "dm", name: "Đông Mỹ", rank: null, score: null, n: "n = 53" }]}
      />,
    );
    expect(html).toContain("Chưa đủ dữ liệu");
    expect(html).toContain('<span class="val muted">–</span>');
    expect(html).not.toContain('class="ci"');
  });
});

describe("small multiples", () => {
  const html = renderToStaticMarkup(
    <SmallMultiples
      labels={{ series: "Xã", median: "Trung vị" }}
      median={[90, 90, 90]}
      axis={{ min: 80, max: 100, ticks: [{ at: 90, label: "90" }], start: "Th. 1", end: "Th. 3" }}
      series={[
        { key: "a", name: "An Lạc", points: [80, null, 100], summary: "An Lạc: 80 đến 100" },
        { key: "b", name: "Đông Mỹ", points: [null, null, null], summary: "", few: "Chưa đủ dữ liệu" },
      ]}
      table={{
        summary: "Xem bảng",
        caption: "Theo tháng",
        rowHeader: "Xã",
        columns: ["Th. 1", "Th. 2", "Th. 3"],
        write: (value) => `${value}%`,
      }}
    />,
  );

  it("leaves a gap where nothing was measured", () => {
    const own = [...html.matchAll(/<polyline points="([^"]*)"[^>]*var\(--accent\)/g)].map((match) => match[1]);
    expect(own).toEqual(["4.0,72.0", "168.0,8.0"]);
  });

  it("says so instead of drawing where there is too little", () => {
    expect(html.match(/<svg/g)).toHaveLength(1);
    expect(html).toContain("Chưa đủ dữ liệu");
  });

  it("draws what all charts share once, and the others take it from there", () => {
    const several = renderToStaticMarkup(
      <SmallMultiples
        labels={{ series: "Xã", median: "Trung vị" }}
        median={[90, 90]}
        axis={{ min: 80, max: 100, ticks: [{ at: 90, label: "90" }], start: "Th. 1", end: "Th. 2" }}
        series={["a", "b", "c"].map((key, i) => ({
          key,
          name: key,
          points: [80, 100],
          summary: key,
          few: i === 0 ? "Chưa đủ" : undefined,
        }))}
        table={{ summary: "Bảng", caption: "Tháng", rowHeader: "Xã", columns: ["1", "2"], write: String }}
      />,
    );
    const [, first, second] = several.split("<figure>").slice(1);
    expect(first?.match(/<text/g)).toHaveLength(3);
    expect(first).toContain("var(--line-strong)");
    expect(second).not.toMatch(/<text|var\(--line-strong\)/);
    expect(/<use href="#(.+?)">/.exec(second ?? "")?.[1]).toBe(/<g id="(.+?)">/.exec(first ?? "")?.[1]);
  });

  it("keeps all figures in the table behind, dashes for gaps, median last", () => {
    const rows = [...html.matchAll(/<th scope="row">([^<]*)<\/th>(.*?)<\/tr>/g)].map((match) => [
      match[1],
      ...[...(match[2] ?? "").matchAll(/<td[^>]*>([^<]*)</g)].map((cell) => cell[1]),
    ]);
    expect(rows).toEqual([
      ["An Lạc", "80%", "–", "100%"],
      ["Đông Mỹ", "–", "–", "–"],
      ["Trung vị", "90%", "90%", "90%"],
    ]);
  });
});

describe("labels over marks", () => {
  it("lift a row rather than cover each other, and stay inside", () => {
    const placed = placeLabels(
      [
        { at: 95, text: "aaaaaaaaaa" },
        { at: 100, text: "bbbbbbbbbb" },
        { at: 0, text: "cccc" },
      ],
      100,
      5,
      2,
    );
    expect(placed.map((label) => [label.text[0], label.row, label.from, label.to])).toEqual([
      ["c", 0, 0, 20],
      ["a", 0, 50, 100],
      ["b", 1, 50, 100],
    ]);
  });
});

describe("clock bar", () => {
  it("sets the due mark where the time runs over", () => {
    const html = renderToStaticMarkup(
      <ClockBar
        label="Quá hạn 1 giờ"
        segments={[
          { kind: "used", minutes: 120 },
          { kind: "over", minutes: 60 },
        ]}
        strong="Trễ 1 giờ"
        late
      />,
    );
    expect(html).toContain('style="--n:2"></i><i class="due"></i><i class="over" style="--n:1">');
    expect(html).toContain('<b class="late">Trễ 1 giờ</b>');
  });

  it("has no due mark while there is time left", () => {
    expect(renderToStaticMarkup(<ClockBar label="Còn" segments={[{ kind: "left", minutes: 60 }]} />)).not.toContain(
      "due",
    );
  });
});

describe("score panel", () => {
  it("shows a line that was not measured as such, not as zero", () => {
    const html = renderToStaticMarkup(
      <ScorePanel
        id="s"
        title="Điểm"
        value="82,5"
        total="/100"
        facts={["Đã đo 92 điểm"]}
        lines={[{ key: "t", title: "Biết cảm ơn", points: 8, earned: null, text: "– / 8", label: "Chưa đo, 8 điểm" }]}
      />,
    );
    expect(html).toContain('aria-label="Chưa đo, 8 điểm"><i class="none"');
    expect(html).toContain('<h2 id="s">Điểm</h2>');
  });
});
