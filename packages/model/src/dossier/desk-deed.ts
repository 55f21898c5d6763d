import { z } from "zod";
import { AppError } from "../error/app-error";
import type { DossierFact } from "./dossier-event";
import { type DossierFacts, type DossierState, NEVER } from "./dossier-facts";

const reason = z.string().trim().min(5).max(1_000);

/**
 * What an officer does with a dossier at the desk. A deed becomes one event, or two where the law joins them. The forms
 * are those of Thông tư 03/2025/TT-VPCP.
 */
export const deskDeed = z.discriminatedUnion("type", [
  /** Complete: the clock starts. Without `dueAt` the term of the procedure gives the appointment. */
  z.object({ type: z.literal("accept"), dueAt: z.iso.datetime().optional() }),
  z.object({ type: z.literal("forward"), to: z.string().trim().min(2).max(200) }),
  /** Form 02: specific, complete, once. */
  z.object({
    type: z.literal("request-supplement"),
    papers: z.array(z.string().trim().min(3).max(300)).min(1).max(30),
    reason,
  }),
  z.object({ type: z.literal("supplement") }),
  z.object({ type: z.literal("request-duty"), amount: z.number().int().min(0).max(10_000_000_000).optional() }),
  z.object({ type: z.literal("do-duty") }),
  /** Form 03, before the dossier is accepted. */
  z.object({ type: z.literal("refuse"), reason }),
  /** Form 05, after it. */
  z.object({ type: z.literal("stop"), reason }),
  z.object({ type: z.literal("withdraw") }),
  z.object({ type: z.literal("finish") }),
  z.object({ type: z.literal("hand-over") }),
  z.object({ type: z.literal("close") }),
]);
export type DeskDeed = z.infer<typeof deskDeed>;
export type DeskDeedType = DeskDeed["type"];

const WORKING: readonly DeskDeedType[] = [
  "forward",
  "request-supplement",
  "request-duty",
  "finish",
  "stop",
  "withdraw",
];

const OF_STATE: Readonly<Record<DossierState, readonly DeskDeedType[]>> = {
  new: ["accept", "request-supplement", "refuse", "withdraw"],
  accepted: WORKING,
  processing: WORKING,
  "awaiting-supplement": ["supplement", "stop", "withdraw"],
  "awaiting-duty": ["do-duty", "stop", "withdraw"],
  "not-accepted": [],
  withdrawn: [],
  stopped: [],
  finished: ["hand-over"],
  "handed-over": [],
};

/**
 * What may be done with a dossier as it stands, the usual next deed first. Every state has a way out: what is over is
 * still to be closed in the system.
 */
export function possibleDeeds(facts: Pick<DossierFacts, "state" | "acceptedAt" | "closedAt">): DeskDeedType[] {
  const { state, acceptedAt, closedAt } = facts;
  const over = OF_STATE[state].length === 0 || state === "finished";
  // Refused is what was never accepted, stopped what was.
  const deeds = OF_STATE[state].map((deed) => (deed === "stop" && acceptedAt === NEVER ? "refuse" : deed));
  return over && closedAt === NEVER ? [...deeds, "close"] : deeds;
}

/** Whether a deed needs the chairman: a second request for supplements does. */
export function needsChairman(deed: DeskDeedType, facts: Pick<DossierFacts, "supplementRequests">): boolean {
  return deed === "request-supplement" && facts.supplementRequests > 0;
}

/** The event that a deed becomes. `dueAt` (UTC instant) is the appointment of an acceptance. */
export function factOf(deed: DeskDeed, dueAt: string | undefined): DossierFact {
  switch (deed.type) {
    case "accept": {
      const appointment = deed.dueAt ?? dueAt;
      if (appointment === undefined) throw new AppError("INVALID", "procedure.noTerm");
      return { type: "accepted", dueAt: appointment };
    }
    case "forward":
      return { type: "forwarded", to: deed.to };
    case "request-supplement":
      return { type: "supplement-requested", papers: deed.papers, reason: deed.reason };
    case "supplement":
      return { type: "supplemented" };
    case "request-duty":
      return deed.amount === undefined ? { type: "duty-requested" } : { type: "duty-requested", amount: deed.amount };
    case "do-duty":
      return { type: "duty-done" };
    case "refuse":
      return { type: "refused", reason: deed.reason };
    case "stop":
      return { type: "stopped", reason: deed.reason };
    case "withdraw":
      return { type: "withdrawn" };
    case "finish":
      return { type: "finished" };
    case "hand-over":
      return { type: "handed-over" };
    case "close":
      return { type: "closed" };
  }
}
