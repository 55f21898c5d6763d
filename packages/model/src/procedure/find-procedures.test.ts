import { describe, expect, it } from "vitest";
import { findProcedures, meantProcedure } from "./find-procedures";

const procedures = [
  { code: "1.001193", name: "Đăng ký khai sinh" },
  { code: "1.000656", name: "Đăng ký khai tử" },
  { code: "2.000635", name: "Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh" },
  { code: "1.000689", name: "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con" },
  { code: "2.000815", name: "Chứng thực bản sao từ bản chính" },
];
const codes = (typed: string) => findProcedures(procedures, typed).map(({ code }) => code);

describe("a procedure that is typed", () => {
  it.each([
    ["khai sinh", ["1.001193", "1.000689", "2.000635"]],
    ["dang ky khai s", ["1.001193", "1.000689"]],
    ["ĐĂNG KÝ KHAI TỬ", ["1.000656"]],
    ["sao chinh", ["2.000815"]],
    ["ban sao", ["2.000815", "2.000635"]],
    ["1.0006", ["1.000656", "1.000689"]],
    ["2.000815", ["2.000815"]],
    ["Đăng ký khai sinh (1.001193)", ["1.001193"]],
    ["", procedures.map(({ code }) => code)],
    ["hai sinh", []],
    ["kết hôn", []],
  ])("%s", (typed, expected) => expect(codes(typed)).toEqual(expected));

  it("stands first when its name begins so", () => {
    const list = [procedures[2]!, procedures[0]!];
    expect(findProcedures(list, "dang ky khai sinh").map(({ code }) => code)).toEqual(["1.001193"]);
    expect(findProcedures([...list, { code: "9", name: "Khai sinh lại" }], "khai sinh")[0]?.code).toBe("9");
  });

  it("is meant when no other can be", () => {
    const meant = (typed: string) => meantProcedure(procedures, typed)?.code;
    expect(meant("khai tu")).toBe("1.000656");
    expect(meant("dang ky khai sinh")).toBe("1.001193");
    expect(meant("1.001193")).toBe("1.001193");
    expect(meant("Đăng ký khai sinh (1.001193)")).toBe("1.001193");
    for (const none of ["", "  ", "khai sinh", "dang ky", "xây dựng", "9.999999"]) expect(meant(none)).toBeUndefined();
  });
});
