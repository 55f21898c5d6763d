import { createCanvas } from "@napi-rs/canvas";
import jsqr from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Dots an inch at which a code of 18 mm is read as a phone reads it. */
const SCALE = 300 / 72;

/** A part of a page, in shares of it. */
interface View {
  left: number;
  top: number;
  width: number;
  height: number;
}

const WHOLE: View = { left: 0, top: 0, width: 1, height: 1 };
// A reader sees one code at a time: of several, each half of the page shows one.
const LEFT: View = { ...WHOLE, width: 0.5 };
const RIGHT: View = { ...LEFT, left: 0.5 };

/** The picture of the first page, to be looked at in parts. */
async function firstPage(bytes: Uint8Array): Promise<(view: View) => string | null> {
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
  await pdf.destroy();
  return (view) => {
    const [left, top] = [Math.floor(view.left * width), Math.floor(view.top * height)];
    const [wide, high] = [Math.floor(view.width * width), Math.floor(view.height * height)];
    return jsqr(canvasContext.getImageData(left, top, wide, high).data, wide, high)?.data || null;
  };
}

/** What the square code on the first page of a PDF holds, read from its picture; of two the left one. Null without one. For tests. */
export async function readCode(bytes: Uint8Array): Promise<string | null> {
  const look = await firstPage(bytes);
  return look(WHOLE) ?? look(LEFT);
}

/** What two codes beside each other hold. For tests. */
export async function readTwoCodes(bytes: Uint8Array): Promise<(string | null)[]> {
  return [LEFT, RIGHT].map(await firstPage(bytes));
}
