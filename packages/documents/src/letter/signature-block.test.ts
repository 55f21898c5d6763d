import { readFileSync, writeFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { readCode } from "../official/read-code";
import { readPdf } from "../official/read-pdf";
import { renderPdf } from "../official/render-pdf";
import { sampleLetter } from "../official/sample-documents";
import { type LetterSigner, signatureBlock } from "./signature-block";

const SIGNERS: readonly (LetterSigner & { lines: string[] })[] = [
  { capacity: "head", title: "", name: "Lê Văn C", lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] },
  {
    capacity: "deputy",
    title: "Phó Chủ tịch",
    name: "Trần Thị P",
    lines: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
  },
  { capacity: "by-order", title: "Chánh Văn phòng", name: "Trần Văn B", lines: ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"] },
  {
    capacity: "authorised",
    title: "Công chức Văn phòng – Thống kê",
    name: "Nguyễn Thị A",
    lines: ["TUQ. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG – THỐNG KÊ"],
  },
];

const renderAs = async (signer: LetterSigner | null) =>
  (await renderPdf({ ...sampleLetter, signature: signatureBlock(signer) })).bytes;

/** Share of the pixels of two pictures that differ visibly; 1 when they are not of one size. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map(async (png) => {
      const image = await loadImage(png);
      const context = createCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }),
  );
  if (!a || !b || a.length !== b.length) return 1;
  let differing = 0;
  for (let i = 0; i < a.length; i += 4) if (Math.abs((a[i] ?? 0) - (b[i] ?? 0)) > 64) differing++;
  return differing / (a.length / 4);
}

describe("signatureBlock", () => {
  it.each(SIGNERS)("writes the capacity of who signs as $capacity above the name, and nothing else", async (signer) => {
    const { texts, pictures } = await readPdf(await renderAs(signer));
    const name = texts.find(({ text }) => text === signer.name)!;
    const above = texts.filter(
      ({ left, right, baseline }) =>
        baseline < name.baseline && baseline > name.baseline - 60 && left > 100 && right - left < 90,
    );
    // A long title takes two lines.
    const capitals = above.map(({ text }) => text).filter((text) => text === text.toUpperCase());
    expect(capitals.join(" ")).toBe(signer.lines.join(" "));
    const golden = new URL(`golden/signed-${signer.capacity}.png`, import.meta.url);
    if (process.env.GANDAN_GOLDEN) writeFileSync(golden, pictures[0]!);
    expect(await difference(pictures[0]!, readFileSync(golden))).toBeLessThan(0.002);
  });

  it("says of a draft that it is one, with no name", () => {
    expect(signatureBlock(null)).toEqual({
      capacity: ["TM. Ủy ban nhân dân", "Chủ tịch"],
      hint: null,
      note: "(dự thảo, chưa ký)",
      name: null,
    });
  });
});

describe("the code on a letter", () => {
  it("is read from the picture of its page, and holds the address at which the letter is checked", async () => {
    const url = `https://mot-cua.phuong-dong-ha.example/letter/phuong-dong-ha-19333/${"0123456789abcdef".repeat(2)}`;
    const { bytes } = await renderPdf({ ...sampleLetter, proof: { ...sampleLetter.proof!, url } });
    expect(await readCode(bytes)).toBe(url);
    expect(await readCode((await renderPdf({ ...sampleLetter, proof: null })).bytes)).toBeNull();
  });
});
