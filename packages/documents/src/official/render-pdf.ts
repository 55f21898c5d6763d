import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import QRCode from "qrcode";
import { officialLayout } from "./layout";
import type { OfficialDocument } from "./official-document";

const FACES = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
const TEMPLATE = new URL("official-document.typ", import.meta.url);

let opened: { compiler: NodeCompiler; template: string } | undefined;

function open() {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)));
  opened ??= {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }),
    template: readFileSync(TEMPLATE, "utf8"),
  };
  return opened;
}

/** A document that the typesetter refused, with what it said. */
export class RenderError extends Error {}

export interface RenderedPdf {
  bytes: Buffer;
  pages: number;
}

/**
 * The document as PDF/A-2b, tagged, with title and language. The same document gives the same bytes at any time, so that
 * a hash of them can be kept. About 5 ms a page after the first.
 * @throws RenderError
 */
export async function renderPdf(document: OfficialDocument): Promise<RenderedPdf> {
  const { compiler, template } = opened ?? open();
  const proof = document.proof && { ...document.proof, qr: await qrOf(document.proof.url) };
  const inputs = {
    document: JSON.stringify({ ...document, proof }),
    layout: JSON.stringify(officialLayout),
  };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const trouble = compiled.takeDiagnostics();
  if (!compiled.result) {
    const said = trouble ? compiler.fetchDiagnostics(trouble) : [];
    throw new RenderError(said.map(({ message }: { message: string }) => message).join("; "));
  }
  const creationTimestamp = Date.parse(`${document.date}T00:00:00Z`) / 1000;
  const bytes = compiler.pdf(compiled.result, { pdfStandard: "a-2b", pdfTags: true, creationTimestamp });
  const pages = compiled.result.numOfPages;
  compiler.evictCache(10);
  return { bytes, pages };
}

const qrOf = (url: string) => QRCode.toString(url, { type: "svg", errorCorrectionLevel: "M", margin: 0 });
