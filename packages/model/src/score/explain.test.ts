import { describe, expect, it } from "vitest";
import { explainRule, explainScore } from "./explain";
import { indicatorsOf, sampleModel, tallyOf } from "./sample-scorecard";

const indicators = indicatorsOf({
  "dung-hen": [90, 100],
  "xin-loi": [5, 10],
  "bo-sung": [100, 100],
  "hai-long": [3, 5],
});
const reasons = new Map([
  [
    "dung-hen",
    [
      { key: "dossier.lateOpen", n: 2 },
      { key: "dossier.late", n: 8 },
    ],
  ],
]);

describe("explainScore", () => {
  const { lines, points, coverage } = explainScore(sampleModel, indicators, reasons, "vi");

  it("goes from points to line, rule, reason and clause", () => {
    expect([points, coverage]).toEqual([expect.closeTo((40 * 95) / 110 + 20), 60]);
    expect(lines[0]).toMatchObject({ id: "tre-hen", clause: "IV.1", n: 110, met: 95, otherIds: [] });
    expect(lines[0]!.rules[0]).toMatchObject({
      id: "dung-hen",
      clause: "II.1.1",
      sentence: "Hồ sơ được giải quyết xong không muộn hơn ngày, giờ hẹn trả kết quả ban đầu.",
      share: 0.9,
      reasons: [
        { key: "dossier.late", n: 8 },
        { key: "dossier.lateOpen", n: 2 },
      ],
      commitments: [{ id: "khong-tre-hen", text: "Không trễ hẹn", clause: "II.1.1" }],
    });
    expect(lines[0]!.rules[1]).toMatchObject({ id: "xin-loi", title: "Thư xin lỗi", share: 0.5, reasons: [] });
  });

  it("lays the lost points of a line on its rules by their misses", () => {
    const lost = 40 - (40 * 95) / 110;
    expect(lines[0]!.rules.map((rule) => rule.lost)).toEqual([
      expect.closeTo((lost * 10) / 15),
      expect.closeTo((lost * 5) / 15),
    ]);
    expect(lines[1]!.rules.map((rule) => rule.lost)).toEqual([0]);
    expect(lines[2]!.rules.map((rule) => rule.lost)).toEqual([null]);
  });

  it("names what no rule stands for, and rules without facts", () => {
    expect(lines[2]).toMatchObject({ state: "few", earned: null, otherIds: ["cau-hoi-chung"] });
    expect(lines[3]!.rules[0]).toMatchObject({
      id: "ra-mat",
      share: null,
      interval: null,
      tally: tallyOf(0, 0),
      lost: null,
    });
  });
});

describe("explainRule", () => {
  it("calls questions, tasks and reports by their names", () => {
    const timeline = [
      { id: "ra-mat", title: "Hội nghị ra mắt", standing: false, before: false, owners: [], products: [] },
    ];
    expect(explainRule({ ...sampleModel, timeline }, "ra-mat").sentence).toBe(
      'Nhiệm vụ "Hội nghị ra mắt" hoàn thành đúng thời hạn và có sản phẩm kèm theo.',
    );
    const questions = [{ id: "chung", kind: "level5" as const, text: "Ông/Bà có hài lòng?", required: true }];
    const surveys = [{ id: "mau-2", title: "Mẫu 2", questions }];
    expect(explainRule({ ...sampleModel, surveys }, "hai-long").sentence).toContain('"Ông/Bà có hài lòng?"');
    expect(explainRule(sampleModel, "hai-long").sentence).toContain('"chung"');
  });

  it("speaks both languages and knows only the model's rules", () => {
    expect(explainRule(sampleModel, "bo-sung", tallyOf(1, 2), [], "en").sentence).toBe(
      "The citizen is asked for supplements at most once.",
    );
    expect(() => explainRule(sampleModel, "khac")).toThrow("rule.unknown");
  });
});
