import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { type ApologyLetter, apologyLetter } from "@gandan/documents/letter/apology-letter";
import type { OfficialDocument } from "@gandan/documents/official/official-document";
import type { LetterRow } from "./letter-row";

/** "08:20 ngày 20/11/2026" on the clock of Viet Nam. */
export function writtenMoment(instant: Date): string {
  const minute = toLocalMinute(instant);
  const clock = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${clock} ngày ${localDateOf(minute).split("-").reverse().join("/")}`;
}

interface Signed {
  number: string;
  signer: NonNullable<ApologyLetter["signer"]>;
  /** Address by which anyone can check the letter. */
  url: string;
}

/** The document of a letter as it stands at `now`: a draft, or signed with number, name and proof. */
export function composeLetter(row: LetterRow, now: Date, signed: Signed | null): OfficialDocument {
  const { content, unitName, unitType } = row;
  return apologyLetter({
    date: localDateOf(toLocalMinute(now)),
    unitName: unitName.charAt(0).toLowerCase() + unitName.slice(1),
    place: unitName.slice(unitType.length).trim() || unitName,
    number: signed?.number ?? null,
    honorific: content.honorific,
    addressee: content.addressee,
    externalCode: row.externalCode,
    procedureName: row.procedureName,
    receivedAt: writtenMoment(row.receivedAt),
    dueAt: writtenMoment(row.dueAt),
    newDueAt: writtenMoment(new Date(content.newDueAt)),
    cause: content.cause,
    responsible: content.responsible,
    remedy: content.remedy,
    signer: signed?.signer ?? null,
    proof: signed && { url: signed.url, signedAt: writtenMoment(now) },
  });
}
