import { createElement } from "react";
import { describe, expect, it, vi } from "vitest";
import { renderPage } from "./render-page";

const page = () => ({ status: 200, headers: new Headers(), nonce: "n0nce" });
const LETTERS = "Đã kết thúc </script><script>alert(1)</script> \u2028 &amp;";

function streamOf(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}

/** What the scripts of a page hand to Remix's client, run as a browser would. */
function handedOver(html: string): string[] {
  const [, script] = /<script nonce="n0nce">(.*?)<\/script>$/s.exec(html) ?? [];
  const taken: string[] = [];
  const streamController = { enqueue: (text: string) => taken.push(text), close: () => taken.push("closed") };
  new Function("window", script ?? "")({ __remixContext: { streamController } });
  return taken;
}

describe("a page in one piece", () => {
  it("has every letter whole, and its status, type and headers", async () => {
    const words = Array.from({ length: 900 }, (_, i) => createElement("li", { key: i, title: "kết thúc" }, LETTERS));
    const answer = await renderPage(createElement("ul", null, words), { ...page(), status: 404 });
    const html = await answer.text();
    expect(html.split('<li title="kết thúc">Đã kết thúc &lt;/script&gt;')).toHaveLength(901);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([404, "text/html; charset=utf-8"]);
  });

  it.each([1, 2, 7, 10_000])(
    "hands the data over in pieces of %i bytes, and no text of it ends the script",
    async (size) => {
      const handoff = { open: () => streamOf(LETTERS, size), isAwaited: () => true };
      const html = await (await renderPage(createElement("p"), page(), handoff)).text();
      expect(handedOver(html)).toEqual([LETTERS, "closed"]);
      expect(html.match(/<\/script>/g)).toHaveLength(1);
    },
  );

  it("hands nothing to a page without scripts, and does not ask for it", async () => {
    const open = vi.fn(() => streamOf(LETTERS, 5));
    const html = await (await renderPage(createElement("p"), page(), { open, isAwaited: () => false })).text();
    expect([html, open.mock.calls]).toEqual(["<!DOCTYPE html><p></p>", []]);
  });

  it("throws what goes wrong while it is rendered", async () => {
    const Broken = () => {
      throw new Error("broken");
    };
    await expect(renderPage(createElement(Broken), page())).rejects.toThrow("broken");
  });
});
