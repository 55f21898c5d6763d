import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "./official-document";
import { readPdf } from "./read-pdf";
import { renderDocx } from "./render-docx";
import { renderPdf } from "./render-pdf";
import { sampleForm, sampleLetter } from "./sample-documents";

async function partsOf(document: OfficialDocument) {
  const files = unzipSync(await renderDocx(document));
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { body: xml("word/document.xml"), names: Object.keys(files), core: xml("docProps/core.xml"), xml };
}

const SIGNS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'" };
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)]
    .map(([, text]) => text)
    .join(" ")
    .replace(/&[a-z]+;/g, (sign) => SIGNS[sign] ?? sign);

/** Words in any order: the two files place columns differently. Dotted lines to write on are no words. */
const wordsOf = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word && !/^\.+$/.test(word))
    .sort();

describe("renderDocx", () => {
  it.each([
    ["letter", sampleLetter],
    ["form", sampleForm],
  ])("says in a %s what its PDF says", async (_name, document) => {
    const { body } = await partsOf(document);
    const { texts } = await readPdf((await renderPdf(document)).bytes);
    const inPdf = wordsOf(
      texts
        .filter(({ page, baseline, text }) => page === 1 || (baseline > 18 && text !== ""))
        .map(({ text }) => text)
        .join(" "),
    );
    const repeated = document === sampleForm ? ["STT", "Tên", "giấy", "tờ", "Số", "bản"] : [];
    expect(wordsOf([textOf(body), ...repeated].join(" "))).toEqual(inPdf);
  });

  it("has the measures of Nghị định 30: A4, margins, no number on the first page", async () => {
    const { body, xml } = await partsOf(sampleForm);
    const section = body.slice(body.indexOf("<w:sectPr>"));
    expect(section).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(section).toContain('<w:pgMar w:top="1134" w:right="964" w:bottom="1134" w:left="1701"');
    expect(section).toContain("<w:titlePg/>");
    expect(xml("word/header1.xml") + xml("word/header2.xml")).toContain("PAGE");
    expect(body.includes("<w:tblHeader/>")).toBe(true);
  });

  it("names itself, its issuer and its language", async () => {
    const { core, xml } = await partsOf(sampleLetter);
    expect(core).toContain(`<dc:title>${sampleLetter.subject}</dc:title>`);
    expect(core).toContain(`<dc:creator>${sampleLetter.issuer}</dc:creator>`);
    expect(xml("word/styles.xml")).toContain('w:val="vi-VN"');
  });

  it("carries the code to check it by, with words for those who cannot see it", async () => {
    const { body, names } = await partsOf(sampleLetter);
    expect(names.some((name) => name.startsWith("word/media/"))).toBe(true);
    expect(body.includes(`descr="${sampleLetter.proof?.alt}"`)).toBe(true);
  });
});
