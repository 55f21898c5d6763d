import { officialLayout } from "./layout";
import type { OfficialDocument } from "./official-document";
import { codeSvg, type RenderedPdf, typeset } from "./typeset";

const TEMPLATE = new URL("official-document.typ", import.meta.url);

/**
 * The document as PDF/A-2b, tagged, with title and language. The same document gives the same bytes at any time, so that
 * a hash of them can be kept. About 5 ms a page after the first.
 * @throws RenderError
 */
export async function renderPdf(document: OfficialDocument): Promise<RenderedPdf> {
  const proof = document.proof && { ...document.proof, qr: await codeSvg(document.proof.url) };
  return typeset(TEMPLATE, { document: { ...document, proof }, layout: officialLayout }, document.date);
}
