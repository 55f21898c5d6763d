import { describe, expect, it } from "vitest";
import { ruleKinds } from "./rule-kinds";

/** As an official would sign it. */
const sentences: [kind: string, params: object, vi: string, en: string][] = [
  [
    "dossier.on-time",
    {},
    "Hồ sơ được giải quyết xong không muộn hơn ngày, giờ hẹn trả kết quả ban đầu.",
    "The dossier is finished no later than its first appointment.",
  ],
  [
    "dossier.finished-within",
    { term: "same-day", when: { procedures: "registered", weekdays: [5], received_before: "15:00" } },
    "Hồ sơ thuộc thủ tục đã đăng ký, nhận trước 15:00 thứ Sáu được giải quyết xong trong ngày (sau 15:00 thì trong ngày làm việc tiếp theo).",
    "A dossier of a registered procedure, received before 15:00 on Friday is finished the same day (after 15:00, by the end of the next working day).",
  ],
  [
    "dossier.finished-within",
    {
      term: "4 working-hours",
      when: { groups: ["birth", "death"], channels: ["direct"], part_of_day: "morning", except_flags: ["urgent"] },
    },
    "Hồ sơ về khai sinh, khai tử, nộp trực tiếp, nhận buổi sáng, trừ hồ sơ có dấu urgent được giải quyết xong trong 4 giờ làm việc.",
    "A dossier about birth, death, handed in at the desk, received in the morning, unless flagged urgent is finished within 4 working hours.",
  ],
  [
    "dossier.max-supplements",
    {},
    "Không yêu cầu bổ sung hồ sơ quá 1 lần.",
    "The citizen is asked for supplements at most once.",
  ],
  [
    "dossier.max-supplements",
    { max: 0 },
    "Không yêu cầu bổ sung hồ sơ.",
    "The citizen is never asked for supplements.",
  ],
  [
    "dossier.max-reappointments",
    { max: 2 },
    "Không hẹn lại ngày trả kết quả quá 2 lần.",
    "The appointment is moved at most 2 times.",
  ],
  [
    "dossier.apology",
    { requires: ["cause", "new-due", "responsible"], signed_by: ["chairman", "vice-chairman"] },
    "Hồ sơ trễ hẹn có thư xin lỗi trước khi hết hạn, nêu rõ nguyên nhân, ngày hẹn trả lại, bộ phận, cá nhân chịu trách nhiệm, do Chủ tịch hoặc Phó Chủ tịch ký.",
    "A late dossier has an apology before its time is over that states the cause, the new date, who is responsible, signed by the chairman or a vice-chairman.",
  ],
  [
    "dossier.closed-after-finish",
    { within: "2 working-hours" },
    "Hồ sơ được bấm kết thúc trên hệ thống trong 2 giờ làm việc kể từ khi giải quyết xong.",
    "The dossier is closed in the system within 2 working hours once the work is finished.",
  ],
  [
    "dossier.letter",
    { groups: ["birth", "marriage"], letter: "congratulation", within: "1 working-days" },
    "Hồ sơ về khai sinh, kết hôn giải quyết xong thì thư chúc mừng được gửi trong 1 ngày làm việc.",
    "When a dossier about birth, marriage is finished, a letter of congratulation is sent within 1 working day.",
  ],
  [
    "survey.satisfied-share",
    { question: "general", at_least: 0.9 },
    'Ít nhất 90% câu trả lời cho câu hỏi "general" đạt mức 4, 5 trên 5 (khi có từ 10 phiếu).',
    'At least 90% of the answers to "general" are at level 4, 5 of 5 (from 10 answers on).',
  ],
  [
    "survey.quota",
    { tiers: [{ below: 100, share: 0.5 }, { below: 500, share: 0.3 }, { share: 0.125 }] },
    "Số phiếu khảo sát đạt tỷ lệ trên số hồ sơ trong kỳ: dưới 100 hồ sơ: 50%; từ 100 đến dưới 500 hồ sơ: 30%; từ 500 hồ sơ: 12,5%.",
    "Answer sheets reach a share of the dossiers of the period: below 100 dossiers: 50%; 100 to below 500 dossiers: 30%; from 500 dossiers: 12.5%.",
  ],
  [
    "officer.dissatisfied-share",
    {},
    "Không cán bộ, công chức nào có quá 25% đánh giá ở mức 1, 2 trên 5 (khi có từ 10 đánh giá).",
    "No officer has more than 25% of answers at level 1, 2 of 5 (from 10 answers on).",
  ],
  [
    "activity.frequency",
    { activity: "xuong-thon", every: "week", by: ["Bí thư Đảng ủy", "Chủ tịch UBND"] },
    'Mỗi người giữ chức danh Bí thư Đảng ủy, Chủ tịch UBND thực hiện "xuong-thon" ít nhất 1 lần mỗi tuần.',
    'Each of Bí thư Đảng ủy, Chủ tịch UBND does "xuong-thon" at least once a week.',
  ],
  [
    "petition.within-term",
    { step: "accepted", petition: "complaint", term: "7 working-days" },
    "Đơn khiếu nại được thụ lý trong 7 ngày làm việc kể từ khi nhận đơn.",
    "A complaint is accepted within 7 working days of its receipt.",
  ],
  [
    "feedback.answered",
    { within: "5 working-days" },
    "Góp ý của người dân được trả lời trong 5 ngày làm việc kể từ khi nhận.",
    "Feedback from citizens is answered within 5 working days of receipt.",
  ],
  [
    "pledge.signed",
    { by: "2023-04-17", before: true },
    "100% cán bộ, công chức ký bản cam kết trước ngày 17/4/2023.",
    "100% of the staff have signed the pledge before 2023-04-17.",
  ],
  [
    "task.done",
    { task: "ra-mat" },
    'Nhiệm vụ "ra-mat" hoàn thành đúng thời hạn và có sản phẩm kèm theo.',
    'Task "ra-mat" is done by its date, with its product.',
  ],
  [
    "publication.by-dates",
    { publication: "ket-qua-khao-sat", by: ["06-10", "11-10"], before: true, continuous: true },
    '"ket-qua-khao-sat" được công bố trước ngày 10/6 và 10/11 hằng năm và được công bố trực tuyến thường xuyên.',
    '"ket-qua-khao-sat" is published before 10/6 and 10/11 (day/month) each year and stands on-line at all times.',
  ],
  [
    "report.handed-in",
    { report: "bao-cao-thang" },
    'Báo cáo "bao-cao-thang" được nộp đúng thời hạn.',
    'Report "bao-cao-thang" is handed in by its date.',
  ],
  [
    "index.at-least",
    { index: "par", points: 95, year: 2025 },
    'Chỉ số "par" năm 2025 đạt từ 95 điểm trở lên.',
    'Index "par" of 2025 is 95 points or more.',
  ],
];

describe("sentences", () => {
  it.each(sentences)("%s %j", (name, params, vi, en) => {
    expect(ruleKinds.get(name)?.sentence(params, "vi")).toBe(vi);
    expect(ruleKinds.get(name)?.sentence(params, "en")).toBe(en);
  });

  it("there is one for every kind", () => {
    expect([...new Set(sentences.map(([name]) => name))]).toEqual([...ruleKinds.keys()]);
  });
});
