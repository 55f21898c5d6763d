import { officialLayout } from "./layout";
import type { OfficialDocument, Proof } from "./official-document";
import { codeSvg, type RenderedPdf, typeset } from "./typeset";

const TEMPLATE = new URL("official-document.typ", import.meta.url);

/**
 * The document as PDF/A-2b, tagged, with title and language. The same document gives the same bytes at any time, so that
 * a hash of them can be kept. About 5 ms a page after the first.
 * @throws RenderError
 */
export async function renderPdf(document: OfficialDocument): Promise<RenderedPdf> {
  const [proof, invitation] = await Promise.all([drawn(document.proof), drawn(document.invitation ?? null)]);
  return typeset(TEMPLATE, { document: { ...document, proof, invitation }, layout: officialLayout }, document.date);
}

const drawn = async (proof: Proof | null) => proof && { ...proof, qr: await codeSvg(proof.url) };
