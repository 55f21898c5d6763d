import { cleanJpeg } from "./clean-jpeg";
import { cleanPng } from "./clean-png";
import { cleanWebp } from "./clean-webp";
import type { CleanPhoto } from "./cleaned-photo";

/** Why a file is no picture to keep: of no kind known here, not whole, or too large when unpacked. */
type PhotoProblem = "photoKind" | "photoBroken" | "photoHuge";

/** Pixels: what a telephone takes, and no more than a browser unpacks without trouble. */
const MOST_PIXELS = 60_000_000;

const begins = (bytes: Uint8Array, at: number, ...signs: number[]) => signs.every((sign, i) => bytes[at + i] === sign);

/**
 * Takes a picture out of a file, whatever the file is called: JPEG, PNG or WebP by its content. Only the parts that draw
 * the picture are copied, so that neither the place where it was taken nor a second file behind it is kept.
 */
export function cleanPhoto(file: Uint8Array): CleanPhoto | PhotoProblem {
  const cleaned = begins(file, 0, 0xff, 0xd8, 0xff)
    ? cleanJpeg(file)
    : begins(file, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
      ? cleanPng(file)
      : begins(file, 0, 0x52, 0x49, 0x46, 0x46) && begins(file, 8, 0x57, 0x45, 0x42, 0x50)
        ? cleanWebp(file)
        : "photoKind";
  if (typeof cleaned === "string") return cleaned;
  const { width, height } = cleaned;
  if (width < 1 || height < 1) return "photoBroken";
  return width * height > MOST_PIXELS ? "photoHuge" : cleaned;
}
