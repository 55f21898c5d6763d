import { type HeatCell, HeatMap, heatStep } from "../chart/heat-map";
import { IndexKey, IndexTable } from "../chart/index-table";
import { RankList } from "../chart/rank-list";
import { SmallMultiples } from "../chart/small-multiples";
import { Panel } from "../panel";

const shares = [
  { name: "An Lạc", values: [95.5, 82.8, 96.1, 95.3], n: [640, 29, 331, 64] },
  { name: "Đông Mỹ", values: [90.6, null, 90.5, null], n: [53, 5, 21, 4] },
  { name: "Yên Phúc", values: [84.2, 47.8, 72.7, 58.6], n: [298, 46, 139, 29] },
];
const comma = (value: number) => value.toFixed(1).replace(".", ",");
const heatCell = (value: number | null, n: number): HeatCell =>
  value === null
    ? { kind: "few", text: "chưa đủ", n: `n = ${n}` }
    : {
        kind: "value",
        step: heatStep(value),
        text: comma(value),
        n: `n = ${n}`,
        interval: `${comma(value - 2)} – ${comma(value + 1)}`,
        href: "#why",
        label: `${comma(value)}, vì sao?`,
      };

/** Charts that compare units and years. */
export function CatalogueCharts() {
  return (
    <>
      <Panel id="heat-title" title="Tỷ lệ đạt theo từng chỉ số">
        <HeatMap
          id="heat"
          caption="3 xã, 4 chỉ số; mỗi ô gồm tỷ lệ, số lượt đo n và khoảng tin cậy"
          scrollLabel="Bảng màu, cuộn ngang được"
          rowHeader={{ key: "unit", label: "Xã", sort: { href: "?sort=unit", direction: "ascending" } }}
          columns={["Đúng hẹn", "Thư xin lỗi kịp thời", "Trả trong ngày", "Thứ Sáu không hẹn qua tuần"].map(
            (label) => ({
              key: label,
              label,
              sort: { href: `?sort=${encodeURIComponent(label)}`, direction: "none" as const },
            }),
          )}
          rows={shares.map((row) => ({
            key: row.name,
            name: row.name,
            href: "#unit",
            cells: row.values.map((value, place) => heatCell(value, row.n[place] ?? 0)),
          }))}
          showIntervals="Hiện khoảng tin cậy 95%"
          legend={{
            label: "Thang màu, phần trăm",
            steps: ["dưới 70", "70", "80", "85", "90", "95", "98 trở lên"],
            note: "Đơn vị: %. Ô gạch chéo: dưới 10 lượt đo, không tính.",
          }}
        />
      </Panel>
      <Panel id="rank-title" title="Xếp hạng theo thước đo chung" aside="điểm trên 100, khoảng tin cậy 95%">
        <RankList
          axis={{ min: 60, max: 100, ticks: ["60", "80", "100"] }}
          labels={{ rank: "Hạng", points: "Điểm", n: "Số hồ sơ", few: "Chưa đủ dữ liệu" }}
          items={[
            {
              key: "bh",
              name: "Bình Hòa",
              href: "#bh",
              rank: "1–2",
              score: { at: 96.6, low: 94.8, high: 98.5, text: "96,6", label: "96,6 điểm, từ 94,8 đến 98,5" },
              n: "n = 718",
            },
            {
              key: "tp",
              name: "Tân Phú",
              href: "#tp",
              rank: "1–2",
              score: { at: 94.9, low: 93.2, high: 96.7, text: "94,9", label: "94,9 điểm, từ 93,2 đến 96,7" },
              n: "n = 934",
            },
            {
              key: "yp",
              name: "Yên Phúc",
              href: "#yp",
              rank: "3",
              score: { at: 70.5, low: 67.1, high: 74, text: "70,5", label: "70,5 điểm, từ 67,1 đến 74,0" },
              n: "n = 298",
            },
            { key: "dm", name: "Đông Mỹ", href: "#dm", rank: null, score: null, n: "n = 53" },
          ]}
          note="Hạng “1–2” nghĩa là các khoảng còn chồng lên nhau, chưa thể nói xã nào hơn."
        />
      </Panel>
      <Panel id="trend-title" title="Đúng hẹn theo tháng, năm 2026 (%)">
        <SmallMultiples
          labels={{ series: "Xã", median: "Trung vị của cụm" }}
          median={[91, 92, 92.5, 94, 95]}
          axis={{
            min: 80,
            max: 100,
            ticks: [80, 90, 100].map((at) => ({ at, label: String(at) })),
            start: "Th. 1",
            end: "Th. 5",
          }}
          series={[
            {
              key: "al",
              name: "An Lạc",
              href: "#al",
              points: [91, 92, null, 94, 95.5],
              last: "95,5%",
              summary: "An Lạc: đúng hẹn từ 91,0% tháng 1 đến 95,5% tháng 5",
            },
            {
              key: "yp",
              name: "Yên Phúc",
              points: [90, 88, 87, 86, 84.2],
              last: "84,2%",
              summary: "Yên Phúc: đúng hẹn từ 90,0% tháng 1 đến 84,2% tháng 5",
            },
            {
              key: "dm",
              name: "Đông Mỹ",
              points: [null, null, null, null, null],
              summary: "",
              few: "Chưa đủ dữ liệu: 53 hồ sơ, mới nhập từ 15/10/2026.",
            },
          ]}
          note="Trục đứng từ 80% đến 100%, trục ngang từ tháng 1 đến tháng 5."
          table={{
            summary: "Xem bảng số liệu theo tháng",
            caption: "Đúng hẹn theo tháng, phần trăm",
            rowHeader: "Xã",
            columns: ["Th. 1", "Th. 2", "Th. 3", "Th. 4", "Th. 5"],
            write: comma,
          }}
        />
      </Panel>
      <Panel id="index-title" title="8 lĩnh vực" flush aside={<IndexKey self="Tự chấm" appraised="Thẩm định" />}>
        <IndexTable
          caption="Điểm tự chấm và thẩm định theo lĩnh vực"
          labels={{
            title: "Lĩnh vực, tiêu chí",
            max: "Tối đa",
            self: "Tự chấm",
            appraised: "Thẩm định",
            chart: "Biểu đồ",
            difference: "Chênh",
            reason: "Lý do",
          }}
          rows={[
            {
              key: "1",
              level: 0,
              title: "1. Chỉ đạo, điều hành",
              max: "9,50",
              self: "9,50",
              appraised: "9,00",
              selfShare: 1,
              appraisedShare: 0.947,
              difference: "−0,50",
              reason: <a href="#1">Kế hoạch năm ban hành chậm 6 ngày</a>,
            },
            {
              key: "3",
              level: 1,
              title: "3. Cải cách thủ tục hành chính",
              max: "15,00",
              self: "14,50",
              appraised: "12,75",
              selfShare: 0.967,
              appraisedShare: 0.85,
              difference: "−1,75",
            },
            {
              key: "3.2",
              level: 2,
              title: "3.2 Giải quyết đúng hạn",
              max: "6,00",
              self: "6,00",
              appraised: "–",
              selfShare: 1,
              appraisedShare: null,
              difference: null,
            },
            {
              key: "total",
              level: 3,
              title: "Tổng điểm",
              max: "100,00",
              self: "93,25",
              appraised: "88,75",
              selfShare: 0.9325,
              appraisedShare: 0.8875,
              difference: "−4,50",
            },
          ]}
        />
      </Panel>
    </>
  );
}
