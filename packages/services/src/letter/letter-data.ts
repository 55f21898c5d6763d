import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { writtenDate, writtenMoment } from "@gandan/documents/official/written-time";
import { addressWithin, causeOf, type LetterContent } from "@gandan/model/letter/letter-content";
import type { LetterDatum } from "@gandan/model/letter/placeholders";

/** What the text of a letter may ask for, beside what is written in the letter. */
export interface LetterFacts {
  content: LetterContent;
  /** Local date of the letter. */
  date: string;
  /** "phường Đông Hà" */
  unitName: string;
  place: string;
  /** Null for a letter about no dossier. */
  externalCode: string | null;
  procedureName: string | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  finishedAt: Date | null;
}

const momentOf = (instant: Date | null) => (instant ? writtenMoment(instant) : null);
const dayOf = (instant: Date | null) => (instant ? writtenDate(localDateOf(toLocalMinute(instant))) : null);

/** After "Kính gửi:": an office by its name alone, a person with the form of address. */
export function addresseeLine({ honorific, addressee }: LetterContent): string {
  return honorific === "Quý đơn vị" ? addressee : `${honorific} ${addressee}`.trim();
}

/** A datum as it is printed; null when it is not there. */
export function datumOf(facts: LetterFacts, datum: LetterDatum): string | null {
  const { content } = facts;
  switch (datum) {
    case "honorific":
      return addressWithin(content.honorific);
    case "addressee":
      return content.addressee ? addresseeLine(content) : null;
    case "unit":
      return facts.unitName;
    case "place":
      return facts.place;
    case "date":
      return writtenDate(facts.date);
    case "code":
      return facts.externalCode;
    case "procedure":
      return facts.procedureName;
    case "receivedAt":
      return momentOf(facts.receivedAt);
    case "dueAt":
      return momentOf(facts.dueAt);
    case "finishedOn":
      return dayOf(facts.finishedAt);
    case "cause":
      return causeOf(content) || null;
    case "newDueAt":
      return momentOf(content.newDueAt ? new Date(content.newDueAt) : null);
    case "bornOn":
    case "diedOn":
      return content[datum] ? writtenDate(content[datum]) : null;
    default:
      return content[datum] || null;
  }
}
