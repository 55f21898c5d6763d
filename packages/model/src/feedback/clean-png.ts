import type { CleanPhoto } from "./cleaned-photo";
import { joinParts } from "./join-parts";

/** Head, colours, transparency, picture, end: the rest are texts, times, places and thumbnails. */
const KEPT = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/** A PNG file with the chunks alone that draw it; what stands behind its end stays behind. */
export function cleanPng(file: Uint8Array): CleanPhoto | "photoBroken" {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts = [file.subarray(0, 8)];
  let [width, height, pictures] = [0, 0, 0];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > file.length || (at === 8) !== (type === "IHDR")) return "photoBroken";
    if (type === "IHDR") {
      if (length !== 13) return "photoBroken";
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    }
    if (type === "IDAT") pictures++;
    if (KEPT.includes(type)) parts.push(file.subarray(at, end));
    if (type === "IEND") {
      return pictures > 0 ? { type: "image/png", width, height, bytes: joinParts(parts) } : "photoBroken";
    }
    at = end;
  }
  return "photoBroken";
}
