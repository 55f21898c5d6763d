import { formatter } from "@gandan/i18n/format";
import { LANGUAGES } from "@gandan/i18n/language";
import { reasonText } from "@gandan/i18n/reason/reason-text";
import { translator } from "@gandan/i18n/translator";
import { REASON_PARAMS } from "@gandan/model/outcome/reason-keys";
import { describe, expect, it } from "vitest";

const keys = Object.entries(REASON_PARAMS);

/** A value that a parameter of this name may have, and that is easily seen in a sentence. */
function sample(name: string): string | number {
  if (name.endsWith("At")) return Date.UTC(2026, 10, 19, 7, 35) / 60_000;
  if (name.endsWith("Date")) return "2026-11-19";
  if (name.endsWith("Minutes")) return 595;
  if (name === "share" || name.endsWith("Share")) return 0.873;
  if (name === "groupWord") return "birth";
  if (name === "channelWord") return "online";
  if (name === "letterWord") return "thanks";
  if (name === "signerWord") return "chairman";
  if (name === "kindWord") return "complaint";
  if (name === "missingWords") return "cause,new-due";
  if (name === "officer" || name === "role") return "Lò Văn Tám";
  return name === "year" ? 2026 : 7;
}

describe.each(LANGUAGES)("reasons in %s", (language) => {
  const t = translator(language);

  it.each(keys)("%s has a sentence of its own with nothing left open", (key, names) => {
    const params = Object.fromEntries(names.map((name) => [name, sample(name)]));
    const text = reasonText(t, { key, params });
    expect(text).not.toBeNull();
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN|reason\./);
    expect(text).toMatch(/^\p{Lu}|^\d/u);
    expect(text).toMatch(/\.$/);
  });

  it("says what is not the same in different sentences", () => {
    const texts = keys.map(([key, names]) =>
      reasonText(t, { key, params: Object.fromEntries(names.map((name) => [name, sample(name)])) }),
    );
    expect(new Set(texts).size).toBeGreaterThan(keys.length * 0.9);
  });

  it("writes the working time by which a dossier is late", () => {
    const dueAt = sample("dueAt");
    const text = reasonText(t, { key: "dossier.lateOpen", params: { dueAt, lateMinutes: 595 } });
    expect(text).toContain(formatter(language).workingTime(595));
    expect(text).toContain(formatter(language).dateTime(Number(dueAt)));
  });
});
