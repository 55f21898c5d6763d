import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";

type Page = { status: number; headers: Headers; nonce: string };

/** Data for the browser that goes on with a page: whether the page has scripts that wait for it, and Remix's stream. */
interface Handoff {
  isAwaited: () => boolean;
  /** Writes the data down, which costs a sixth of a page: asked only where a script waits for it. */
  open: () => ReadableStream<Uint8Array> | undefined;
}

const ESCAPED: Record<string, string> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** A JSON text that ends no script, whatever a person typed into it. */
const scriptText = (json: string) => json.replace(/[&><\u2028\u2029]/g, (letter) => ESCAPED[letter]!);

/**
 * Renders a whole page before the first byte leaves, so that an error while rendering still sets the status: it is
 * thrown. One string is made: React's stream writes every word into a buffer of its own, and Remix's way to hand data
 * over renders once more for each piece of it, which together cost a fifth of a page.
 * @param handoff what follows the page for its scripts, as Remix's client takes it in
 */
export async function renderPage(element: ReactNode, page: Page, handoff?: Handoff): Promise<Response> {
  // In one string React leaves it out, and browsers would draw the page as those of before the standard.
  let html = `<!DOCTYPE html>${renderToString(element)}`;
  const stream = handoff?.isAwaited() ? handoff.open() : undefined;
  if (stream) {
    const data = scriptText(JSON.stringify(await new Response(stream).text()));
    const controller = "window.__remixContext.streamController";
    html += `<script nonce="${page.nonce}">${controller}.enqueue(${data});${controller}.close();</script>`;
  }
  page.headers.set("Content-Type", "text/html; charset=utf-8");
  // As bytes: a text would be looked through for broken letters first, and be made bytes in pieces.
  return new Response(Buffer.from(html), { status: page.status, headers: page.headers });
}
