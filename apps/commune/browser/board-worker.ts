/** What this script uses of a service worker's world; the types of browsers' pages are not those of its workers. */
interface WorkerWorld {
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "message", listener: (event: Lasting & { data: unknown }) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetched) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const CACHE = "gandan-board";
const PATIENCE_MS = 8000;
/** Who asks does not matter: the board is the same for all. */
const ANY = { ignoreVary: true };
const worker = self as unknown as WorkerWorld;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

/** The page names the files it is made of; others, of versions before, are let go. */
worker.addEventListener("message", (event) => {
  const { keep } = event.data as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(keepFiles(keep.filter((url): url is string => typeof url === "string")));
});

async function keepFiles(named: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const urls = [...named];
  await addAll(cache, named);
  for (const url of named) if (url.includes(".css")) urls.push(...(await lettersOf(cache, url)));
  await addAll(cache, urls);
  for (const request of await cache.keys()) {
    if (!urls.includes(request.url) && !isState(request.url)) await cache.delete(request);
  }
}

/** The files of letters that a sheet of styles names. */
async function lettersOf(cache: Cache, sheet: string): Promise<string[]> {
  const text = (await (await cache.match(sheet, ANY))?.text()) ?? "";
  return [...text.matchAll(/url\(["']?([^)"']+\.woff2)/g)].map(([, path = ""]) => new URL(path, sheet).href);
}

async function addAll(cache: Cache, urls: readonly string[]): Promise<void> {
  await Promise.all(
    urls.map(async (url) => {
      if (isForever(url) && (await cache.match(url))) return;
      await cache.add(url).catch(() => undefined);
    }),
  );
}

const isForever = (url: string) => new URL(url).pathname.startsWith("/assets/");
const isState = (url: string) => new URL(url).pathname.endsWith("/board/state");

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(isForever(request.url) ? keptFirst(request) : networkFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, ANY)) ?? fetch(request);
}

/** From the network; what was last had from it when that is silent, marked as kept. */
async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request, ANY);
    if (!kept) throw error;
    const headers = new Headers(kept.headers);
    headers.set("x-kept", "1");
    return new Response(kept.body, { status: kept.status, headers });
  }
}

// A module to the compiler: the names of two workers do not meet.
export {};
