import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import QRCode from "qrcode";

const FACES = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

let opened: NodeCompiler | undefined;
const templates = new Map<string, string>();

function compilerWithFonts(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}

/** A template beside the file that names it, read once. */
function textOf(template: URL): string {
  const text = templates.get(template.href) ?? readFileSync(template, "utf8");
  templates.set(template.href, text);
  return text;
}

/** A document that the typesetter refused, with what it said. */
export class RenderError extends Error {}

export interface RenderedPdf {
  bytes: Buffer;
  pages: number;
}

/**
 * A template filled with data as PDF/A-2b, tagged. Text of the data is never markup. The same data and day give the same
 * bytes at any time, so that a hash of them can be kept. About 5 ms a page after the first.
 * @throws RenderError
 */
export function typeset(template: URL, data: Readonly<Record<string, unknown>>, date: string): RenderedPdf {
  opened ??= compilerWithFonts();
  const inputs = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
  const compiled = opened.compile({ mainFileContent: textOf(template), inputs });
  const trouble = compiled.takeDiagnostics();
  if (!compiled.result) {
    const said = trouble ? opened.fetchDiagnostics(trouble) : [];
    throw new RenderError(said.map(({ message }: { message: string }) => message).join("; "));
  }
  const creationTimestamp = Date.parse(`${date}T00:00:00Z`) / 1000;
  const bytes = opened.pdf(compiled.result, { pdfStandard: "a-2b", pdfTags: true, creationTimestamp });
  const pages = compiled.result.numOfPages;
  opened.evictCache(10);
  return { bytes, pages };
}

/** A square code as SVG, without its quiet margin: the template keeps that free. */
export function codeSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: "svg", errorCorrectionLevel: "M", margin: 0 });
}
