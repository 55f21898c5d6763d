import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { controlSheet } from "@gandan/documents/form/control-sheet";
import { extensionNotice } from "@gandan/documents/form/extension-notice";
import { type ReceiptSlip, receiptSlip } from "@gandan/documents/form/receipt-slip";
import { refusalSlip } from "@gandan/documents/form/refusal-slip";
import { stopNotice } from "@gandan/documents/form/stop-notice";
import { supplementSlip } from "@gandan/documents/form/supplement-slip";
import type { OfficialDocument } from "@gandan/documents/official/official-document";
import { writtenDate, writtenMoment } from "@gandan/documents/official/written-time";
import type { DossierFact } from "@gandan/model/dossier/dossier-event";
import type { FormNumber } from "@gandan/model/form/forms-of-dossier";
import { type FormEvent, type FormFacts, formHead } from "./form-facts";

/** What a form needs besides the dossier. */
export interface FormExtras {
  title: string;
  /** The moment at which it is made. */
  now: Date;
  /** Name of who makes it. */
  maker: string;
  /** The appointment that stood before the event of form 04. */
  promisedBefore: Date | null;
  /** The signed letter of apology of that event: its sign ("08/TXL-UBND"), when, by what right and by whom. */
  letter: { sign: string; signedAt: Date; capacity: string[] | null; signer: string | null } | null;
  /** Where the holder looks the dossier up, and the code asked for there. */
  lookUp: ReceiptSlip["lookUp"];
  /** Where the holder is asked about the dossier when it is over; on form 01 alone. */
  surveyUrl: string | null;
}

const dayOf = (instant: Date) => localDateOf(toLocalMinute(instant));
type FactOf<Type extends DossierFact["type"]> = Extract<DossierFact, { type: Type }>;

function papersOf({ events }: FormFacts): string[] {
  const received = events.find(({ fact }) => fact.type === "received")?.fact as FactOf<"received"> | undefined;
  return received?.papers ?? [];
}

/** A slip given out says the appointment of its time, whatever came after. */
function receipt(facts: FormFacts, { title, maker, lookUp, surveyUrl }: FormExtras): OfficialDocument {
  const accepted = facts.events.find(({ fact }) => fact.type === "accepted")?.fact as FactOf<"accepted"> | undefined;
  return receiptSlip({
    ...formHead(facts, title, dayOf(facts.receivedAt)),
    papers: papersOf(facts),
    receivedAt: writtenMoment(facts.receivedAt),
    dueAt: accepted ? writtenMoment(new Date(accepted.dueAt)) : null,
    channel: facts.channel,
    officer: facts.officer ?? maker,
    lookUp,
    surveyUrl,
  });
}

function supplement(facts: FormFacts, event: FormEvent, { title }: FormExtras): OfficialDocument {
  const fact = event.fact as FactOf<"supplement-requested">;
  const before = facts.events.filter(({ seq, fact: { type } }) => type === fact.type && seq < event.seq);
  return supplementSlip({
    ...formHead(facts, title, dayOf(event.at)),
    receivedAt: writtenMoment(facts.receivedAt),
    papers: fact.papers ?? [],
    reason: fact.reason ?? "",
    times: before.length + 1,
    officer: event.actor,
  });
}

function refusal(facts: FormFacts, event: FormEvent, { title }: FormExtras): OfficialDocument {
  const fact = event.fact as FactOf<"refused">;
  return refusalSlip({
    ...formHead(facts, title, dayOf(event.at)),
    receivedAt: writtenMoment(facts.receivedAt),
    refusedAt: writtenMoment(event.at),
    reason: fact.reason ?? "",
    papers: papersOf(facts),
    officer: event.actor,
  });
}

function extension(facts: FormFacts, event: FormEvent, extras: FormExtras): OfficialDocument {
  const fact = event.fact as FactOf<"apologised">;
  const { title, letter, promisedBefore } = extras;
  return extensionNotice({
    ...formHead(facts, title, dayOf(event.at)),
    receivedAt: writtenMoment(facts.receivedAt),
    dueAt: writtenMoment(promisedBefore ?? facts.dueAt ?? facts.receivedAt),
    newDueAt: writtenMoment(new Date(fact.newDueAt ?? event.at)),
    cause: fact.cause ?? "",
    responsible: fact.responsible ?? null,
    letter: letter && `số ${letter.sign} ngày ${writtenDate(dayOf(letter.signedAt))}`,
    signer: { role: fact.signer, capacity: letter?.capacity ?? null, name: letter?.signer ?? null },
  });
}

function stop(facts: FormFacts, event: FormEvent, { title }: FormExtras): OfficialDocument {
  const fact = event.fact as FactOf<"stopped">;
  return stopNotice({
    ...formHead(facts, title, dayOf(event.at)),
    receivedAt: writtenMoment(facts.receivedAt),
    stoppedAt: writtenMoment(event.at),
    reason: fact.reason ?? "",
    papers: papersOf(facts),
  });
}

function control(facts: FormFacts, { title, now }: FormExtras): OfficialDocument {
  return controlSheet({
    ...formHead(facts, title, dayOf(now)),
    officer: facts.officer,
    dueAt: facts.dueAt,
    // Of one moment, in the order in which they were learned of.
    steps: [...facts.events].sort((one, other) => one.at.getTime() - other.at.getTime() || one.seq - other.seq),
    asOf: now,
  });
}

/** The form about an event (none for 06) as a document. What it cannot do without is there: see `formsOfDossier`. */
export function composeForm(
  form: FormNumber,
  facts: FormFacts,
  event: FormEvent | null,
  extras: FormExtras,
): OfficialDocument {
  if (form === "06" || !event) return control(facts, extras);
  switch (form) {
    case "01":
      return receipt(facts, extras);
    case "02":
      return supplement(facts, event, extras);
    case "03":
      return refusal(facts, event, extras);
    case "04":
      return extension(facts, event, extras);
    case "05":
      return stop(facts, event, extras);
  }
}
