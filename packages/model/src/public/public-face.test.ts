import { describe, expect, it } from "vitest";
import { changePublicFace, hostName, publicFace, readLeaders } from "./public-face";

describe("the public face", () => {
  it("has a default for everything", () => {
    expect(publicFace.parse({})).toMatchObject({
      hotline: "",
      receptionWeekday: "1",
      receptionWeeks: "1,3",
      accent: "",
    });
  });

  it("reads leaders a line each", () => {
    expect(readLeaders("Nguyễn Văn A, Chủ tịch UBND, 0233 3852 123\n\nLê Thị B, Phó Chủ tịch")).toEqual([
      { name: "Nguyễn Văn A", title: "Chủ tịch UBND", phone: "0233 3852 123" },
      { name: "Lê Thị B", title: "Phó Chủ tịch", phone: "" },
    ]);
  });

  it.each([
    { leaders: "Nguyễn Văn A" },
    { leaders: "A, B, C, D" },
    { leaders: "A, B, javascript:alert(1)" },
    { hotline: "gọi tôi" },
    { email: "ubnd" },
    { accent: "#ff0000" },
    { accent: "red;background:url(//x)" },
    { receptionWeekday: "7" },
    { receptionFrom: "11:00", receptionTo: "10:00" },
    { receptionExtra: "mai" },
  ])("does not take %o", (face) => {
    expect(changePublicFace.safeParse({ revision: 0, face }).success).toBe(false);
  });

  it.each(["xuanlap.gov.vn", "XuanLap.thanhhoa.gov.vn ", "a-b.vn"])("takes the host %s", (host) => {
    expect(hostName.parse(host)).toBe(host.trim().toLowerCase());
  });

  it.each(["localhost", "10.0.0.1", "xuanlap.gov.vn:8080", "xuân.vn", "a..vn", "-a.vn", "http://a.vn", "a.vn/x"])(
    "does not take the host %s",
    (host) => {
      expect(hostName.safeParse(host).success).toBe(false);
    },
  );
});
