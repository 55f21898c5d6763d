import type { Channel, LetterKind, SignerRole } from "./dossier-event";

/** Local minutes are minutes since 1970-01-01T00:00 on the clock of Asia/Ho_Chi_Minh; this one has not come. */
export const NEVER = 0x7fffffff;

/** National states of a dossier (domain: 1 Mới đăng ký … 10 Đã trả kết quả), plus `closed` in the system. */
export const DOSSIER_STATES = [
  "new",
  "accepted",
  "not-accepted",
  "processing",
  "awaiting-supplement",
  "awaiting-duty",
  "withdrawn",
  "stopped",
  "finished",
  "handed-over",
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/**
 * All that rules may ask of a dossier; the result of folding its events.
 * Times are local minutes, {@link NEVER} when it has not happened. Durations are working minutes.
 */
export interface DossierFacts {
  procedure: string;
  /** birth, marriage, death, marital-status, certification, extract, business, construction, other */
  group: string;
  channel: Channel;
  flags: readonly string[];
  state: DossierState;
  receivedAt: number;
  acceptedAt: number;
  /** First appointment, moved only by pauses of the clock. */
  dueAt: number;
  /** Latest appointment after re-appointments. */
  promisedAt: number;
  finishedAt: number;
  handedOverAt: number;
  closedAt: number;
  /** refused, withdrawn or stopped: leaves the duty to be on time. */
  endedAt: number;
  pausedMinutes: number;
  /** Since when the clock stands still; NEVER while it runs. */
  pausedSince: number;
  supplementRequests: number;
  reappointments: number;
  apologyAt: number;
  apologyFields: readonly string[];
  apologySigner: SignerRole | null;
  letters: readonly { letter: LetterKind; at: number }[];
}
