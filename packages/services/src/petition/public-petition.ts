import { randomUUID } from "node:crypto";
import { AppError } from "@gandan/model/error/app-error";
import type { PetitionState } from "@gandan/model/petition/fold-petition";
import type { FollowPetition, SubmitPetition } from "@gandan/model/petition/petition-inputs";
import {
  PETITION_KINDS,
  type PetitionKind,
  petitionTerm,
  TERM_STEPS,
  type TermStep,
} from "@gandan/model/petition/petition-terms";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { readStamp, stampOf } from "../feedback/feedback-secret";
import { countTry } from "../platform/limit-tries";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { loadTerms } from "./fold-register";
import { fitFile } from "./petition-files";
import { loadReaders, staffBarred } from "./petition-readers";
import { hashOfCode, openPart } from "./petition-seal";
import { type PetitionReceipt, receivePetition } from "./receive-petition";
import { numberOf } from "./sealed-register";

/** Petitions that an address, and all addresses together, may send to a unit. */
const FROM_ADDRESS = { area: "petition.address", most: 5, minutes: 60 };
const TO_UNIT = { area: "petition.unit", most: 100, minutes: 1440 };
const FOLLOWED = { area: "petition.follow", most: 10, minutes: 15 };

export interface PetitionPage {
  /** Kinds for which somebody is named to open them; of others the page says where else to go. */
  kinds: PetitionKind[];
  /** Who opens petitions, by name: a citizen may keep one from any of them. */
  readers: { readerId: string; name: string; title: string | null; kinds: PetitionKind[] }[];
  /** What the laws in force today say, for the usual case. */
  terms: { kind: PetitionKind; step: TermStep; value: string; legalReference: string }[];
  /** To be sent back with the form. */
  stamp: string;
}

/**
 * What the public page of petitions needs to explain and to take them.
 * @throws AppError NOT_FOUND unit.notFound
 */
export function readPetitionPage(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<PetitionPage> {
  return inPublicUnit(ctx, slug, async (sql, unit) => {
    const today = localToday(ctx.now);
    const [readers, { remote }] = await Promise.all([
      loadReaders(sql, unit.id, today),
      loadTerms(sql, unit.id, ctx.now),
    ]);
    const terms = PETITION_KINDS.flatMap((kind) =>
      TERM_STEPS.flatMap((step) => {
        const term = petitionTerm(step, { kind, instance: 1, extensions: 0, remote }, today);
        return term ? [{ kind, step, value: term.value, legalReference: term.legal_reference }] : [];
      }),
    );
    return {
      kinds: PETITION_KINDS.filter((kind) => readers.some(({ kinds }) => kinds.includes(kind))),
      readers: readers.map(({ readerId, name, title, kinds }) => ({ readerId, name, title, kinds })),
      terms,
      stamp: stampOf(ctx.policy.key, unit.id, randomUUID(), ctx.now),
    };
  });
}

/**
 * Takes a petition from the public page into the sealed register. The same form sent twice is one petition, and its
 * sender is told the same number and code.
 * @throws AppError NOT_FOUND unit.notFound; INVALID unit.ended, petition.formForged, petition.formLate,
 * petition.nobodyNamed, petition.allBarred and of its files those of fitFile; TOO_MANY petition.tooMany, petition.tooManyToday
 */
export async function submitPetition(ctx: RequestCtx, input: SubmitPetition): Promise<PetitionReceipt> {
  const { now } = ctx;
  const { key } = ctx.policy;
  const { slug, kind, text, name, address, contact } = input;
  const files = input.files.map(fitFile);
  const taken = await inPublicUnit(ctx, slug, async (sql, { id: unitId }) => {
    await refuseEnded(sql, unitId, localToday(now));
    const place = { unitId, now, key };
    const petitionId = formOf(readStamp(key, unitId, input.stamp, now), input.trap);
    // Counted before anything else is done, and whatever comes of it.
    const wait = await countTry(sql, place, { ...FROM_ADDRESS, what: ctx.address ?? "" });
    if (wait > 0) return new AppError("TOO_MANY", "petition.tooMany", { minutes: wait });
    if ((await countTry(sql, place, { ...TO_UNIT, what: "" })) > 0) {
      return new AppError("TOO_MANY", "petition.tooManyToday");
    }
    const barred = await staffBarred(sql, unitId, input, localToday(now));
    const sender = { name, address, contact };
    const incoming = { petitionId, kind, instance: 1, way: "web" as const, text, sender, files, receivedAt: now };
    return receivePetition(sql, place, { ...incoming, registeredBy: null, barred });
  });
  if (taken instanceof AppError) throw taken;
  return taken;
}

function formOf(stamp: ReturnType<typeof readStamp>, trap: string): string {
  if (stamp === "late") throw new AppError("INVALID", "petition.formLate");
  if (typeof stamp === "string" || trap !== "") throw new AppError("INVALID", "petition.formForged");
  return stamp.feedbackId;
}

export interface FollowedPetition {
  number: string;
  receivedAt: Date;
  state: PetitionState;
  acceptedAt: Date | null;
  passedOnAt: Date | null;
  resolvedAt: Date | null;
  endedAt: Date | null;
  nextStep: TermStep | null;
  dueAt: Date | null;
  /** What the office has told its sender, the latest first. */
  told: { at: Date; text: string }[];
}

/**
 * Where a petition stands, for whoever has its code: nothing of what it says, nor its kind, nor who sent it. Guesses are
 * counted by address.
 * @throws AppError NOT_FOUND unit.notFound, petition.noCode; TOO_MANY petition.tooMany
 */
export async function followPetition(ctx: RequestCtx, { slug, code }: FollowPetition): Promise<FollowedPetition> {
  const { now } = ctx;
  const { key } = ctx.policy;
  const found = await inPublicUnit(ctx, slug, async (sql, { id: unitId }) => {
    const wait = await countTry(sql, { unitId, now, key }, { ...FOLLOWED, what: ctx.address ?? "" });
    if (wait > 0) return new AppError("TOO_MANY", "petition.tooMany", { minutes: wait });
    const [row] = await sql<
      (Omit<FollowedPetition, "number" | "told"> & { id: string; year: number; number: number })[]
    >`
      select id, year, number, received_at as "receivedAt", state, accepted_at as "acceptedAt",
        passed_on_at as "passedOnAt", resolved_at as "resolvedAt", ended_at as "endedAt", next_step as "nextStep",
        due_at as "dueAt"
      from petition where unit_id = ${unitId} and code_hash = ${hashOfCode(code)}`;
    if (!row) return new AppError("NOT_FOUND", "petition.noCode");
    const { id: petitionId, year, number, ...rest } = row;
    // The code opens this one petition's steps, and of them what its sender is told.
    await sql.unsafe(`SET LOCAL app.petition_id = '${petitionId}'`);
    const steps = await sql<{ seq: number; at: Date; told: string }[]>`
      select seq, at, told from petition_step
      where unit_id = ${unitId} and petition_id = ${petitionId} and told is not null and taken_back_at is null
      order by seq desc`;
    const told = steps.map(({ seq, at, told: sealed }) => ({
      at,
      text: openPart(key, { unitId, petitionId }, `told ${seq}`, sealed),
    }));
    return { number: numberOf({ number, year }), ...rest, told };
  });
  if (found instanceof AppError) throw found;
  return found;
}
