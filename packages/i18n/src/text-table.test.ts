import { createInstance } from "i18next";
import { describe, expect, it } from "vitest";
import { type TextParams, textTable } from "./text-table";
import { en } from "./texts-en";
import { vi } from "./texts-vi";

interface Texts {
  readonly [key: string]: string | Texts;
}

function flatten(texts: Texts, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [[here, value]] : flatten(value, here);
  });
}

/** Values for every placeholder of a text: numbers where one is counted or written as a number. */
function paramsFor(text: string, count: number): TextParams {
  const found = [...text.matchAll(/\{\{\s*(\w+)\s*(,\s*number)?/g)];
  return Object.fromEntries(
    found.map(([, name, number]) => [name!, number || name === "count" ? count : `<${name}> $1 {{x}}`]),
  );
}

describe.each([
  ["vi", vi],
  ["en", en],
] as const)("the table of %s", (language, texts) => {
  const library = createInstance();
  void library.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  const table = textTable(texts, language);

  it.each([0, 1, 2, 1234.5, -7])("writes every text as the library does, with the number %d", (count) => {
    for (const [key, text] of flatten(texts)) {
      const params = paramsFor(text, count);
      const asked = "count" in params ? key.replace(/_(one|other)$/, "") : key;
      expect([asked, table(asked, params)]).toEqual([asked, library.t(asked, params as Record<string, string>)]);
    }
  });

  it("leaves to the library what is not plain", () => {
    expect(table("no.such.key")).toBeNull();
    expect(table("dossier.state")).toBeNull();
    expect(table("dossier.one", {})).toBeNull();
    expect(table("dossier.one", { code: null })).toBeNull();
    expect(table("dossier.one", { code: "A", context: "short" })).toBeNull();
  });
});

it("leaves nesting and unknown formats to the library", () => {
  const table = textTable({ a: "x $t(b)", b: "{{n, currency}}", c: { d: "1" }, "c.d": "2" }, "en");
  expect([table("a"), table("b", { n: 1 }), table("c.d")]).toEqual([null, null, null]);
});
