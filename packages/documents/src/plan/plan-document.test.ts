import { modelSource } from "@gandan/model/model/model-schema";
import { describe, expect, it } from "vitest";
import type { Part } from "../official/official-document";
import { type PlanInput, planDocument } from "./plan-document";
import { issuerOf } from "./plan-head";
import { citation, roman, shortDate, timeWords } from "./plan-words";

const model = (parts: object) => modelSource.parse({ schema: 1, id: "m", title: "3 không, 3 biết", ...parts });
const plan = (parts: object, input: Partial<PlanInput> = {}) =>
  planDocument({
    source: model(parts),
    owner: "Phường Đông Hà",
    date: "2026-11-20",
    draft: false,
    registered: { unit: "phường Đông Hà", procedures: [] },
    ...input,
  });
const headings = (parts: Part[]) => parts.flatMap((part) => (part.type === "heading" ? [part.text] : []));

describe("the words of a plan", () => {
  it("cites a document as plans do, and says nothing that is not known", () => {
    const issuer = "UBND tỉnh Bình Phước";
    expect(
      citation({ title: "Nghị quyết về cải cách", number: "131/NQ-CP", issuer: "Chính phủ", date: "2022-10-06" }),
    ).toBe("Nghị quyết số 131/NQ-CP ngày 06/10/2022 của Chính phủ về cải cách");
    expect(citation({ title: "Kế hoạch cải cách hành chính", number: "11/KH-UBND", issuer, date: "2024-02-06" })).toBe(
      `Kế hoạch số 11/KH-UBND ngày 06/02/2024 của ${issuer} về cải cách hành chính`,
    );
    expect(citation({ title: "Kế hoạch cải cách", number: "2685/QĐ-UBND", issuer, date: "2021-10-18" })).toBe(
      `Quyết định số 2685/QĐ-UBND ngày 18/10/2021 của ${issuer} ban hành Kế hoạch cải cách`,
    );
    expect(citation({ title: "Luật Tiếp công dân", number: "42/2013/QH13" })).toBe(
      "Luật Tiếp công dân số 42/2013/QH13",
    );
    expect(citation({ title: "Nghị quyết Đại hội", issuer: "Đảng bộ thị xã" })).toBe(
      "Nghị quyết Đại hội của Đảng bộ thị xã",
    );
  });

  it.each([
    [{ from: "2023-04-01", due: "2023-04-30" }, "Trong tháng 4/2023"],
    [{ from: "2023-04-03", due: "2023-04-30" }, "Từ ngày 03/4/2023 đến ngày 30/4/2023"],
    [{ due: "2023-04-17", before: true }, "Xong trước ngày 17/4/2023"],
    [{ due: "2025-12-31" }, "Chậm nhất ngày 31/12/2025"],
    [{ standing: true }, "Thường xuyên"],
    [{ standing: true, from: "2023-08-01" }, "Thường xuyên, từ tháng 8/2023"],
    [{ recurs: { every: "week" as const, times: 1, by: [] } }, "Hằng tuần"],
    [{ recurs: { every: "month" as const, times: 2, by: [] } }, "2 lần mỗi tháng"],
    [
      { recurs: { every: "half-year" as const, times: 1, by: ["06-10", "11-10"] } },
      "6 tháng một lần, chậm nhất ngày 10/6 và 10/11",
    ],
    [{}, ""],
  ])("says when: %j", (task, words) => expect(timeWords(task)).toBe(words));

  it("counts in Roman and writes short dates", () => {
    expect([1, 4, 9, 14, 39].map(roman)).toEqual(["I", "IV", "IX", "XIV", "XXXIX"]);
    expect([shortDate("2024-02-06"), shortDate("2023-08-08")]).toEqual(["06/02/2024", "08/8/2023"]);
  });

  it("names the issuer without the units it lies in", () => {
    expect(issuerOf("UBND phường Đông Thanh, thành phố Đông Hà, tỉnh Quảng Trị")).toBe("UBND phường Đông Thanh");
    expect(issuerOf("Xã Xuân Lập")).toBe("UBND xã Xuân Lập");
    expect(issuerOf("Ban điều hành mô hình xã Quang Trung, thị xã Bỉm Sơn")).toBe(
      "Ban điều hành mô hình xã Quang Trung",
    );
    expect(issuerOf("Phòng Giáo dục và Đào tạo, thị xã Phước Long")).toBe("Phòng Giáo dục và Đào tạo");
  });
});

describe("planDocument", () => {
  it("leaves out every section for which the model has nothing", () => {
    const document = plan({});
    expect(headings(document.parts)).toEqual([]);
    expect(document.annexes).toEqual([]);
    expect(document.recipients).toEqual(["Lưu: VT."]);
    const some = plan({ plan: { requirements: ["Đúng quy trình"] }, timeline: [{ id: "hop", title: "Họp" }] });
    expect(headings(some.parts)).toEqual([
      "I. MỤC ĐÍCH, YÊU CẦU",
      "1. Yêu cầu",
      "II. TỔ CHỨC THỰC HIỆN",
      "1. Nhiệm vụ, phân công và thời gian",
    ]);
  });

  it("bears number, day, place and signer of its model, and leaves open what is not known", () => {
    const issued = { unit: "UBND phường Đông Thanh, thành phố Đông Hà", signer_title: "Phó Chủ tịch UBND phường" };
    const known = { title: "Kế hoạch thực hiện mô hình", number: "05/KH-UBND", date: "2024-02-06" };
    expect(plan({ issued_by: { ...issued, document: known } })).toMatchObject({
      issuerLines: ["Ủy ban nhân dân", "phường Đông Thanh"],
      number: "Số: 05/KH-UBND",
      placeAndDate: "Đông Thanh, ngày 06 tháng 02 năm 2024",
      summary: "Thực hiện mô hình",
      signature: { capacity: ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], note: null },
    });
    expect(
      plan({ issued_by: { ...issued, document: { ...known, number: "/KH-UBND", date: "2024-02" } } }),
    ).toMatchObject({
      number: "Số:      /KH-UBND",
      placeAndDate: "Đông Thanh, ngày       tháng 02 năm 2024",
    });
    // Registered by a report: there is no plan yet whose number or day could be known.
    const report = { title: "Báo cáo đăng ký mô hình", number: "104/BC-UBND", date: "2023-06-27" };
    expect(plan({ issued_by: { unit: "Phường Đông Hà", document: report } })).toMatchObject({
      number: "Số:      /KH-UBND",
      placeAndDate: "Đông Hà, ngày       tháng       năm 2026",
      summary: "Thực hiện mô hình “3 không, 3 biết”",
    });
  });

  it("marks a draft on the document and under the signature", () => {
    expect(plan({}, { draft: true })).toMatchObject({ mark: "Dự thảo", signature: { note: "(dự thảo, chưa ký)" } });
    expect(plan({}).mark).toBeNull();
  });

  it("annexes what measures each promise, the registered procedures, and the forms, each with its number", () => {
    const { annexes = [] } = plan(
      {
        slogans: [
          {
            id: "s",
            title: "3 không",
            commitments: [
              { id: "k", text: "Không trễ hẹn", measured_by: ["dung-hen"] },
              { id: "x", text: "Luôn mỉm cười" },
            ],
          },
        ],
        rules: { "dung-hen": { kind: "dossier.on-time", title: "Trả đúng hẹn" } },
        surveys: [
          {
            id: "p",
            code: "Mẫu số 2",
            title: "Phiếu",
            questions: [
              { id: "a", kind: "level5", text: "Hài lòng?" },
              { id: "b", kind: "yes-no", text: "Phiền hà?" },
              { id: "c", kind: "text", text: "Ý kiến" },
            ],
          },
        ],
      },
      {
        registered: {
          unit: "phường Đông Hà",
          procedures: [{ code: "1.001193", name: "Đăng ký khai sinh", modes: ["same-day"] }],
        },
      },
    );
    expect(annexes.map(({ label, title, landscape }) => [label, title, landscape])).toEqual([
      ["Phụ lục I", "Tiêu chí và cách đo", true],
      ["Phụ lục II", "Danh mục thủ tục hành chính phường Đông Hà đăng ký thực hiện", false],
      ["Phụ lục III", "Mẫu số 2 – Phiếu", false],
    ]);
    const [measures, procedures, survey] = annexes.map(({ parts }) =>
      parts.flatMap((one) => (one.type === "table" ? one.rows : [])),
    );
    expect(measures?.slice(0, 3)).toEqual([
      ["3 không"],
      ["1", "Không trễ hẹn", ["Quy tắc: Trả đúng hẹn"]],
      ["2", "Luôn mỉm cười", ["Chưa có cách đo"]],
    ]);
    expect(procedures).toEqual([["1", "1.001193", "Đăng ký khai sinh", ["Trả kết quả trong ngày"]]]);
    expect(survey?.map(([number, text]) => [number, text])).toEqual([
      ["1", "Hài lòng?"],
      ["2", "Phiền hà?"],
      ["3", "Ý kiến"],
    ]);
    expect(survey?.[1]?.[2]).toEqual(["□ Có", "□ Không"]);
  });

  it("lays tasks out by their steps, others behind them", () => {
    const { parts } = plan({
      timeline: [
        { id: "z", title: "Luôn làm", standing: true },
        { id: "b", title: "Hai", step: 2 },
        { id: "a", title: "Một", step: 1 },
      ],
    });
    const table = parts.find((part) => part.type === "table");
    expect(table?.rows.map((row) => (row.length === 1 ? row[0] : row[1]))).toEqual([
      "Bước 1",
      "Một",
      "Bước 2",
      "Hai",
      "Nhiệm vụ khác",
      "Luôn làm",
    ]);
  });
});
