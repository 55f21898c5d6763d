import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

/** A page that is asked for, and how to know it. */
export interface Page {
  name: string;
  url: string;
  cookie: string;
  /** What its h1 says. */
  heading: RegExp;
}

export interface Answer {
  html: string;
  /** Of the answer's body over the wire. */
  bytes: number;
  /** From the moment the request was due until the last byte. */
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function ask(url: string, cookie: string): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const headers = { cookie, "accept-encoding": "gzip", "accept-language": "vi" };
    request(url, { agent, headers, timeout: 20_000 }, done)
      .on("error", fail)
      .on("timeout", function (this: { destroy: (error: Error) => void }) {
        this.destroy(new Error(`no answer from ${url}`));
      })
      .end();
  });
}

/**
 * Asks for a page and makes sure that it is the right one.
 * @param due when the request was to be sent (performance.now()); waiting for its turn counts as well
 * @throws Error for another status or h1
 */
export async function readPage({ name, url, cookie, heading }: Page, due = performance.now()): Promise<Answer> {
  const answer = await ask(url, cookie);
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const ms = performance.now() - due;
  const body = Buffer.concat(chunks);
  const html = (answer.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
  const said = textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? "");
  if (answer.statusCode !== 200 || !heading.test(said)) {
    throw new Error(`${name}: ${answer.statusCode} “${said}” instead of ${heading}`);
  }
  return { html, bytes: body.length, ms };
}

/** What a person reads on a page. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Signs in as a form does; gives the Cookie header of the session. */
export async function signIn(site: string, signInName: string, password: string): Promise<string> {
  const answer = await fetch(`${site}/sign-in`, {
    method: "POST",
    headers: { origin: site },
    body: new URLSearchParams({ signInName, password, next: "/" }),
    redirect: "manual",
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (answer.status !== 302 || !cookie) throw new Error(`${signInName} could not sign in: ${answer.status}`);
  return cookie;
}

/** The first address on a page that matches, in full. */
export function linkOn(html: string, url: string, pattern: RegExp): string {
  const found = [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href]) => href!.replaceAll("&amp;", "&"))
    .find((href) => pattern.test(href));
  if (found === undefined) throw new Error(`no link ${pattern} on ${url}`);
  return new URL(found, url).href;
}

export interface PageTimes {
  page: Page;
  /** Sorted. */
  ms: number[];
  /** Of the largest answer. */
  bytes: number;
  errors: string[];
}

/** Asks for the pages in turn at a fixed rate, whether answers have come or not. */
export async function openLoop(pages: readonly Page[], rate: number, seconds: number): Promise<PageTimes[]> {
  const times = pages.map((page): PageTimes => ({ page, ms: [], bytes: 0, errors: [] }));
  const begin = performance.now();
  const answers: Promise<void>[] = [];
  for (let i = 0; i < rate * seconds; i++) {
    const due = begin + (i * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await setTimeout(early);
    const time = times[i % times.length]!;
    answers.push(
      readPage(time.page, due).then(
        ({ ms, bytes }) => {
          time.ms.push(ms);
          time.bytes = Math.max(time.bytes, bytes);
        },
        (error: Error) => void time.errors.push(error.message),
      ),
    );
  }
  await Promise.all(answers);
  for (const { ms } of times) ms.sort((a, b) => a - b);
  return times;
}

/** The time that a share of sorted times does not exceed; Infinity of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY;
}
