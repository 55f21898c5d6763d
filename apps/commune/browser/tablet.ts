import { FIELD, readAnswers } from "@gandan/model/survey/read-answers";
import { keptUuid } from "@gandan/site/kept/kept-uuid";
import type { SheetEnds, TabletParts } from "../app/answering/tablet-parts";
import { TabletStore, type WaitingSheet } from "../app/answering/tablet-store";

const THANKS_MS = 6_000;
/** A sheet that somebody has left is not for the next one to see. */
const LEFT_MS = 120_000;
const SEND_EVERY_MS = 30_000;
const AGAIN_MS = 5_000;
const PATIENCE_MS = 15_000;
const AT_ONCE = 50;
/** Ahead of UTC, all the year. */
const VIET_NAM_MINUTES = 420;

const form = document.querySelector<HTMLFormElement>("form[data-tablet]");
if (form?.dataset.tablet) void begin(form, JSON.parse(form.dataset.tablet) as TabletParts);

async function begin(form: HTMLFormElement, parts: TabletParts): Promise<void> {
  form.reset();
  // Where nothing can be kept, the page sends each sheet as any other page does.
  const store = await TabletStore.open().catch(() => null);
  if (!store) return;
  const { place, texts } = parts;
  const state = document.querySelector<HTMLElement>("[data-tablet-state]");
  const thanks = document.querySelector<HTMLElement>("[data-tablet-thanks]");
  const trouble = document.querySelector<HTMLElement>("[data-tablet-trouble]");
  let touchedAt: number | null = null;
  let left: number | undefined;
  let sending = false;
  let refused = 0;
  let isAway = false;

  async function show(): Promise<void> {
    const waiting = (await store?.list(place))?.length ?? 0;
    const said = [
      waiting > 0 ? texts.waiting.replace("{n}", String(waiting)) : texts.ready,
      isAway || !navigator.onLine ? texts.offline : "",
      refused > 0 ? texts.refused.replace("{n}", String(refused)) : "",
    ];
    if (state) state.textContent = said.filter(Boolean).join(" ");
  }

  /** Sends what waits, the oldest with the others; what is not acknowledged stays, and is sent again with its key. */
  async function send(): Promise<void> {
    if (sending || !store) return;
    sending = true;
    try {
      for (let sheets = await store.list(place); sheets.length > 0; sheets = await store.list(place)) {
        const { ends } = await post(place, sheets.slice(0, AT_ONCE));
        await store.forget(ends.map(({ key }) => key));
        refused += ends.filter(({ end }) => end === "refused").length;
        if (ends.length === 0) break;
      }
      isAway = false;
    } catch {
      isAway = true;
      // What answered with an error may answer otherwise soon; without network its coming back is told.
      if (navigator.onLine) window.setTimeout(() => void send(), AGAIN_MS);
    } finally {
      sending = false;
      await show();
    }
  }

  /** Begins anew for the next one; without the files of the page at hand it must not be left. */
  function restart(): void {
    if (navigator.serviceWorker?.controller) {
      window.location.reload();
      return;
    }
    form.reset();
    form.hidden = false;
    if (thanks) thanks.hidden = true;
    touchedAt = null;
    window.scrollTo(0, 0);
  }

  form.addEventListener("input", () => {
    touchedAt ??= Date.now();
    if (trouble) trouble.hidden = true;
    window.clearTimeout(left);
    left = window.setTimeout(restart, LEFT_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.hidden) return;
    const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    const [problem] = readAnswers(parts.form, fields).problems;
    if (problem) {
      if (trouble) trouble.hidden = false;
      document.getElementById(`${FIELD}${problem[0]}`)?.scrollIntoView({ block: "center" });
      return;
    }
    const sheet = sheetOf(parts, fields, touchedAt ?? Date.now());
    window.clearTimeout(left);
    form.hidden = true;
    void store
      .keep(sheet)
      .then(() => {
        if (thanks) thanks.hidden = false;
        thanks?.querySelector("h2")?.focus();
        window.scrollTo(0, 0);
        window.setTimeout(restart, THANKS_MS);
        return send();
      })
      .catch(() => {
        // The disk is full: the page sends it itself.
        form.hidden = false;
        form.submit();
      });
  });
  window.addEventListener("online", () => void send());
  window.addEventListener("offline", () => void show());
  window.setInterval(() => void send(), SEND_EVERY_MS);
  void navigator.storage?.persist?.();
  void keepForNoNetwork(place);
  void stayAwake();
  document.addEventListener("visibilitychange", stayAwake);
  await send();
}

function sheetOf({ place, formId }: TabletParts, fields: [string, string][], touchedAt: number): WaitingSheet {
  const now = Math.floor(Date.now() / 60_000) + VIET_NAM_MINUTES;
  return {
    key: keptUuid(),
    formId,
    day: new Date(now * 60_000).toISOString().slice(0, 10),
    minute: now % 1440,
    seconds: Math.min(86_400, Math.max(0, Math.round((Date.now() - touchedAt) / 1000))),
    fields: fields.filter(([name]) => name.startsWith(FIELD)),
    place,
  };
}

async function post(place: string, waiting: readonly WaitingSheet[]): Promise<SheetEnds> {
  const sheets = waiting.map(({ place: _, ...sheet }) => sheet);
  const answer = await fetch(`${place}/sheets`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sheets }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as SheetEnds;
}

/** Lets the page begin without network: it, in each language, and the files it is made of are kept on the tablet. */
async function keepForNoNetwork(place: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/tablet-worker.js", { scope: place });
    const { active } = await navigator.serviceWorker.ready;
    const languages = [...document.querySelectorAll<HTMLAnchorElement>(".lang a")].map(({ href }) => href);
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    const own = files.filter((url) => new URL(url).origin === location.origin && !url.endsWith("/sheets"));
    active?.postMessage({ keep: [...new Set([location.href, ...languages, ...own])] });
  } catch {
    // Without a secure connection a browser keeps nothing; sheets still wait for the network.
  }
}

/** Not every browser lets a page ask for this. */
async function stayAwake(): Promise<void> {
  if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
  await navigator.wakeLock.request("screen").catch(() => null);
}
