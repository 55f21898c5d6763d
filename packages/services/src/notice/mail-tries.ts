const MINUTE = 60_000;
/** Waits after each failure; after the last of them it is given up. */
const WAITS = [1, 5, 30, 120, 360].map((minutes) => minutes * MINUTE);
/** Longer than an e-mail takes: by then whoever began to send it is gone. */
export const LEASE = 5 * MINUTE;

interface Tried {
  end: "sent" | "again" | "failed";
  /** When it is tried again; `now` when it is not. */
  sendAt: Date;
  /** What went wrong, for people: the server's own words, without what was sent. */
  problem: string | null;
}

/**
 * What becomes of an e-mail after a try, `failure` being undefined when the server took it: tried again after 1, 5, 30,
 * 120 and 360 minutes and then given up, at once where the server refuses the address for good.
 */
export function afterTry(failure: unknown, attempts: number, now: Date): Tried {
  if (failure === undefined) return { end: "sent", sendAt: now, problem: null };
  const wait = isFinal(failure) ? undefined : WAITS[attempts - 1];
  const text = failure instanceof Error ? failure.message : String(failure);
  return {
    end: wait === undefined ? "failed" : "again",
    sendAt: wait === undefined ? now : new Date(now.getTime() + wait),
    problem: text.replace(/\s+/g, " ").slice(0, 300),
  };
}

/** A server that says so once will say so again. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500;
}
