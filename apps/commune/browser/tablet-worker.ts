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

const CACHE = "gandan-tablet";
const PATIENCE_MS = 5000;
/** Cookies and languages of the device are those it had when the page was kept. */
const ANY = { ignoreVary: true };
const worker = self as unknown as WorkerWorld;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

/** The page names what it is made of; files of versions before are let go. */
worker.addEventListener("message", (event) => {
  const { keep } = event.data as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(keepFiles(keep.filter((url): url is string => typeof url === "string")));
});

async function keepFiles(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(urls.map((url) => cache.add(url).catch(() => undefined)));
  for (const request of await cache.keys()) if (!urls.includes(request.url)) await cache.delete(request);
}

/** Sheets are sent by the page itself, past this. */
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(networkFirst(request));
});

/** From the network; what was kept when that is silent. What is not the usual sheet is never kept. */
async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const isForever = new URL(request.url).pathname.startsWith("/assets/");
  const kept = await cache.match(request, ANY);
  if (isForever && kept) return kept;
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (answer.ok && kept) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (!kept) throw error;
    return kept;
  }
}

// A module to the compiler: the names of two workers do not meet.
export {};
