import type { CleanPhoto } from "./cleaned-photo";
import { joinParts } from "./join-parts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Tables: Huffman, arithmetic, quantisation, restart. */
const TABLES = [0xc4, 0xcc, 0xdb, 0xdd];
/** C0–CF are frames but for the two tables and a reserved one. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const textAt = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** The orientation (1–8) that the Exif data in a segment's body says; 1 when it says none. */
function orientationOf(body: Uint8Array): number {
  if (textAt(body, 0, 6) !== "Exif\0\0") return 1;
  const tiff = new DataView(body.buffer, body.byteOffset + 6, body.length - 6);
  if (tiff.byteLength < 10) return 1;
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(first, little);
  for (let i = 0; i < entries; i++) {
    const at = first + 2 + 12 * i;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, little) !== 0x0112) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A segment of Exif data that says how the picture lies, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const head = [0xff, APP1, 0x00, 0x22, ...[..."Exif"].map((sign) => sign.charCodeAt(0)), 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...head, ...tiff]);
}

/** Where the compressed data that begins at `at` ends: before the next marker that is not part of it. */
function endOfScan(file: Uint8Array, at: number): number {
  for (let i = at; i + 1 < file.length; i++) {
    if (file[i] !== 0xff) continue;
    const next = file[i + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i;
  }
  return -1;
}

/** A JPEG file with tables, frame and scans alone, and how it lies; comments and all application data stay behind. */
export function cleanJpeg(file: Uint8Array): CleanPhoto | "photoBroken" {
  const parts: Uint8Array[] = [];
  let [width, height, orientation, scans] = [0, 0, 1, 0];
  let at = 2;
  for (;;) {
    if (file[at] !== 0xff) return "photoBroken";
    while (file[at + 1] === 0xff) at++;
    const marker = file[at + 1];
    if (marker === undefined) return "photoBroken";
    if (marker === EOI) break;
    const length = ((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > file.length || marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) return "photoBroken";
    const body = file.subarray(at + 4, end);
    if (marker === SOS) {
      const scanEnd = endOfScan(file, end);
      if (scanEnd < 0) return "photoBroken";
      parts.push(file.subarray(at, scanEnd));
      scans++;
      at = scanEnd;
      continue;
    }
    if (isFrame(marker)) {
      if (body.length < 6) return "photoBroken";
      [height, width] = [(body[1]! << 8) | body[2]!, (body[3]! << 8) | body[4]!];
    }
    if (marker === APP1) orientation = Math.max(orientation, orientationOf(body));
    // Without Adobe's mark, which is of a fixed length, some pictures come out in wrong colours.
    const adobe = marker === APP14 && length === 14 && textAt(body, 0, 5) === "Adobe";
    if (adobe || isFrame(marker) || TABLES.includes(marker)) parts.push(file.subarray(at, end));
    at = end;
  }
  if (scans === 0) return "photoBroken";
  const lies = orientation === 1 ? [] : [orientationSegment(orientation)];
  const bytes = joinParts([Uint8Array.of(0xff, SOI), ...lies, ...parts, Uint8Array.of(0xff, EOI)]);
  return { type: "image/jpeg", width, height, bytes };
}
