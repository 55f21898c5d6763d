import { createCanvas } from "@napi-rs/canvas";
import jsqr from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Dots an inch at which a code of 18 mm is read as a phone reads it. */
const SCALE = 300 / 72;

/**
 * What the square code on the first page of a PDF holds, read from its picture from a share of its height down; null
 * without one, and where there are several. For tests.
 */
export async function readCode(bytes: Uint8Array, from = 0): Promise<string | null> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: SCALE });
  const { width, height } = { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) };
  const canvas = createCanvas(width, height);
  const canvasContext = canvas.getContext("2d");
  await page.render({
    canvas: null,
    canvasContext: canvasContext as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  const top = Math.round(height * from);
  const { data } = canvasContext.getImageData(0, top, width, height - top);
  await pdf.destroy();
  return jsqr(data, width, height - top)?.data ?? null;
}
