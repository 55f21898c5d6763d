import { describe, expect, it } from "vitest";
import { diffModels } from "./diff-models";
import { type ModelInput, modelSource } from "./model-schema";
import { sampleRuleLanguage } from "./sample-rule-language";

const base: ModelInput = {
  schema: 1,
  id: "mo-hinh",
  title: "Mô hình",
  effective: { from: "2023-08-08" },
  legal_basis: [{ title: "Nghị định 61/2018/NĐ-CP" }],
  slogans: [
    {
      id: "ba-khong",
      title: "3 không",
      commitments: [
        { id: "khong-tre-hen", text: "Không trễ hẹn", measured_by: ["xong", "bo-sung"] },
        { id: "khong-phien-ha", text: "Không phiền hà" },
      ],
    },
    { id: "ba-biet", title: "3 biết", commitments: [{ id: "biet-xin-loi", text: "Biết xin lỗi" }] },
  ],
  criteria: [{ id: "tieu-chi", title: "Tiêu chí" }],
  rules: {
    xong: { kind: "dossier.finished-within", term: "3 working-days", clause: "II.1" },
    "bo-sung": { kind: "dossier.max-supplements", title: "Bổ sung hồ sơ" },
    "xin-loi": { kind: "dossier.apology", requires: ["cause", "remedy"], signed_by: ["chairman"] },
  },
  surveys: [
    {
      id: "phieu",
      title: "Phiếu 1",
      questions: [{ id: "thai-do", kind: "choice", text: "Thái độ", options: ["Tốt", "Kém"] }],
    },
  ],
  forms: [{ id: "mau-2", title: "Mẫu 2", kind: "survey" }],
  evidence: [{ id: "so-tiep-dan", title: "Sổ tiếp dân" }],
  timeline: [{ id: "hop", title: "Họp dân", due: "2023-09-01", owners: ["Văn phòng"], recurs: { every: "month" } }],
  reports: [{ id: "bao-cao", title: "Báo cáo", to: "UBND thị xã" }],
  scorecard: { lines: [{ id: "diem", title: "Điểm", points: 100, measured_by: ["xong"] }] },
};

type Draft = typeof base & Required<ModelInput>;
/** The changes after editing a copy of the model. */
function changes(edit: (draft: Draft) => void) {
  const draft = structuredClone(base) as Draft;
  edit(draft);
  return diffModels(modelSource.parse(base), modelSource.parse(draft), sampleRuleLanguage);
}
const brief = (edit: (draft: Draft) => void) =>
  changes(edit).map(({ change, area, path, sentence }) => [change, area, path, sentence.vi, sentence.en]);

describe("diffModels", () => {
  it.each<[string, (draft: Draft) => void]>([
    ["nothing", () => undefined],
    ["order of lists", (d) => void d.slogans.reverse()],
    ["order of commitments", (d) => void d.slogans[0]!.commitments.reverse()],
    ["order of measures", (d) => void d.slogans[0]!.commitments[0]!.measured_by!.reverse()],
    [
      "order of rules",
      (d) => {
        d.rules = Object.fromEntries(Object.entries(d.rules).reverse());
      },
    ],
    [
      "order of a parameter's entries",
      (d) => {
        d.rules["xin-loi"]!.requires = ["remedy", "cause"];
      },
    ],
    [
      "a default written out",
      (d) => {
        d.rules["bo-sung"]!.max = 1;
      },
    ],
    [
      "spaces and line breaks",
      (d) => {
        d.slogans[0]!.commitments[0]!.text = " Không  trễ\nhẹn ";
      },
    ],
    [
      "decomposed letters",
      (d) => {
        d.title = d.title.normalize("NFD");
      },
    ],
  ])("says nothing of %s", (_, edit) => {
    expect(changes(edit)).toEqual([]);
  });

  it("says in the rule's own sentence what one parameter changes", () => {
    expect(
      changes((d) => {
        d.rules.xong!.term = "same-day";
      }),
    ).toEqual([
      {
        area: "rule",
        id: "xong",
        change: "changed",
        path: "rules.xong.term",
        before: "3 working-days",
        after: "same-day",
        sentence: {
          vi: "Sửa quy tắc “xong”: trước đây “Xong trong 3 working-days”, nay “Xong trong same-day”.",
          en: "Changed the rule “xong”: before “Finished within 3 working-days”, now “Finished within same-day”.",
        },
      },
    ]);
  });

  it("says reminders as a sentence: set for the first time, one time or several changed, the usual written out", () => {
    const said = (before: ModelInput["reminders"], after: ModelInput["reminders"]) =>
      diffModels(
        modelSource.parse({ ...base, reminders: before }),
        modelSource.parse({ ...base, reminders: after }),
      ).map(({ change, path, sentence }) => [change, path, sentence.vi]);
    const usual = "xong mà chưa kết thúc thì nhắc cuối giờ làm; 16:00 ngày làm việc cuối tuần có danh sách";
    expect(said(undefined, { before_due: ["2 working-days"] })).toEqual([
      ["added", "reminders", `Thêm phần nhắc việc: Nhắc trước hạn 2 ngày làm việc; ${usual}.`],
    ]);
    expect(said({}, { before_due: ["2 working-hours"] })).toEqual([
      [
        "changed",
        "reminders.before_due",
        `Sửa phần nhắc việc: trước đây “Nhắc trước hạn 1 ngày làm việc và 4 giờ làm việc; ${usual}”, nay “Nhắc trước hạn 2 giờ làm việc; ${usual}”.`,
      ],
    ]);
    expect(said({}, { before_due: [], weekend: "15:00" }).map(([, path]) => path)).toEqual(["reminders"]);
    expect(said({ clause: "II.1" }, { to_close: "end-of-work" })).toEqual([
      ["changed", "reminders.clause", "Sửa điều khoản dẫn chiếu của phần nhắc việc: từ “II.1” thành không có."],
    ]);
  });

  it.each<[string, (draft: Draft) => void, string[]]>([
    [
      "several parameters in one sentence",
      (d) => Object.assign(d.rules["xin-loi"]!, { before: "end-of-due-day", requires: ["cause"] }),
      [
        "changed",
        "rule",
        "rules.xin-loi",
        "Sửa quy tắc “xin-loi”: trước đây “Xin lỗi trước due”, nay “Xin lỗi trước end-of-due-day”.",
        "Changed the rule “xin-loi”: before “Apology before due”, now “Apology before end-of-due-day”.",
      ],
    ],
    [
      "another kind",
      (d) => {
        d.rules.xong = { kind: "dossier.max-supplements", clause: "II.1" };
      },
      [
        "changed",
        "rule",
        "rules.xong",
        "Sửa quy tắc “xong”: trước đây “Xong trong 3 working-days”, nay “Bổ sung không quá 1 lần”.",
        "Changed the rule “xong”: before “Finished within 3 working-days”, now “At most 1 supplements”.",
      ],
    ],
    [
      "a rule's clause",
      (d) => {
        d.rules.xong!.clause = "II.2";
      },
      [
        "changed",
        "rule",
        "rules.xong.clause",
        "Sửa điều khoản dẫn chiếu của quy tắc “xong”: từ “II.1” thành “II.2”.",
        "Changed the clause of the rule “xong”: from “II.1” to “II.2”.",
      ],
    ],
    [
      "a floor set",
      (d) => {
        d.rules.xong!.floor = true;
      },
      [
        "changed",
        "rule",
        "rules.xong.floor",
        "Sửa mức sàn của quy tắc “xong”: từ không có thành có.",
        "Changed the floor of the rule “xong”: from none to yes.",
      ],
    ],
    [
      "a new rule",
      (d) => {
        d.rules.moi = { kind: "dossier.max-supplements", title: "Mới", max: 2 };
      },
      [
        "added",
        "rule",
        "rules.moi",
        "Thêm quy tắc “Mới”: Bổ sung không quá 2 lần.",
        "Added the rule “Mới”: At most 2 supplements.",
      ],
    ],
    [
      "a rule left out",
      (d) => void delete d.rules["bo-sung"],
      [
        "removed",
        "rule",
        "rules.bo-sung",
        "Bỏ quy tắc “Bổ sung hồ sơ”: Bổ sung không quá 1 lần.",
        "Removed the rule “Bổ sung hồ sơ”: At most 1 supplements.",
      ],
    ],
    [
      "a rule of an unknown kind",
      (d) => {
        d.rules.la = { kind: "khac", x: 1 };
      },
      ["added", "rule", "rules.la", "Thêm quy tắc “la”: khac.", "Added the rule “la”: khac."],
    ],
    [
      "wording",
      (d) => {
        d.slogans[0]!.commitments[0]!.text = "Không để trễ hẹn";
      },
      [
        "changed",
        "commitment",
        "slogans.ba-khong.commitments.khong-tre-hen.text",
        "Sửa nội dung của điều “Không để trễ hẹn”: từ “Không trễ hẹn” thành “Không để trễ hẹn”.",
        "Changed the wording of the commitment “Không để trễ hẹn”: from “Không trễ hẹn” to “Không để trễ hẹn”.",
      ],
    ],
    [
      "a commitment moved to another slogan",
      (d) => void d.slogans[1]!.commitments.push(d.slogans[0]!.commitments.pop()!),
      [
        "changed",
        "commitment",
        "slogans.ba-biet.commitments.khong-phien-ha.slogan",
        "Sửa khẩu hiệu của điều “Không phiền hà”: từ “ba-khong” thành “ba-biet”.",
        "Changed the slogan of the commitment “Không phiền hà”: from “ba-khong” to “ba-biet”.",
      ],
    ],
    [
      "measures",
      (d) => {
        d.slogans[0]!.commitments[0]!.measured_by = ["xong"];
      },
      [
        "changed",
        "commitment",
        "slogans.ba-khong.commitments.khong-tre-hen.measured_by",
        "Sửa cách đo của điều “Không trễ hẹn”: bỏ “bo-sung”.",
        "Changed the measures of the commitment “Không trễ hẹn”: removed “bo-sung”.",
      ],
    ],
    [
      "a date",
      (d) => {
        d.timeline[0]!.due = "2023-10-15";
      },
      [
        "changed",
        "task",
        "timeline.hop.due",
        "Sửa thời hạn của nhiệm vụ “Họp dân”: từ 01/09/2023 thành 15/10/2023.",
        "Changed the due date of the task “Họp dân”: from 01/09/2023 to 15/10/2023.",
      ],
    ],
    [
      "a recurrence",
      (d) => {
        d.timeline[0]!.recurs = { every: "quarter", times: 2, by: ["06-10"] };
      },
      [
        "changed",
        "task",
        "timeline.hop.recurs",
        "Sửa định kỳ của nhiệm vụ “Họp dân”: từ 1 lần mỗi tháng thành 2 lần mỗi quý (06-10).",
        "Changed the recurrence of the task “Họp dân”: from once a month to 2 times a quarter (06-10).",
      ],
    ],
    [
      "points, with a decimal comma in Vietnamese",
      (d) => {
        d.scorecard.lines[0]!.points = 99.5;
      },
      [
        "changed",
        "score-line",
        "scorecard.lines.diem.points",
        "Sửa điểm của dòng bảng điểm “Điểm”: từ 100 thành 99,5.",
        "Changed the points of the score line “Điểm”: from 100 to 99.5.",
      ],
    ],
    [
      "the scorecard's minimum",
      (d) => {
        d.scorecard.min_n = 30;
      },
      [
        "changed",
        "scorecard",
        "scorecard.min_n",
        "Sửa số lượng tối thiểu để đo của bảng điểm: từ 10 thành 30.",
        "Changed the minimum number to measure of the scorecard: from 10 to 30.",
      ],
    ],
    [
      "the time in force",
      (d) => {
        d.effective = { from: "2024-01-01" };
      },
      [
        "changed",
        "model",
        "effective",
        "Sửa thời gian hiệu lực của mô hình: từ 08/08/2023 thành 01/01/2024.",
        "Changed the time in force of the model: from 08/08/2023 to 01/01/2024.",
      ],
    ],
    [
      "the id",
      (d) => {
        d.id = "mo-hinh-2";
      },
      [
        "changed",
        "model",
        "id",
        "Sửa mã của mô hình: từ “mo-hinh” thành “mo-hinh-2”.",
        "Changed the id of the model: from “mo-hinh” to “mo-hinh-2”.",
      ],
    ],
    [
      "legal basis",
      (d) => void d.legal_basis.push({ title: "Nghị định 118/2025/NĐ-CP", date: "2025" }),
      ["changed", "model", "legal_basis", "Sửa căn cứ của mô hình: thêm “Nghị định 118/2025/NĐ-CP” (2025).", ""],
    ],
    [
      "a section of a survey form",
      (d) => {
        d.surveys[0]!.sections = [{ id: "chung", title: "Nhận xét chung" }];
      },
      ["added", "section", "surveys.phieu.sections.chung", "Thêm phần của phiếu “Nhận xét chung”.", ""],
    ],
    [
      "options of a question",
      (d) => {
        d.surveys[0]!.questions[0]!.options = ["Tốt"];
      },
      [
        "changed",
        "question",
        "surveys.phieu.questions.thai-do.options",
        "Sửa các lựa chọn của câu hỏi “Thái độ”: bỏ “Kém”.",
        "",
      ],
    ],
    [
      "a report",
      (d) => void d.reports.pop(),
      ["removed", "report", "reports.bao-cao", "Bỏ báo cáo “Báo cáo”.", "Removed the report “Báo cáo”."],
    ],
    [
      "a form",
      (d) => void d.forms.pop(),
      ["removed", "form", "forms.mau-2", "Bỏ biểu mẫu “Mẫu 2”.", "Removed the form “Mẫu 2”."],
    ],
    [
      "evidence",
      (d) => void d.evidence.push({ id: "anh", title: "Ảnh" }),
      ["added", "evidence", "evidence.anh", "Thêm tài liệu kiểm chứng “Ảnh”.", "Added the evidence “Ảnh”."],
    ],
    [
      "a criterion",
      (d) => void d.criteria.push({ id: "tc-2", title: "Hai" }),
      ["added", "criterion", "criteria.tc-2", "Thêm tiêu chí “Hai”.", "Added the criterion “Hai”."],
    ],
  ])("tells of %s", (_, edit, [change, area, path, vi, en]) => {
    const told = brief(edit);
    expect(told).toEqual([[change, area, path, vi, en || told[0]?.[4]]]);
  });

  it("tells of a slogan left out with each of its commitments, in the order of the model", () => {
    const told = brief((d) => {
      d.slogans.pop();
      d.criteria.pop();
    });
    expect(told.map((one) => one.slice(0, 3))).toEqual([
      ["removed", "slogan", "slogans.ba-biet"],
      ["removed", "commitment", "slogans.ba-biet.commitments.biet-xin-loi"],
      ["removed", "criterion", "criteria.tieu-chi"],
    ]);
  });
});
