import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A stretch of text on a page: millimetres from the left and the top edge to its baseline, type in points. */
export interface PlacedText {
  page: number;
  text: string;
  left: number;
  right: number;
  baseline: number;
  points: number;
}

export interface ReadPdf {
  texts: PlacedText[];
  pages: number;
  info: Record<string, unknown>;
  /** The XMP packet, as XML. */
  xmp: string;
  tagged: boolean;
  /** Each page as PNG at 72 dots an inch. */
  pictures: Buffer[];
}

const MM = 25.4 / 72;

/** Reads a PDF as its readers do: for tests of what stands where. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  const read: ReadPdf = {
    texts: [],
    pages: pdf.numPages,
    info: info as Record<string, unknown>,
    xmp: Buffer.from(bytes).toString("latin1"),
    tagged: (await pdf.getMarkInfo())?.Marked ?? false,
    pictures: [],
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [points, , , , x, y] = item.transform as number[];
      const left = (x ?? 0) * MM;
      read.texts.push({
        page: number,
        text: item.str,
        left,
        right: left + item.width * MM,
        baseline: (viewport.height - (y ?? 0)) * MM,
        points: points ?? 0,
      });
    }
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
    await page.render({ canvas: null, canvasContext, viewport }).promise;
    read.pictures.push(canvas.toBuffer("image/png"));
  }
  await pdf.destroy();
  return read;
}
