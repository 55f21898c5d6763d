import { renderPage } from "@gandan/web/render-page";
import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { createElement } from "react";
import { NonceProvider } from "./nonce";

/** Answers a request of a page: the whole page, rendered with its nonce. */
export function answerPage(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const handoff = {
    open: () => context.serverHandoffStream,
    isAwaited: () => context.renderMeta?.didRenderScripts === true,
  };
  // Without its stream RemixServer renders the page alone; the data follows in one piece.
  const page = createElement(RemixServer, {
    context: { ...context, serverHandoffStream: undefined },
    url: request.url,
    nonce,
  });
  return renderPage(createElement(NonceProvider, { value: nonce }, page), { status, headers, nonce }, handoff);
}

/** Logs what nobody expected; an address or a method that does not exist is no error of ours. */
export function logFailure(error: unknown, { request }: LoaderFunctionArgs): void {
  if (isRouteErrorResponse(error) && error.status < 500) return;
  console.error(`${request.method} ${new URL(request.url).pathname}`, error);
}
