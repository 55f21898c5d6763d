import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ReactNode } from "react";
import { renderToPipeableStream } from "react-dom/server";

type Page = { status: number; headers: Headers; nonce: string };

/** Renders a whole page before the first byte leaves, so that an error while rendering still sets the status. */
export function renderPage(element: ReactNode, page: Page): Promise<Response> {
  return new Promise((resolve, reject) => {
    let status = page.status;
    const { pipe } = renderToPipeableStream(element, {
      nonce: page.nonce,
      onAllReady() {
        const body = new PassThrough();
        page.headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers: page.headers }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        status = 500;
        console.error(error);
      },
    });
  });
}
