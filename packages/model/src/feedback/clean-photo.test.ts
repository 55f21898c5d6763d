import { describe, expect, it } from "vitest";
import { cleanPhoto } from "./clean-photo";
import { joinParts } from "./join-parts";
import { SAMPLE_PHOTOS } from "./sample-photos";

const bytesOf = (name: keyof typeof SAMPLE_PHOTOS) => Uint8Array.from(Buffer.from(SAMPLE_PHOTOS[name], "base64"));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const words = (text: string) => Uint8Array.from(Buffer.from(text));
const cleaned = (bytes: Uint8Array) => {
  const photo = cleanPhoto(bytes);
  if (typeof photo === "string") throw new Error(photo);
  return photo;
};

describe("a photo", () => {
  it.each([
    ["jpeg", "image/jpeg"],
    ["progressive", "image/jpeg"],
    ["png", "image/png"],
    ["webp", "image/webp"],
    ["lossless", "image/webp"],
  ] as const)("(%s) keeps the picture and nothing of what its file says", (name, type) => {
    const photo = cleaned(bytesOf(name));
    expect(photo).toMatchObject({ type, width: 12, height: 8 });
    expect(textOf(photo.bytes)).not.toMatch(/SECRET|JFIF|xmp/);
    // Clean already: nothing more is taken away.
    expect(cleaned(photo.bytes).bytes).toEqual(photo.bytes);
  });

  it("keeps the very bytes that draw it", () => {
    const whole = textOf(bytesOf("jpeg"));
    const scan = whole.slice(whole.indexOf("\xff\xda"));
    expect(textOf(cleaned(bytesOf("jpeg")).bytes).endsWith(scan)).toBe(true);
    const png = textOf(bytesOf("png"));
    const idat = png.slice(png.indexOf("IDAT"), png.indexOf("IEND"));
    expect(textOf(cleaned(bytesOf("png")).bytes)).toContain(idat);
  });

  it("still says how it lies, and no other word of its Exif data", () => {
    const text = textOf(cleaned(bytesOf("jpeg")).bytes);
    expect(text.match(/Exif/g)).toHaveLength(1);
    const tiff = Buffer.from(text.slice(text.indexOf("Exif") + 6), "latin1");
    expect([tiff.readUInt16BE(8), tiff.readUInt16BE(10), tiff.readUInt16BE(18)]).toEqual([1, 0x0112, 6]);
    expect(textOf(cleaned(bytesOf("progressive")).bytes)).not.toContain("Exif");
  });

  it.each(["jpeg", "png", "webp"] as const)("(%s) leaves behind what is hidden after its end", (name) => {
    const hidden = joinParts([bytesOf(name), words("PK\x03\x04<script>alert(1)</script>SECRET")]);
    expect(cleaned(hidden).bytes).toEqual(cleaned(bytesOf(name)).bytes);
  });

  it.each([
    ["a page", words("<!doctype html><script>alert(1)</script>")],
    ["a drawing with script", words('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["a program", words("MZ\x90\0")],
    ["a GIF", words("GIF89a<script>")],
    ["a film in WebP", bytesOf("moving")],
    ["an HEIC picture", words("\0\0\0\x18ftypheic")],
    ["nothing", new Uint8Array(0)],
  ])("is none: %s", (_what, bytes) => {
    expect(cleanPhoto(bytes)).toBe("photoKind");
  });

  it.each(["jpeg", "png", "webp"] as const)("(%s) is refused wherever it is cut off", (name) => {
    const whole = bytesOf(name);
    // A WebP whose last part is cut off has lost only words; its picture ends before.
    const last = name === "webp" ? 80 : whole.length;
    for (let end = 16; end < last; end += 7) {
      expect([end, typeof cleanPhoto(whole.subarray(0, end))]).toEqual([end, "string"]);
    }
  });

  it("survives whatever bytes are changed", () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    for (const name of ["jpeg", "png", "webp"] as const) {
      for (let round = 0; round < 400; round++) {
        const bytes = bytesOf(name);
        for (let i = 0; i < 3; i++) bytes[3 + random(bytes.length - 3)] = random(256);
        const photo = cleanPhoto(bytes);
        if (typeof photo !== "string") expect(photo.bytes.length).toBeLessThanOrEqual(bytes.length + 40);
      }
    }
  });

  it("is refused when it unpacks to more than a browser takes", () => {
    const bomb = bytesOf("png");
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    expect(cleanPhoto(bomb)).toBe("photoHuge");
    const flat = bytesOf("png");
    new DataView(flat.buffer).setUint32(16, 0);
    expect(cleanPhoto(flat)).toBe("photoBroken");
  });
});
