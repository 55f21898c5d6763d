import { Writable } from "node:stream";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";

type Page = { status: number; headers: Headers; nonce: string };

/** React 18 sends its buffer with the zeros at its end when a letter of several bytes no longer fits into it. */
function withoutZeros(chunk: Uint8Array): Uint8Array {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end--;
  return chunk.subarray(0, end);
}

/**
 * Renders a whole page before the first byte leaves, so that an error while rendering still sets the status. It is kept
 * in one piece: a stream of small ones costs more than the page.
 */
export function renderPage(element: ReactNode, page: Page): Promise<Response> {
  return new Promise((resolve, reject) => {
    let status = page.status;
    const chunks: Uint8Array[] = [];
    const body = new Writable({
      highWaterMark: Number.MAX_SAFE_INTEGER,
      write(chunk: Uint8Array, _encoding, done) {
        chunks.push(withoutZeros(chunk));
        done();
      },
      final(done) {
        page.headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(Buffer.concat(chunks), { status, headers: page.headers }));
        done();
      },
    });
    body.on("error", reject);
    const { pipe } = renderToPipeableStream(element, {
      nonce: page.nonce,
      onAllReady: () => void pipe(body),
      onShellError: reject,
      onError(error) {
        status = 500;
        console.error(error);
      },
    });
  });
}
