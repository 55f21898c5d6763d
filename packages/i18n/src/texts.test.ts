import { describe, expect, it } from "vitest";
import { en } from "./texts-en";
import { vi } from "./texts-vi";

interface Texts {
  readonly [key: string]: string | Texts;
}

function flatten(texts: Texts, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(here, value);
    else for (const [inner, text] of flatten(value, here)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? ""))].sort().join(" ");

const vietnamese = flatten(vi);
const english = flatten(en);

describe("texts", () => {
  it("have the same keys in both languages, and one and many in English", () => {
    const expected = [...vietnamese.keys()].flatMap((key) =>
      key.endsWith("_other") ? [key, key.replace(/_other$/, "_one")] : [key],
    );
    expect([...english.keys()].sort()).toEqual(expected.sort());
  });

  it("have the same placeholders in both languages", () => {
    const different = [...english].filter(([key, text]) => {
      const source = vietnamese.get(key) ?? vietnamese.get(key.replace(/_one$/, "_other")) ?? "";
      return placeholders(text) !== placeholders(source);
    });
    expect(different).toEqual([]);
  });

  it("count what they count: a counted text names its count", () => {
    const silent = [...english, ...vietnamese].filter(
      ([key, text]) => /_(one|other)$/.test(key) && !/{{\s*count\b/.test(text),
    );
    expect(silent).toEqual([]);
  });

  it("are never empty, never padded and never say OK", () => {
    const poor = [...english, ...vietnamese].filter(([, text]) => text.trim() !== text || text === "" || text === "OK");
    expect(poor).toEqual([]);
  });

  it("are written in composed characters", () => {
    expect([...vietnamese].filter(([, text]) => text.normalize("NFC") !== text)).toEqual([]);
  });
});
