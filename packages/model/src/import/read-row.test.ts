import { describe, expect, it } from "vitest";
import { guessMapping, looksLikeHeaders } from "./guess-mapping";
import { checkMapping, type ImportMapping } from "./import-mapping";
import { ProcedureIndex } from "./procedure-index";
import { type RowIntake, RowReader } from "./read-row";
import { readTime } from "./read-time";
import { type Cell, readChannel, readSigner, readState } from "./read-value";

const HEADERS = [
  "Mã hồ sơ",
  "Mã TTHC",
  "Thủ tục hành chính",
  "Chủ hồ sơ",
  "Số điện thoại",
  "Hình thức nộp",
  "Ngày tiếp nhận",
  "Ngày hẹn trả",
  "Ngày yêu cầu bổ sung",
  "Ngày bổ sung",
  "Ngày xử lý xong",
  "Ngày trả kết quả",
  "Ngày kết thúc",
  "Trạng thái",
  "Ngày gửi thư xin lỗi",
  "Nguyên nhân",
  "Ngày hẹn lại",
  "Đơn vị chịu trách nhiệm",
  "Người ký",
];
const wall = (text: string) => Date.parse(`${text.replace(" ", "T")}:00Z`) / 60_000;
const NOW = wall("2026-11-23 12:00");
const procedures = new ProcedureIndex([
  { code: "2.000815", name: "Chứng thực bản sao" },
  { code: "1.001193", name: "Đăng ký khai sinh" },
  { code: "1.000001", name: "Trùng tên" },
  { code: "1.000002", name: "Trùng tên" },
  { code: "1.000003", name: "Không thời hạn" },
]);
const env = {
  procedures,
  now: NOW,
  dueOf: (code: string, at: number) => (code === "1.000003" ? null : at + 1440),
};
const GOOD = {
  "Mã hồ sơ": "H1",
  "Mã TTHC": "2.000815",
  "Ngày tiếp nhận": "12/11/2026 08:20",
  "Ngày hẹn trả": "13/11/2026 08:20",
  "Ngày xử lý xong": "12/11/2026 16:00",
};

function reader(mapping: ImportMapping = guessMapping(HEADERS)) {
  const rows = new RowReader(mapping, HEADERS, env);
  let line = 1;
  return (row: Readonly<Record<string, Cell>>) =>
    rows.read(
      ++line,
      HEADERS.map((header) => row[header] ?? null),
    );
}
const read = (row: Readonly<Record<string, Cell>>) => reader()({ ...GOOD, ...row });
const eventsOf = (row: Readonly<Record<string, Cell>>) =>
  ((read(row) as RowIntake).events ?? []).map(({ at, fact }) => [fact.type, at.slice(0, 16)]);

describe("a mapping", () => {
  it("is guessed from the headers of a provincial system", () => {
    const { columns } = guessMapping(HEADERS);
    expect(columns).toEqual({
      code: "Mã hồ sơ",
      procedure: "Mã TTHC",
      applicant: "Chủ hồ sơ",
      phone: "Số điện thoại",
      channel: "Hình thức nộp",
      acceptedAt: "Ngày tiếp nhận",
      dueAt: "Ngày hẹn trả",
      supplementRequestedAt: "Ngày yêu cầu bổ sung",
      supplementedAt: "Ngày bổ sung",
      finishedAt: "Ngày xử lý xong",
      handedOverAt: "Ngày trả kết quả",
      closedAt: "Ngày kết thúc",
      state: "Trạng thái",
      apologyAt: "Ngày gửi thư xin lỗi",
      apologyCause: "Nguyên nhân",
      promisedAt: "Ngày hẹn lại",
      apologyResponsible: "Đơn vị chịu trách nhiệm",
      apologySigner: "Người ký",
    });
    expect(guessMapping(["MA HO SO (*)", "TÊN THỦ TỤC"]).columns).toEqual({
      code: "MA HO SO (*)",
      procedure: "TÊN THỦ TỤC",
    });
    expect(looksLikeHeaders(["Danh sách hồ sơ tháng 11", ""])).toBe(false);
  });

  it("needs code, procedure and receipt, each of its own column", () => {
    expect(checkMapping(guessMapping(HEADERS))).toEqual([]);
    expect(checkMapping({ columns: {}, dateOrder: "dmy" }).map(({ field }) => field)).toEqual([
      "code",
      "procedure",
      "receivedAt",
    ]);
    const columns = { code: "A", procedure: "B", receivedAt: "C", dueAt: "C" };
    expect(checkMapping({ columns, dateOrder: "dmy" })).toEqual([
      { key: "import.columnTwice", field: "dueAt", column: "C" },
    ]);
  });
});

describe("readTime", () => {
  it.each<[Cell, string, boolean]>([
    ["23/11/2026 08:30", "2026-11-23 08:30", false],
    ["23/11/2026 08:30:59", "2026-11-23 08:30", false],
    ["3/1/2026", "2026-01-03 00:00", true],
    ["08:30 23/11/2026", "2026-11-23 08:30", false],
    ["2026-11-23", "2026-11-23 00:00", true],
    ["2026-11-23T08:30:00", "2026-11-23 08:30", false],
    ["2026-11-23T01:30:00Z", "2026-11-23 08:30", false],
    ["2026-11-23T00:00:00+07:00", "2026-11-23 00:00", false],
    [new Date("2026-11-23T08:30:00Z"), "2026-11-23 08:30", false],
    [46_349, "2026-11-23 00:00", true],
    [46_349 + 8.5 / 24, "2026-11-23 08:30", false],
    ["46349", "2026-11-23 00:00", true],
    ["29/02/2024", "2024-02-29 00:00", true],
  ])("%s is %s", (cell, expected, dayOnly) => {
    expect(readTime(cell)).toEqual({ minute: wall(expected), dayOnly });
  });

  it.each(["31/02/2026", "29/02/2025", "12/13/2026", "00/01/2026", "1/1/1889", "hôm qua", "23/11/2026 25:00", "12"])(
    "%s is no time",
    (text) => {
      expect(readTime(text)).toBeUndefined();
    },
  );

  it("knows an empty cell and the American order", () => {
    expect([readTime(null), readTime(" ")]).toEqual([null, null]);
    expect(readTime("11/23/2026", "mdy")).toEqual({ minute: wall("2026-11-23 00:00"), dayOnly: true });
  });
});

it("knows words without regard to case and accents", () => {
  expect([readChannel("TRUC TUYEN"), readChannel("Bưu chính công ích"), readChannel("?")]).toEqual([
    "online",
    "post",
    undefined,
  ]);
  expect([readState("Đã trả kết quả"), readState("10"), readState("4. Đang xử lý"), readState("xong?")]).toEqual([
    "handed-over",
    "handed-over",
    "processing",
    undefined,
  ]);
  expect([readSigner("chủ tịch"), readSigner("Phó Chủ tịch UBND xã"), readSigner("Bảo vệ")]).toEqual([
    "chairman",
    "vice-chairman",
    undefined,
  ]);
});

it("finds a procedure by code, code with extension, name, or both in one cell", () => {
  const found = [
    "2.000815",
    "2.000815.000.00.00.H10",
    "đăng ký KHAI SINH",
    "1.001193 - Đăng ký khai sinh",
    "Trùng tên",
    "9.999999",
  ];
  expect(found.map((text) => procedures.find(text))).toEqual([
    "2.000815",
    "2.000815",
    "1.001193",
    "1.001193",
    undefined,
    undefined,
  ]);
});

describe("a row", () => {
  it("becomes a dossier with its events, learned when the file came", () => {
    const row = read({
      "Chủ hồ sơ": " Nguyễn Văn A ",
      "Hình thức nộp": "Trực tuyến",
      "Ngày yêu cầu bổ sung": "12/11/2026 09:00",
      "Ngày bổ sung": "12/11/2026 10:00",
      "Ngày trả kết quả": "12/11/2026 16:10",
      "Ngày kết thúc": "12/11/2026 16:20",
      "Trạng thái": "Đã trả kết quả",
    }) as RowIntake;
    expect(row).toMatchObject({ externalCode: "H1", applicantName: "Nguyễn Văn A", phone: null });
    expect(new Set(row.events.map(({ recordedAt }) => recordedAt))).toEqual(new Set(["2026-11-23T05:00:00.000Z"]));
    expect(row.events.map(({ at, fact }) => [at.slice(5, 16), fact])).toEqual([
      ["11-12T01:20", { type: "received", procedure: "2.000815", channel: "online", flags: [] }],
      ["11-12T01:20", { type: "accepted", dueAt: "2026-11-13T01:20:00.000Z" }],
      ["11-12T02:00", { type: "supplement-requested" }],
      ["11-12T03:00", { type: "supplemented" }],
      ["11-12T09:00", { type: "finished" }],
      ["11-12T09:10", { type: "handed-over" }],
      ["11-12T09:20", { type: "closed" }],
    ]);
  });

  it("tells a letter of apology with what stands in it, and the new appointment", () => {
    const row = read({
      "Ngày gửi thư xin lỗi": "13/11/2026 08:00",
      "Nguyên nhân": "Mất điện",
      "Ngày hẹn lại": "16/11/2026",
      "Đơn vị chịu trách nhiệm": "Tư pháp",
      "Người ký": "Chủ tịch",
    }) as RowIntake;
    expect(row.events.map(({ fact }) => fact)).toContainEqual({
      type: "apologised",
      fields: ["cause", "new-due", "responsible"],
      signer: "chairman",
      newDueAt: "2026-11-16T10:00:00.000Z",
      cause: "Mất điện",
      responsible: "Tư pháp",
    });
    expect(row.events.map(({ fact }) => fact)).toContainEqual({
      type: "reappointed",
      dueAt: "2026-11-16T10:00:00.000Z",
    });
  });

  it("takes the appointment from the procedure's term when the file has none", () => {
    const row = read({ "Ngày hẹn trả": "" }) as RowIntake;
    expect(row.events[1]?.fact).toEqual({ type: "accepted", dueAt: "2026-11-13T01:20:00.000Z" });
  });

  it("keeps days without an hour in their order", () => {
    expect(eventsOf({ "Ngày xử lý xong": "12/11/2026", "Ngày kết thúc": "12/11/2026" })).toEqual([
      ["received", "2026-11-12T01:20"],
      ["accepted", "2026-11-12T01:20"],
      ["finished", "2026-11-12T01:20"],
      ["closed", "2026-11-12T01:20"],
    ]);
    expect(eventsOf({ "Ngày hẹn trả": "12/11/2026", "Ngày xử lý xong": "" })).toHaveLength(2);
  });

  it.each([
    ["Công dân yêu cầu rút", "withdrawn"],
    ["Không được tiếp nhận", "refused"],
    ["Dừng xử lý", "stopped"],
  ])("in state %s ends at the day in the column of closing", (state, type) => {
    const events = eventsOf({ "Trạng thái": state, "Ngày xử lý xong": "", "Ngày kết thúc": "12/11/2026 11:00" });
    expect(events.at(-1)).toEqual([type, "2026-11-12T04:00"]);
    expect(events.map(([each]) => each)).not.toContain("closed");
  });

  it.each([
    [{ "Mã hồ sơ": "" }, "Mã hồ sơ", "missing"],
    [{ "Mã hồ sơ": "X".repeat(61) }, "Mã hồ sơ", "tooLong"],
    [{ "Mã TTHC": "" }, "Mã TTHC", "missing"],
    [{ "Mã TTHC": "9.999999" }, "Mã TTHC", "unknownProcedure"],
    [{ "Mã TTHC": "1.000003", "Ngày hẹn trả": "" }, "Ngày hẹn trả", "missingDue"],
    [{ "Hình thức nộp": "Bồ câu" }, "Hình thức nộp", "unknownChannel"],
    [{ "Trạng thái": "?" }, "Trạng thái", "unknownState"],
    [{ "Trạng thái": "Đã xử lý xong", "Ngày xử lý xong": "" }, "Trạng thái", "stateWithoutDate"],
    [{ "Trạng thái": "Rút hồ sơ", "Ngày xử lý xong": "" }, "Trạng thái", "stateWithoutDate"],
    [{ "Người ký": "Bảo vệ" }, "Người ký", "unknownSigner"],
    [{ "Ngày tiếp nhận": "" }, "Ngày tiếp nhận", "missing"],
    [{ "Ngày tiếp nhận": "31/02/2026" }, "Ngày tiếp nhận", "badDate"],
    [{ "Ngày xử lý xong": "24/11/2026" }, "Ngày xử lý xong", "future"],
    [{ "Ngày xử lý xong": "23/11/2026 12:01" }, "Ngày xử lý xong", "future"],
    [{ "Ngày xử lý xong": "11/11/2026" }, "Ngày xử lý xong", "order"],
    [{ "Ngày hẹn trả": "11/11/2026" }, "Ngày hẹn trả", "dueBefore"],
    [{ "Ngày bổ sung": "12/11/2026 09:00", "Ngày yêu cầu bổ sung": "12/11/2026 10:00" }, "Ngày bổ sung", "order"],
    [{ "Ngày gửi thư xin lỗi": "13/11/2026 08:00", "Ngày hẹn lại": "12/11/2026" }, "Ngày hẹn lại", "order"],
  ])("%o is in error at %s: %s", (changes, column, key) => {
    expect(read(changes)).toMatchObject([{ line: 2, column, key }]);
  });

  it("lists all that is wrong at once, and a code that came before", () => {
    const next = reader();
    expect(next(GOOD)).toMatchObject({ externalCode: "H1" });
    expect(next({ ...GOOD, "Mã TTHC": "x", "Ngày hẹn trả": "y" })).toEqual([
      { line: 3, column: "Mã hồ sơ", key: "twice", details: { value: "H1", other: 2 } },
      { line: 3, column: "Mã TTHC", key: "unknownProcedure", details: { value: "x" } },
      { line: 3, column: "Ngày hẹn trả", key: "badDate", details: { value: "y" } },
    ]);
  });
});
