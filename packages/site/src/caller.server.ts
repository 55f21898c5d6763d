import type { SiteCall } from "@gandan/api/open-site";
import { errorText } from "@gandan/i18n/error-text";
import { type Format, formatter } from "@gandan/i18n/format";
import { type Translate, translator } from "@gandan/i18n/translator";
import { AppError } from "@gandan/model/error/app-error";
import { plainAddress } from "@gandan/web/safe-next";
import { type AppLoadContext, redirect } from "@remix-run/node";
import { holdSent } from "./session/hold-sent.server";

interface Args {
  request: Request;
  context: AppLoadContext;
}

interface UnitArgs extends Args {
  params: { unit?: string | undefined };
}

interface PageCall extends SiteCall {
  t: Translate;
  format: Format;
}

/** The API for anyone, signed in or not. */
export async function pageCaller({ context }: Args): Promise<PageCall> {
  const call = await context.site();
  return { ...call, t: translator(call.ctx.language), format: formatter(call.ctx.language) };
}

/** The API for a signed-in person; others are sent to sign in, or to what they are to do first, and back. */
export async function personCaller(args: Args) {
  const call = await pageCaller(args);
  const { session } = call.ctx;
  if (!session) throw redirect(await wayIn(call, args));
  return { ...call, session };
}

/** The API for someone who is known and stands before one of these gates, or ("open") before none. */
export async function knownCaller(args: Args, gates: readonly (Gate | "open")[]) {
  const call = await pageCaller(args);
  const { session, gate } = call.ctx;
  const who = session && gates.includes("open") ? session : gate && gates.includes(gate.kind) ? gate.who : null;
  if (!who) throw redirect(await wayIn(call, args));
  return { ...call, who };
}

type Gate = NonNullable<SiteCall["ctx"]["gate"]>["kind"];

const GATE_PAGES: Record<Gate, string> = {
  code: "/sign-in/code",
  idle: "/unlock",
  enrol: "/account/second-factor",
};

/** Where someone without a session is to go first, and from there back; what they sent to a locked one is kept. */
async function wayIn({ caller, ctx }: PageCall, { request, context }: Args): Promise<string> {
  const here = localPath(request.url);
  const next = (path: string) => `?next=${encodeURIComponent(path)}`;
  if (ctx.session) return plainAddress(new URL(request.url).searchParams.get("next"));
  if (!ctx.gate) return `/sign-in${next(here)}`;
  const held =
    ctx.gate.kind === "idle" &&
    request.method === "POST" &&
    (await holdSent(caller, request, localPath(context.asked)));
  return `${GATE_PAGES[ctx.gate.kind]}${next(held ? "/held" : here)}`;
}

type UnitOfPage = Awaited<ReturnType<PageCall["caller"]["unit"]["bySlug"]>>;

/** The unit of a request's address: the loaders of its frame and of its page ask for the same one. */
const found = new WeakMap<AppLoadContext, Promise<UnitOfPage>>();

function unitOf(call: PageCall, { context, params }: UnitArgs): Promise<UnitOfPage> {
  let unit = found.get(context);
  if (!unit) {
    unit = call.caller.unit.bySlug({ slug: params.unit ?? "" });
    found.set(context, unit);
  }
  return unit;
}

/** The API for a signed-in person in the unit of the address; 404 when the person has no role there. */
export async function unitCaller(args: UnitArgs) {
  const call = await personCaller(args);
  const unit = await orResponse(call.t, unitOf(call, args));
  return { ...call, unit, unitId: unit.id, path: `${args.context.unitBase}/${unit.slug}` };
}

/** The error of the API that a person can act on, as text; anything else is thrown on. */
export function problemOf(t: Translate, error: unknown): { code: string; key: string; text: string } {
  const cause = error instanceof AppError ? error : error instanceof Error ? error.cause : null;
  if (!(cause instanceof AppError)) throw error;
  const { code, key, details } = cause;
  return { code, key, text: errorText(t, { code, key, details }) };
}

/** The HTTP status of an error of the API. */
export const STATUS: Record<string, number> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNAUTHORIZED: 401,
  CONFLICT: 409,
  TOO_MANY: 429,
};

/** Waits for an answer of the API in a loader; an error of it becomes the error page with its own text. */
export async function orResponse<T>(t: Translate, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { code, text } = problemOf(t, error);
    throw new Response(text, { status: STATUS[code] ?? 400, statusText: code });
  }
}

/** Path and query of an address of this site, as a person would open it. */
function localPath(url: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete("_routes");
  const search = searchParams.size > 0 ? `?${searchParams}` : "";
  return pathname.replace(/\.data$/, "") + search;
}
