import type { CleanPhoto } from "./cleaned-photo";
import { joinParts } from "./join-parts";

const KEPT = ["VP8 ", "VP8L", "VP8X", "ALPH"];
/** Of the flags of a file with more than a picture, the one that tells of transparency. */
const ALPHA = 0x10;

/** Width and height by the part that says them; null where it says none. */
function sizeOf(type: string, body: Uint8Array): [number, number] | null {
  const [b = 0, c = 0, d = 0, e = 0] = [body[1], body[2], body[3], body[4]];
  if (type === "VP8L" && body[0] === 0x2f) {
    return [1 + (((c & 0x3f) << 8) | b), 1 + (((e & 0x0f) << 10) | (d << 2) | (c >> 6))];
  }
  if (type === "VP8 " && body[3] === 0x9d && body[4] === 0x01 && body[5] === 0x2a) {
    const at = (i: number) => ((body[i + 1] ?? 0) << 8) | (body[i] ?? 0);
    return [at(6) & 0x3fff, at(8) & 0x3fff];
  }
  return null;
}

/** A WebP file of one picture with the chunks alone that draw it. One that moves is no photo. */
export function cleanWebp(file: Uint8Array): CleanPhoto | "photoBroken" | "photoKind" {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array[] = [];
  let size: [number, number] | null = null;
  const last = Math.min(file.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= last; ) {
    const type = String.fromCharCode(...file.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > last) return "photoBroken";
    if (type === "ANIM" || type === "ANMF") return "photoKind";
    const body = file.subarray(at + 8, at + 8 + length);
    size ??= sizeOf(type, body);
    if (KEPT.includes(type)) {
      const part = joinParts([file.subarray(at, Math.min(end, last)), new Uint8Array(Math.max(0, end - last))]);
      if (type === "VP8X") part[8] = part[8]! & ALPHA;
      parts.push(part);
    }
    at = end;
  }
  if (size === null) return "photoBroken";
  const inside = joinParts(parts);
  const head = Uint8Array.from([..."RIFF----WEBP"].map((sign) => sign.charCodeAt(0)));
  new DataView(head.buffer).setUint32(4, inside.length + 4, true);
  return { type: "image/webp", width: size[0], height: size[1], bytes: joinParts([head, inside]) };
}
