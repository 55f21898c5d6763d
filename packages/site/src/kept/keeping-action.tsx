import { translator } from "@gandan/i18n/translator";
import type { ClientActionFunctionArgs } from "@remix-run/react";
import { type KeptForm, keptOwner, keptStore, typedId, unsentId } from "./kept-store";
import { keptUuid } from "./kept-uuid";

interface KeepingOptions {
  /**
   * Values of the empty form that takes the place of one whose contents are kept, with a key of its own; without it the
   * form stays as it is.
   */
  next?: (key: string) => Record<string, string>;
}

/** What a form gets back whose contents could not be sent; as an action that found something wrong. */
interface NotSent {
  values: Record<string, string>;
  errors: Record<string, string>;
  problem: string;
  phone: null;
}

/**
 * The action of a form in the browser: sends it, and when the connection is gone keeps what was typed, to be sent again
 * with the same key. What the server answered is forgotten here, but for the sign-in that it may want first.
 */
export function keepingAction({ next }: KeepingOptions = {}) {
  return async ({ request, serverAction }: ClientActionFunctionArgs): Promise<Response> => {
    const url = new URL(request.url);
    const href = url.pathname + url.search;
    const fields = [...(await request.clone().formData())].map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    try {
      return (await serverAction()) as Response;
    } catch (error) {
      if (error instanceof Response && isInUnit(error, url.pathname)) {
        keptStore()?.forget(typedId(href, fields), unsentId(href, fields));
        throw error;
      }
      const isAway = error instanceof Response || isConnectionLost(error);
      const isKept = isAway && keepUnsent(href, fields);
      if (!isKept || error instanceof Response) throw error;
      return notSent(next?.(keptUuid()) ?? Object.fromEntries(fields));
    }
  };
}

/** A redirect to a page of the unit: done. Elsewhere the session is over or locked, and nothing was taken. */
function isInUnit(answer: Response, sentTo: string): boolean {
  const to = new URL(answer.headers.get("Location") ?? "", window.location.href).pathname;
  return to.startsWith(sentTo.split("/").slice(0, 3).join("/"));
}

/** The request has not come through, or what answered was no page of ours. */
function isConnectionLost(error: unknown): boolean {
  if (!navigator.onLine) return true;
  return error instanceof TypeError || (error instanceof Error && /turbo-stream/.test(error.message));
}

/** Keeps what could not be sent; false where nothing can be kept, or the form is none of those that are. */
function keepUnsent(href: string, fields: KeptForm["fields"]): boolean {
  const [store, owner] = [keptStore(), keptOwner()];
  if (!store || !owner) return false;
  const typed = typedId(href, fields);
  const title = store.list(owner).find(({ id }) => id === typed)?.title;
  if (title === undefined) return false;
  store.keep({ id: unsentId(href, fields), ...owner, href, title, fields, state: "unsent" });
  store.forget(typed);
  return true;
}

/** A status of failure, so that nothing of the page is asked for anew: there is no connection. */
function notSent(values: Record<string, string>): Response {
  const t = translator(document.documentElement.lang === "en" ? "en" : "vi");
  const body: NotSent = { values, errors: {}, problem: t("kept.notSent"), phone: null };
  return new Response(JSON.stringify(body), { status: 503, headers: { "Content-Type": "application/json" } });
}
