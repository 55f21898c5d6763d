import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readSearch } from "./read-search";
import { nameTail, searchKeys } from "./search-keys";

const text = z.string().nullable();
const cases = z
  .array(z.strictObject({ name: text.optional(), key: text.optional(), phone: text.optional(), tail: text.optional() }))
  .parse(parse(readFileSync(new URL("search-keys.cases.yaml", import.meta.url), "utf8")));

describe("the keys of a dossier", () => {
  it.each(cases)("of $name$phone", ({ name, key = null, phone, tail = null }) => {
    for (const form of ["NFC", "NFD"] as const) {
      const keys = searchKeys(name?.normalize(form), phone);
      const nameMarked = key && (name ?? "").normalize("NFC").toLowerCase();
      expect(keys).toEqual({ nameKey: key, nameTail: key && nameTail(key), nameMarked, phoneTail: tail });
    }
  });

  it("read from the end begin with the last words, and only with whole ones", () => {
    const kept = searchKeys("Nguyễn Thị Thùy", null).nameTail ?? "";
    expect(kept).toBe("yuht iht neyugn ");
    for (const last of ["thuy", "thi thuy", "nguyen thi thuy"]) expect(kept.startsWith(nameTail(last))).toBe(true);
    for (const none of ["uy", "hi thuy", "thi", "thu"]) expect(kept.startsWith(nameTail(none))).toBe(false);
  });
});

it("of a name as long as a page are as long as an index takes, from its beginning and from its end", () => {
  const { nameKey, nameTail: tail, nameMarked } = searchKeys(`Ủy ban ${"nhân dân ".repeat(300)}xã Cuối`, null);
  expect([nameKey?.length, tail?.length, nameMarked?.length]).toEqual([200, 201, 200]);
  expect([nameKey?.slice(0, 11), tail?.slice(0, 8)]).toEqual(["uy ban nhan", "iouc ax "]);
});

describe("what was typed", () => {
  const nameOf = (typed: string) => readSearch(typed)?.name;

  it.each([
    ["nguyen thi thuy", "nguyen thi thuy", []],
    ["NGUYEN  thi Thuy ", "nguyen thi thuy", []],
    ["nguyễn thi thuy", "nguyen thi thuy", [["nguyễn"]]],
    ["Nguyễn".normalize("NFD"), "nguyen", [["nguyễn"]]],
    ["Thùy", "thuy", [["thùy", "thuỳ"]]],
    ["THUỶ", "thuy", [["thủy", "thuỷ"]]],
    [
      "Hoà Loè",
      "hoa loe",
      [
        ["hòa", "hoà"],
        ["lòe", "loè"],
      ],
    ],
    ["Quý", "quy", [["qúy", "quý"]]],
    ["Hoàng Tuấn", "hoang tuan", [["hoàng"], ["tuấn"]]],
    ["Đức", "duc", [["đức"]]],
    ["Huy", "huy", []],
    ["Thuý An 19", "thuy an 19", [["thúy", "thuý"]]],
  ])("%s is a name without marks, and the words that had some", (typed, key, marked) => {
    expect(nameOf(typed)).toEqual({ key, tail: nameTail(key), marked });
  });

  it.each([
    ["19333-261122-0001", ["19333-261122-0001"], "1000221162333 91".replace(" ", "")],
    ["h44.01", ["h44.01", "H44.01"], null],
    ["H44.a", ["H44.a", "H44.A", "h44.a"], null],
    ["0912 345 678", ["0912 345 678"], "8765432190"],
    ["+84 912 345 678", ["+84 912 345 678"], "8765432190"],
    ["678", ["678"], "876"],
    ["78", ["78"], null],
    ["0912/345", ["0912/345"], null],
  ])("%s is the beginning of a code, and may be the end of a phone number", (typed, codes, phone) => {
    expect(readSearch(typed)).toMatchObject({ codes, phone });
  });

  it("of digits and signs alone is no name, and blanks are nothing", () => {
    expect(nameOf("0912 345 678")).toBeNull();
    expect(nameOf("%_")).toBeNull();
    expect(nameOf("Ngũ 5")).not.toBeNull();
    for (const blank of ["", "  ", "\t"]) expect(readSearch(blank)).toBeNull();
  });
});
