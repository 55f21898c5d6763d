import { ClockScale } from "../chart/clock-scale";
import { DataTable } from "../data-table";
import { ClockBar, ClockKey } from "../dossier-clock";
import { EventTimeline } from "../event-timeline";
import { FactList } from "../fact-list";
import { OutcomeList } from "../outcome-list";
import { Panel } from "../panel";
import { QueueList } from "../queue-list";
import { ScorePanel } from "../score-panel";
import { Stats } from "../stat";

const dossiers = [
  { code: "15592-261118-0112", name: "Nguyễn Văn A", procedure: "Xác nhận tình trạng hôn nhân", due: "14:05" },
  { code: "15592-261120-0007", name: "Trần Thị C", procedure: "Chứng thực bản sao từ bản chính", due: "17:00" },
];

/** Parts that carry figures: queues, tables, clocks, scores. */
export function CatalogueData() {
  return (
    <>
      <QueueList
        queues={[
          { href: "#due", count: 6, label: "Đến hạn hôm nay", current: true },
          { href: "#late", count: 2, label: "Trễ, chưa có thư", alarm: true },
          { href: "#open", count: 4, label: "Đã xong, chưa kết thúc" },
          { href: "#wait", count: 3, label: "Chờ công dân bổ sung" },
          { href: "#friday", count: 0, label: "Danh sách thứ Sáu", alarm: true },
        ]}
      />
      <Panel
        id="due-title"
        title="Đến hạn hôm nay"
        flush
        aside={<ClockKey labels={{ used: "Đã dùng", paused: "Dừng chờ", left: "Còn lại", over: "Quá hạn" }} />}
      >
        <DataTable
          caption="Hồ sơ đến hạn hôm nay"
          rows={dossiers}
          rowKey={(row) => row.code}
          columns={[
            {
              key: "name",
              header: "Hồ sơ",
              sort: { href: "?sort=name", direction: "none" },
              cell: (row) => (
                <>
                  <a className="main" href={`#${row.code}`}>
                    {row.name}
                  </a>
                  <span className="sub nowrap">{row.code}</span>
                </>
              ),
            },
            { key: "procedure", header: "Thủ tục", cell: (row) => row.procedure },
            {
              key: "clock",
              header: "Thời gian làm việc",
              cell: () => (
                <ClockBar
                  label="Đã dùng 24 giờ, dừng 15 giờ 15 phút, quá hạn 2 giờ 50 phút"
                  segments={[
                    { kind: "used", minutes: 580 },
                    { kind: "paused", minutes: 915 },
                    { kind: "used", minutes: 860 },
                    { kind: "over", minutes: 170 },
                  ]}
                  strong="Trễ 2 giờ 50 phút"
                  late
                  text="dừng chờ 15 giờ 15 phút"
                />
              ),
            },
            {
              key: "due",
              header: "Hẹn trả",
              narrowLabel: "Hẹn trả hôm nay",
              align: "number",
              sort: { href: "?sort=-due", direction: "ascending" },
              cell: (row) => <strong>{row.due}</strong>,
            },
          ]}
        />
      </Panel>
      <Stats
        panel
        items={[
          {
            label: "Đúng hẹn",
            value: "97,7%",
            interval: {
              at: 97.7,
              low: 94.6,
              high: 99,
              min: 80,
              max: 100,
              label: "Khoảng tin cậy 94,6% đến 99,0%",
              ends: { min: "80%", max: "100%" },
            },
            note: "209 trên 214; khoảng tin cậy 94,6% – 99,0%",
          },
          { label: "Đã dùng", value: "24 giờ", small: "trên 24 giờ làm việc", compact: true },
          { label: "Quá hạn", value: "9 giờ 55 phút", small: "đã có thư", compact: true, tone: "missed" },
        ]}
      />
      <Panel id="clock-title" title="Đồng hồ hồ sơ">
        <ClockScale
          id="clock"
          title="Tiếp nhận 12/11 lúc 08:20. Dừng từ 13/11 10:00 đến 17/11 09:15. Hạn trả 19/11 lúc 07:35. Hẹn mới 23/11 lúc 16:00."
          days={["T5 12/11", "T6 13/11", "T2 16/11", "T3 17/11", "T4 18/11", "T5 19/11", "T6 20/11", "T2 23/11"]}
          minutesPerDay={480}
          segments={[
            { kind: "used", from: 80, to: 660 },
            { kind: "paused", from: 660, to: 1575 },
            { kind: "used", from: 1575, to: 2435 },
            { kind: "over", from: 2435, to: 3030 },
          ]}
          marks={[
            { kind: "due", at: 2435, label: "Hạn trả 19/11 07:35" },
            { kind: "now", at: 3050, label: "Bây giờ 09:50" },
            { kind: "promised", at: 3780, label: "Hẹn mới 23/11 16:00" },
          ]}
          pauses={[{ from: 660, to: 1575, label: "Dừng 15 giờ 15 phút chờ công dân bổ sung" }]}
        />
      </Panel>
      <div className="two">
        <Panel id="events-title" title="Diễn biến">
          <EventTimeline
            events={[
              {
                key: "4",
                dateTime: "2026-11-20T09:30+07:00",
                date: "20/11",
                time: "09:30",
                title: "Xử lý xong",
                mark: "now",
              },
              {
                key: "3",
                dateTime: "2026-11-18T16:10+07:00",
                date: "18/11",
                time: "16:10",
                title: "Gửi thư xin lỗi số 08",
                detail: "Phó Chủ tịch Trần Văn K ký.",
                mark: "sorry",
              },
              {
                key: "2",
                dateTime: "2026-11-17T09:15+07:00",
                date: "17/11",
                time: "09:15",
                title: "Công dân nộp giấy tờ bổ sung",
                detail: "Đồng hồ chạy tiếp",
                mark: "run",
              },
              {
                key: "1",
                dateTime: "2026-11-13T10:00+07:00",
                date: "13/11",
                time: "10:00",
                title: "Yêu cầu bổ sung giấy tờ (Mẫu 02), lần 1",
                detail: "Đồng hồ dừng",
                mark: "stop",
              },
            ]}
          />
          <FactList
            facts={[
              { term: "Mã thủ tục", value: "1.001612" },
              { term: "Kênh nộp", value: "Trực tiếp" },
              { term: "Lệ phí", value: "" },
            ]}
          />
        </Panel>
        <Panel id="outcomes-title" title="Kết quả theo mô hình" aside="bản 3, từ 05/01/2026">
          <OutcomeList
            whyLabel="Vì sao?"
            items={[
              {
                key: "late",
                title: "Không trễ hẹn",
                outcome: "missed",
                outcomeLabel: "Không đạt",
                reason: "Trễ 1 ngày 1 giờ 55 phút làm việc.",
                why: "Thời hạn 24 giờ làm việc, tính từ 12/11 08:20.",
              },
              {
                key: "sorry",
                title: "Biết xin lỗi",
                outcome: "met",
                outcomeLabel: "Đạt",
                reason: "Thư gửi 18/11 16:10, trước hạn.",
              },
            ]}
          />
        </Panel>
      </div>
      <ScorePanel
        id="score-title"
        title="Điểm tháng 11"
        value="82,5"
        total="/100"
        facts={["Đã đo 92 điểm trên 100", "n = 214 hồ sơ, 71 phiếu"]}
        why={{ href: "#why", label: "Vì sao 82,5 điểm?" }}
        lines={[
          {
            key: "late",
            title: "Không trễ hẹn",
            points: 30,
            earned: 26.5,
            text: "26,5 / 30",
            label: "26,5 trên 30 điểm",
            reason: "5 trên 214 hồ sơ trễ",
            href: "#late",
          },
          {
            key: "sorry",
            title: "Biết xin lỗi",
            points: 20,
            earned: 12,
            text: "12,0 / 20",
            label: "12,0 trên 20 điểm",
            reason: "2 trên 5 thư gửi sau hạn",
            href: "#letters",
          },
          {
            key: "thanks",
            title: "Biết cảm ơn",
            points: 8,
            earned: null,
            text: "– / 8",
            label: "Chưa đo, 8 điểm",
            reason: "Chưa đo: khảo sát đến 10/12/2026",
          },
        ]}
      />
    </>
  );
}
