import { formatter } from "@gandan/i18n/format";
import { languageOf } from "@gandan/i18n/language";
import type { BoardState } from "@gandan/model/board/board-state";

/** How long a promise stands, how often the state is asked for, and how long the page lives until it begins anew. */
const SCENE_MS = 12_000;
const ASK_MS = 60_000;
const PATIENCE_MS = 10_000;
const LIFE_MS = 6 * 3_600_000;
/** So many questions without an answer, and the board says how old its figures are. */
const PATIENT_FOR = 2;

const board = document.querySelector<HTMLElement>("[data-board]");
if (board) begin(board);

function begin(board: HTMLElement): void {
  const { board: base = "", language, version } = board.dataset;
  const format = formatter(languageOf(language) ?? "vi");
  const places = new Map(
    [...board.querySelectorAll<HTMLElement>("[data-place]")].map((one) => [one.dataset.place, one]),
  );
  const scenes = [...board.querySelectorAll<HTMLElement>(".board-scenes section")];
  const began = performance.now();
  const today = places.get("day")?.textContent ?? "";
  let ahead = 0;
  let shown = 0;
  let silent = 0;
  let asking = false;
  let day = format.date(new Date());

  const write = (place: string, text: string) => {
    const element = places.get(place);
    if (element && element.textContent !== text) element.textContent = text;
  };

  function tick(): void {
    const now = new Date(Date.now() + ahead);
    write("clock", format.time(now));
    write("date", format.longDate(now));
    // After a night without network the figures are those of another day.
    write("day", format.date(now) === day ? today : day);
    setTimeout(tick, 1000 - (now.getTime() % 1000));
  }

  function rotate(): void {
    scenes.forEach((scene, i) => {
      scene.hidden = i !== shown % scenes.length;
    });
    shown = (shown + 1) % Math.max(1, scenes.length);
  }

  function show({ now, texts, shows }: BoardState, isKept: boolean): void {
    if (!isKept) ahead = now - Date.now();
    for (const element of board.querySelectorAll<HTMLElement>("[data-text]")) {
      const text = texts[element.dataset.text ?? ""];
      if (text !== undefined && text !== element.textContent) element.textContent = text;
    }
    for (const element of board.querySelectorAll<HTMLElement>("[data-show]")) {
      element.hidden = !shows[element.dataset.show ?? ""];
    }
    day = texts.day ?? day;
    write("offline", texts.offline ?? "");
  }

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch(`${base}/state?lang=${language}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!answer.ok) throw new Error(String(answer.status));
      const state = (await answer.json()) as BoardState;
      const isKept = answer.headers.has("x-kept");
      silent = isKept ? silent + 1 : 0;
      show(state, isKept);
      if (!isKept && (state.version !== version || performance.now() - began > LIFE_MS)) location.reload();
      // Begun from what was kept: there was no network from the first moment on.
      if (isKept && silent === 1 && performance.now() - began < ASK_MS) silent = PATIENT_FOR;
    } catch {
      silent++;
    } finally {
      asking = false;
    }
    const offline = places.get("offline");
    if (offline) offline.hidden = silent < PATIENT_FOR;
  }

  board.classList.add("board-live");
  tick();
  rotate();
  if (scenes.length > 1) setInterval(rotate, SCENE_MS);
  void ask();
  setInterval(ask, ASK_MS);
  void keepForNoNetwork(base);
  void stayAwake();
  document.addEventListener("visibilitychange", stayAwake);
}

/** Lets the board begin without network too: its own files and its last state are kept on the device. */
async function keepForNoNetwork(base: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/board-worker.js", { scope: base });
    const { active } = await navigator.serviceWorker.ready;
    const sheets = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet], link[rel=icon]")];
    const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[src]")];
    const files = [...sheets.map(({ href }) => href), ...scripts.map(({ src }) => src)];
    active?.postMessage({ keep: [location.href, ...files] });
  } catch {
    // Without a secure connection a browser keeps nothing; the board goes on as long as it is not switched off.
  }
}

/** A screen that sleeps is no board. Not every browser lets a page ask for this. */
async function stayAwake(): Promise<void> {
  if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
  await navigator.wakeLock.request("screen").catch(() => null);
}
