import { strFromU8, unzipSync } from "fflate";

const SIGNS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'" };

/** The words of a DOCX in the order of its text, without headers of pages: for tests of what it says. */
export function readDocxText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)]
    .map(([, text]) => text)
    .join(" ")
    .replace(/&[a-z]+;/g, (sign) => SIGNS[sign] ?? sign);
}
