import { describe, expect, it } from "vitest";
import { lookUpDossier, readFactor } from "./look-up-inputs";
import { dossierCodeOf } from "./read-slip";

describe("readFactor", () => {
  it.each([
    ["k7m 2qx", { kind: "slip", text: "K7M2QX" }],
    ["K7M-2QX", { kind: "slip", text: "K7M2QX" }],
    [" 5 678", { kind: "phone", text: "5678" }],
    ["234567", { kind: "slip", text: "234567" }],
  ])("reads %s", (typed, factor) => {
    expect(readFactor(typed)).toEqual(factor);
  });

  it.each(["", "567", "56789", "K7M2Q0", "K7M2QXA", "K7M2Q'", "٥٦٧٨"])("takes %s for neither", (typed) => {
    expect(readFactor(typed)).toBeNull();
  });
});

describe("dossierCodeOf", () => {
  it.each([
    [" 19333-261120-0001 ", "19333-261120-0001"],
    ["https://donghа.example/p/phuong-dong-ha-19333/look-up?code=19333-261120-0001", "19333-261120-0001"],
    ["http://localhost:3100/p/a-1/look-up?lang=en&code=H29.7%2F11-0001&x=1", "H29.7/11-0001"],
    ["https://a.example/p/a-1/look-up?code=%E0%A4%A", "https://a.example/p/a-1/look-up?code=%E0%A4%A"],
    ["https://a.example/p/a-1/feedback?code=1", "https://a.example/p/a-1/feedback?code=1"],
  ])("reads %s", (given, code) => {
    expect(dossierCodeOf(given)).toBe(code);
  });
});

it("refuses what is too long before it is read", () => {
  const asked = { slug: "a-1", code: "x".repeat(301), factor: "K7M2QX" };
  expect(lookUpDossier.safeParse(asked).success).toBe(false);
  expect(lookUpDossier.safeParse({ ...asked, code: "1", factor: "K".repeat(41) }).success).toBe(false);
  expect(lookUpDossier.parse({ ...asked, code: "1" })).toMatchObject({ code: "1", factor: { kind: "slip" } });
});
