import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const folder = new URL("../../../docs/huong-dan/pictures/", import.meta.url);
/** A page of the guide is read on slow lines too. */
const MOST_BYTES = 100_000;
const QUALITIES = [0.85, 0.7, 0.5];

/**
 * What the page shows now, as a picture of the guide; only when asked for by GANDAN_GUIDE, so that a test run changes no
 * file of the repository.
 */
export async function guidePicture(page: Page, name: string, { width = 1180, height = 760 } = {}): Promise<void> {
  if (!process.env.GANDAN_GUIDE) return;
  await page.setViewportSize({ width, height });
  await page.evaluate(() => window.scrollTo(0, 0));
  const png = (await page.screenshot({ animations: "disabled" })).toString("base64");
  // The browser writes WebP itself; a page of its own, since the site's pages let no foreign picture in.
  const studio = await page.context().newPage();
  for (const quality of QUALITIES) {
    const webp = await studio.evaluate(
      async ([data, share]) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${data}`;
        await picture.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [picture.width, picture.height];
        canvas.getContext("2d")?.drawImage(picture, 0, 0);
        return canvas.toDataURL("image/webp", share).split(",")[1] ?? "";
      },
      [png, quality] as const,
    );
    const bytes = Buffer.from(webp, "base64");
    if (bytes.length > MOST_BYTES) continue;
    writeFileSync(fileURLToPath(new URL(`${name}.webp`, folder)), bytes);
    await studio.close();
    return;
  }
  throw new Error(`The picture ${name} does not fit into ${MOST_BYTES} bytes.`);
}
