import QRCode from "qrcode";

/** A QR code as one path of an SVG, in units of its squares; the quiet margin is for the page. */
export interface QrPath {
  /** Squares on a side. */
  size: number;
  path: string;
}

/** The QR code of a text, its dark squares drawn row by row. */
export function qrPath(text: string): QrPath {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x < size && data[y * size + x]) x++;
      path += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  return { size, path };
}
