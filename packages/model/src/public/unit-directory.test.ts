import { describe, expect, it } from "vitest";
import { type DirectoryUnit, findUnits, makeDirectory, searchDirectory } from "./unit-directory";

const QUANG_TRI = { slug: "tinh-quang-tri-44", name: "Tỉnh Quảng Trị" };
const THANH_HOA = { slug: "tinh-thanh-hoa-38", name: "Tỉnh Thanh Hóa" };
const unit = (name: string, code: string, province: DirectoryUnit["province"], over: Partial<DirectoryUnit> = {}) => ({
  slug: `u-${code}`,
  name,
  code,
  province,
  ended: false,
  successors: [],
  ...over,
});
const dongHa = unit("Phường Đông Hà", "19333", QUANG_TRI);
const directory = makeDirectory([
  unit("Xã Xuân Lập", "15592", THANH_HOA),
  unit("Xã Đồng Hà Thượng", "15000", THANH_HOA),
  unit("Xã Đông Hải", "14000", THANH_HOA),
  dongHa,
  unit("Phường Đông Thanh", "19334", QUANG_TRI, {
    ended: true,
    successors: [{ slug: dongHa.slug, name: dongHa.name, code: dongHa.code, partial: false }],
  }),
  unit("Phòng Nội vụ", "N01", null),
]);
const find = (q: string, province = "") => searchDirectory(directory, { q, province }).map(({ name }) => name);

describe("the directory of units", () => {
  it("finds by name without accents and without its type, who types it whole first", () => {
    expect(find("dong ha")).toEqual(["Phường Đông Hà", "Xã Đồng Hà Thượng", "Xã Đông Hải"]);
    expect(find("Phường Đông Hà")).toEqual(["Phường Đông Hà"]);
    expect(find("đồng hà")[0]).toBe("Phường Đông Hà");
    expect(find("đồng hà")[1]).toBe("Xã Đồng Hà Thượng");
    // Who types accents means them.
    expect(find("đông h")).toEqual(["Phường Đông Hà", "Xã Đông Hải", "Xã Đồng Hà Thượng"]);
  });

  it("finds by code, by name and province together, and within a province", () => {
    expect(find("15592")).toEqual(["Xã Xuân Lập"]);
    expect(find("dong thanh hoa")).toEqual(["Xã Đồng Hà Thượng", "Xã Đông Hải"]);
    expect(find("dong ha", THANH_HOA.slug)).toEqual(["Xã Đồng Hà Thượng", "Xã Đông Hải"]);
    expect(find("nội vụ")).toEqual(["Phòng Nội vụ"]);
    expect(find("ong ha")).toEqual([]);
    expect(find("???")).toEqual([]);
  });

  it("finds a unit that is no more by its name alone, after those there are", () => {
    const [ended] = searchDirectory(directory, { q: "dong thanh", province: QUANG_TRI.slug });
    expect(ended).toMatchObject({ ended: true, successors: [{ slug: "u-19333" }] });
    expect(find("dong").at(-1)).toBe("Phường Đông Thanh");
    expect(find("", QUANG_TRI.slug)).toEqual(["Phường Đông Hà"]);
    expect(find("").length).toBe(5);
  });

  it("counts the units of today by province", () => {
    expect(directory.provinces).toEqual([
      { ...QUANG_TRI, units: 1 },
      { ...THANH_HOA, units: 3 },
    ]);
  });

  it("takes what makes no sense in an address for nothing", () => {
    expect(findUnits.parse({ q: "x".repeat(101), page: "-1" })).toEqual({ q: "", province: "", page: 1 });
  });
});
