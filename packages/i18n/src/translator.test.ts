import { describe, expect, it } from "vitest";
import { errorText } from "./error-text";
import { languageOf, negotiateLanguage } from "./language";
import { translator } from "./translator";

const vi = translator("vi");
const en = translator("en");

describe("translator", () => {
  it("fills placeholders without escaping them", () => {
    expect(vi("dossier.one", { code: "A<&>1" })).toBe("Hồ sơ A<&>1");
    expect(en("dossier.one", { code: "A<&>1" })).toBe("Dossier A<&>1");
  });

  it("chooses one or many and writes the number as the language does", () => {
    expect(vi("dossier.count", { count: 1 })).toBe("1 hồ sơ");
    expect(vi("dossier.count", { count: 1234 })).toBe("1.234 hồ sơ");
    expect(en("dossier.count", { count: 1 })).toBe("1 dossier");
    expect(en("dossier.count", { count: 1234 })).toBe("1,234 dossiers");
  });

  it("finds keys that carry dots and hyphens of their own", () => {
    expect(vi("rule.kind.dossier.on-time")).toBe("Trả đúng hẹn");
    expect(vi.find("dossier.state.awaiting-supplement")).toBe("Yêu cầu bổ sung giấy tờ");
    expect(vi.find("procedure.termText.working-days", { count: 3 })).toBe("3 ngày làm việc");
  });

  it("finds nothing where there is nothing, instead of showing a key", () => {
    expect(vi.find("dossier.state.lost")).toBeNull();
    expect(vi.find("dossier.state")).toBeNull();
  });

  it("is the same object for every request", () => {
    expect(translator("vi")).toBe(vi);
    expect(vi.language).toBe("vi");
  });
});

describe("errorText", () => {
  it("names what is wrong with the details given", () => {
    expect(errorText(vi, { code: "TOO_MANY", key: "session.locked", details: { minutes: 15 } })).toContain("15 phút");
  });

  it("falls back to the code, then to the general text", () => {
    expect(errorText(vi, { code: "FORBIDDEN", key: "no.such.key" })).toBe(vi("error.code.FORBIDDEN"));
    expect(errorText(en, { code: "STRANGE", key: "no.such.key" })).toBe(en("error.unexpected"));
  });
});

describe("language", () => {
  it("recognises what we speak, whatever the region or case", () => {
    expect(languageOf("EN-gb")).toBe("en");
    expect(languageOf("fr")).toBeNull();
    expect(languageOf(null)).toBeNull();
  });

  it("follows the weights of the header and falls back to Vietnamese", () => {
    expect(negotiateLanguage("fr, en;q=0.8, vi;q=0.9")).toBe("vi");
    expect(negotiateLanguage("en-US,en;q=0.9")).toBe("en");
    expect(negotiateLanguage("vi;q=0, en;q=0.1")).toBe("en");
    expect(negotiateLanguage("fr")).toBe("vi");
    expect(negotiateLanguage(null)).toBe("vi");
  });
});
