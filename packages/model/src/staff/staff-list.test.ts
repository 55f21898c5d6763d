import { describe, expect, it } from "vitest";
import { findStaffColumns, keepStaffLine, readStaffLine } from "./staff-list";

const HEADERS = [
  "STT",
  "Mã cán bộ",
  "Họ và tên (*)",
  "Thư điện tử",
  "Tên đăng nhập",
  "Chức danh",
  "Vai trò",
  "Từ ngày",
  "Đến ngày",
];
const at = findStaffColumns(HEADERS);
const read = (...cells: (string | number | Date | null)[]) => readStaffLine(keepStaffLine(7, ["1", ...cells], at));

describe("a list of staff", () => {
  it("knows its columns however they are written", () => {
    expect(at).toEqual({ code: 1, name: 2, email: 3, signInName: 4, title: 5, role: 6, from: 7, lastDay: 8 });
    expect(findStaffColumns(["HO TEN", "Email", "role"])).toMatchObject({ name: 0, email: 1, role: 2, code: -1 });
  });

  it("reads a line with real dates and dates as text", () => {
    const day = new Date("2026-07-01T00:00:00Z");
    expect(read("CB01", " Nguyễn  Thị An ", "An@Xa.vn", "", "Công chức", "Một cửa", day, "31/12/2026")).toEqual({
      line: 7,
      code: "CB01",
      name: "Nguyễn Thị An",
      email: "an@xa.vn",
      signInName: null,
      title: "Công chức",
      role: "desk-officer",
      from: "2026-07-01",
      lastDay: "2026-12-31",
    });
  });

  it.each([
    ["Chủ tịch UBND", "chairman"],
    ["phó chủ tịch", "vice-chairman"],
    ["Văn phòng – Thống kê, giữ mô hình", "model-keeper"],
    ["MTTQ", "mttq"],
    ["Quản trị tài khoản", "administrator"],
    ["desk-officer", "desk-officer"],
  ])("takes %s for %s", (word, role) => {
    expect(read("1", "Lê Văn A", "", "", "", word, "", "")).toMatchObject({ role });
  });

  it("says of each cell what is wrong with it", () => {
    const problems = (...cells: string[]) => {
      const found = read(...cells);
      return Array.isArray(found) ? found.map(({ line, column, problem }) => [line, column, problem]) : found;
    };
    expect(problems("", "", "an", "Á", "", "Thủ kho", "32/13/2026", "")).toEqual([
      [7, "email", "email"],
      [7, "signInName", "signInName"],
      [7, "from", "date"],
      [7, "name", "noName"],
      [7, "role", "role"],
    ]);
    expect(problems("", "Lê Văn A", "", "", "", "", "", "")).toEqual([
      [7, "code", "noKey"],
      [7, "role", "noRole"],
    ]);
    expect(problems("1", "Lê Văn A", "", "", "", "mttq", "02/07/2026", "01/07/2026")).toEqual([
      [7, "lastDay", "order"],
    ]);
    expect(problems("x".repeat(41), "Lê Văn A", "", "", "", "mttq", "", "")).toEqual([[7, "code", "tooLong"]]);
  });
});
