import type { SiteCall } from "@gandan/api/open-site";

import { type Format, formatter } from "@gandan/i18n/format";
import type { Language } from "@gandan/i18n/language";
import { type Translate, translator } from "@gandan/i18n/translator";
import type { AppLoadContext } from "@remix-run/node";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { problemOf, STATUS } from "../caller.server";
import { publicPages } from "./kept-pages";
import { OpenFrame } from "./open-frame";
import { type FinishedPage, finishPage } from "./page-cache";
import { EndedUnit, FailedPage } from "./public-answers";
import { PublicDocument } from "./public-document";
import { PublicFrame } from "./public-frame";
import type { PublicPlace, PublicUnit } from "./public-places";
import { publicUnitOf } from "./public-unit.server";

interface Args {
  request: Request;
  context: AppLoadContext;
  params: { unit?: string | undefined };
}

/** What a public page is made with: the API in nobody's name, the unit, texts and formats in the language asked for. */
export interface PublicCall {
  caller: SiteCall["caller"];
  unit: PublicUnit;
  t: Translate;
  format: Format;
  language: Language;
  /** "/p/phuong-dong-ha-19333" */
  base: string;
}

export interface PublicPage {
  /** Of the page alone: the unit's name is added. */
  title: string;
  /** One sentence for search engines and previews; a page without one is left out of both. */
  description?: string;
  /** The page inside its frame; it begins with an h1 (PageHead). */
  body: ReactNode;
  /** Where it stands in the menu. */
  current?: PublicPlace;
  /** 200 unless given: 400 for a form shown again with what is wrong, 404, 429 … */
  status?: number;
  /** The device's own letters, 70 kB less to fetch: for pages that are opened on any phone by a code. */
  plainType?: boolean;
  /** False for a page of its own without the frame (menu, footer), e.g. a board. */
  framed?: boolean;
}

interface PublicOptions {
  /**
   * Kept in the memory of the process and sent again until something of the unit changes (`notePublicChange` in the
   * transaction that changes it), at most a minute. Never for a page that depends on who asks, or with a form in it.
   */
  cached?: boolean;
  /** Names in the query that the cached page depends on, with how their values look; all else is ignored. */
  query?: Readonly<Record<string, RegExp>>;
}

/**
 * Answers a request for a public page of a unit (`/p/:unit…`): plain HTML without script, rendered without the router's
 * machinery (below a millisecond of processor time beside the data), the unit and its frame around it. Use it as the
 * whole route, without a default export:
 *
 *     export const loader = (args: LoaderFunctionArgs) =>
 *       publicPage(args, async ({ caller, unit, t }) => {
 *         const shown = await caller.publication.shown({ slug: unit.slug });
 *         return { title: t("public.results.title"), description: …, current: "results", body: <Results shown={shown} /> };
 *       }, { cached: true });
 *
 * Components inside use `useT()` and `useFormat()`, and parts of @gandan/ui; no hook of the router. A page with a form is
 * not cached; its action is `publicPage` again (with `status: 400` and what is wrong) or returns `redirect(…)`. An error
 * of the API (AppError) thrown on the way becomes a page with its text and status; a thrown Response below 400 goes out
 * as it is. A unit that is no more is answered here by a page that names its successors.
 */
export async function publicPage(
  args: Args,
  make: (call: PublicCall) => Promise<PublicPage>,
  { cached = false, query = {} }: PublicOptions = {},
): Promise<Response> {
  const { request, context, params } = args;
  const keep = cached && (request.method === "GET" || request.method === "HEAD");
  const url = new URL(request.url);
  const path = keep ? url.pathname + searchOf(url, query) : withoutLanguage(url);
  const key = `${context.language} ${path}`;
  const known = keep ? publicPages.get(key) : null;
  if (known) return sendFinished(request, context, known);
  const t = translator(context.language);
  try {
    const { caller } = await context.site();
    const unit = await publicUnitOf(context, params.unit ?? "");
    const call: PublicCall = {
      caller,
      unit,
      t,
      format: formatter(context.language),
      language: context.language,
      base: `/p/${unit.slug}`,
    };
    if (unit.ended) return sendOnce(context, writePage(call, path, endedPage(call)), 410);
    if (!keep) {
      const page = await make(call);
      return sendOnce(context, writePage(call, path, page), page.status ?? 200);
    }
    const finished = await publicPages.getOrMake(key, unit.id, async () =>
      finishPage(writePage(call, path, await make(call))),
    );
    return sendFinished(request, context, finished);
  } catch (error) {
    return failedPage(args, error, t, path);
  }
}

/** What a page of no unit is made with. */
export type OpenCall = Omit<PublicCall, "unit" | "base">;

/**
 * Answers a request for a public page that is no unit's, as {@link publicPage} does. What is kept of it lives until it is
 * too old: no change of a unit takes it away.
 */
export async function openPage(
  args: Omit<Args, "params">,
  make: (call: OpenCall) => Promise<PublicPage>,
  { cached = false, query = {} }: PublicOptions = {},
): Promise<Response> {
  const { request, context } = args;
  const keep = cached && (request.method === "GET" || request.method === "HEAD");
  const url = new URL(request.url);
  const path = keep ? url.pathname + searchOf(url, query) : withoutLanguage(url);
  const { language } = context;
  const key = `${language} ${path}`;
  const t = translator(language);
  const written = async () => {
    const { caller } = await context.site();
    const page = await make({ caller, t, format: formatter(language), language });
    return { html: writeOpen(language, t, path, page), status: page.status ?? 200 };
  };
  try {
    const known = keep ? publicPages.get(key) : null;
    if (known) return sendFinished(request, context, known);
    if (!keep) {
      const { html, status } = await written();
      return sendOnce(context, html, status);
    }
    const finished = await publicPages.getOrMake(key, "", async () => finishPage((await written()).html));
    return sendFinished(request, context, finished);
  } catch (error) {
    return failedPage({ ...args, params: {} }, error, t, path);
  }
}

function writeOpen(language: Language, t: Translate, path: string, page: PublicPage): string {
  const { title, description, body, plainType = false } = page;
  return write(
    createElement(PublicDocument, {
      language,
      unit: null,
      title: t("shell.title", { page: title }),
      ...(description ? { description, canonical: path } : { canonical: null }),
      plainType,
      children: createElement(OpenFrame, { here: path, children: body }),
    }),
  );
}

/** The language stands in the address only for search engines: a switch of it must not bring it back. */
function withoutLanguage({ pathname, searchParams }: URL): string {
  const kept = new URLSearchParams(searchParams);
  kept.delete("lang");
  return pathname + (kept.size > 0 ? `?${kept}` : "");
}

function searchOf({ searchParams }: URL, query: Readonly<Record<string, RegExp>>): string {
  const kept = new URLSearchParams();
  for (const [name, form] of Object.entries(query)) {
    const value = searchParams.get(name);
    if (value && form.test(value)) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : "";
}

function writePage({ language, unit, t }: PublicCall, path: string, page: PublicPage): string {
  const { title, description, body, current, plainType = false, framed = true } = page;
  const inside = framed ? createElement(PublicFrame, { unit, here: path, current, children: body }) : body;
  return write(
    createElement(PublicDocument, {
      language,
      unit,
      title: t("public.title", { page: title, unit: unit.name }),
      ...(description ? { description, canonical: path } : { canonical: null }),
      plainType,
      children: inside,
    }),
  );
}

const write = (page: ReactNode) => `<!DOCTYPE html>${renderToStaticMarkup(page)}`;

const endedPage = ({ unit, t }: PublicCall): PublicPage => ({
  title: t("public.ended.title", { unit: unit.name }),
  body: createElement(EndedUnit, { unit }),
});

/** An error of the API as a page; what nobody expected is logged and said in one sentence. */
async function failedPage(args: Args, error: unknown, t: Translate, path: string): Promise<Response> {
  if (error instanceof Response && error.status < 400) return error;
  const { status, text } = await failureOf(args.request, error, t);
  const unit = await publicUnitOf(args.context, args.params.unit ?? "").catch(() => null);
  const failed = createElement(FailedPage, { status, text, unit });
  const body = unit ? createElement(PublicFrame, { unit, here: path, current: undefined, children: failed }) : failed;
  const { language } = args.context;
  const title = unit?.name ?? t("shell.name");
  const page = { language, unit, title, canonical: null, plainType: false, children: body };
  return sendOnce(args.context, write(createElement(PublicDocument, page)), status);
}

async function failureOf(request: Request, error: unknown, t: Translate): Promise<{ status: number; text: string }> {
  if (error instanceof Response)
    return {
      status: error.status,
      text: (await error.text()) || (error.status === 404 ? t("public.failure.missingText") : ""),
    };
  try {
    const { code, text } = problemOf(t, error);
    return { status: STATUS[code] ?? 400, text };
  } catch {
    console.error(`${request.method} ${new URL(request.url).pathname}`, error);
    return { status: 500, text: "" };
  }
}

const HTML = "text/html; charset=utf-8";

/** A choice of language in the address holds for the pages that follow. */
function withLanguage(context: AppLoadContext, headers: Headers): Headers {
  if (context.languageCookie) headers.append("Set-Cookie", context.languageCookie);
  return headers;
}

function sendOnce(context: AppLoadContext, html: string, status: number): Response {
  return new Response(html, { status, headers: withLanguage(context, new Headers({ "Content-Type": HTML })) });
}

function sendFinished(request: Request, context: AppLoadContext, page: FinishedPage): Response {
  const accepts = request.headers.get("accept-encoding") ?? "";
  const form = /\bbr\b/.test(accepts) ? "brotli" : /\bgzip\b/.test(accepts) ? "gzip" : "plain";
  const tag = `"${page.tag}-${form}"`;
  const headers = withLanguage(
    context,
    new Headers({
      "Content-Type": HTML,
      // Browsers keep it, and ask each time whether it still holds: languages share an address.
      "Cache-Control": "no-cache",
      ETag: tag,
      Vary: "Accept-Encoding, Accept-Language, Cookie",
    }),
  );
  if (request.headers.get("if-none-match")?.split(/,\s*/).includes(tag))
    return new Response(null, { status: 304, headers });
  if (form !== "plain") headers.set("Content-Encoding", form === "brotli" ? "br" : "gzip");
  headers.set("Content-Length", String(page[form].length));
  return new Response(request.method === "HEAD" ? null : page[form], { headers });
}
