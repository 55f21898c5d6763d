import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { DossierFact, PlainFact } from "@gandan/model/dossier/dossier-event";
import type { TimelineEvent } from "@gandan/ui/event-timeline";

interface Recorded {
  seq: number;
  at: Date;
  recordedAt: Date;
  actor: string | null;
  source: "import" | "desk" | "demo";
  fact: DossierFact;
}

/** Minutes after which an entry counts as noted later than it happened. */
const LATER = 60;

/** An event as a line of the timeline: what, when, by whom, and when the system learned of it. */
export function timelineEntry(t: Translate, format: Format, event: Recorded, all: readonly Recorded[]): TimelineEvent {
  const { seq, at, recordedAt, actor, source, fact } = event;
  const noted =
    recordedAt.getTime() - at.getTime() > LATER * 60_000
      ? t("dossier.event.recordedLate", { time: format.dateTime(recordedAt) })
      : "";
  const by = actor ? t("dossier.event.by", { actor }) : t(`dossier.event.source.${source}`);
  const mark = markOf(fact);
  return {
    key: String(seq),
    dateTime: format.iso(at),
    date: format.dayMonth(at),
    time: format.time(at),
    title: fact.type === "corrected" ? correctedTitle(t, fact, all) : titleOf(t, fact, timesUpTo(event, all)),
    detail: [
      isReplaced(event, all) ? t("dossier.event.replaced") : "",
      fact.type === "corrected" ? correctedDetail(t, format, at, fact, all) : detailOf(t, format, fact),
      [by, noted].filter(Boolean).join("; "),
    ]
      .filter(Boolean)
      .join(" · "),
    ...(mark ? { mark } : {}),
  };
}

/** The how-manieth of its kind an event is. */
function timesUpTo(event: Recorded, all: readonly Recorded[]): number {
  return all.filter(({ fact, at, seq }) => fact.type === event.fact.type && (at < event.at || seq === event.seq))
    .length;
}

function markOf(fact: DossierFact): TimelineEvent["mark"] {
  if (fact.type === "supplement-requested" || fact.type === "duty-requested") return "stop";
  if (fact.type === "supplemented" || fact.type === "duty-done") return "run";
  return fact.type === "apologised" ? "sorry" : undefined;
}

type Corrected = Extract<DossierFact, { type: "corrected" }>;

/** What a correction takes the place of. */
function replacedBy(fact: Corrected, all: readonly Recorded[]): PlainFact | undefined {
  const [was, noted] = [Date.parse(fact.was), Date.parse(fact.notedAt)];
  for (const { at, recordedAt, fact: other } of all) {
    const plain = other.type === "corrected" ? other.is : other.type === "amended" ? null : other;
    if (plain?.type === fact.of && at.getTime() === was && recordedAt.getTime() === noted) return plain;
  }
  return undefined;
}

/** Whether a later correction has taken the place of an event. */
function isReplaced({ at, recordedAt, fact }: Recorded, all: readonly Recorded[]): boolean {
  const plain = fact.type === "corrected" ? fact.is : fact;
  return all.some(
    ({ fact: other }) =>
      other.type === "corrected" &&
      other.of === plain?.type &&
      Date.parse(other.was) === at.getTime() &&
      Date.parse(other.notedAt) === recordedAt.getTime(),
  );
}

function correctedTitle(t: Translate, fact: Corrected, all: readonly Recorded[]): string {
  const plain = fact.is ?? replacedBy(fact, all);
  const times = all.filter(({ fact: other }) => other.type === plain?.type).length;
  return t("dossier.event.corrected", { event: plain ? titleOf(t, plain, times) : "–" });
}

/** Both words: what was noted before, and what counts now. */
function correctedDetail(t: Translate, format: Format, at: Date, fact: Corrected, all: readonly Recorded[]): string {
  const was = format.dateTime(new Date(fact.was));
  if (!fact.is) return t("dossier.event.correctedAway", { was });
  const before = replacedBy(fact, all);
  const details = [before ? detailOf(t, format, before) : "", detailOf(t, format, fact.is)];
  return [
    fact.was === at.toISOString() ? "" : t("dossier.event.correctedDetail", { was, now: format.dateTime(at) }),
    details[0] === details[1] ? "" : t("dossier.event.correctedWords", { was: details[0], now: details[1] }),
  ]
    .filter(Boolean)
    .join(" ");
}

function titleOf(t: Translate, fact: Exclude<DossierFact, Corrected>, times: number): string {
  switch (fact.type) {
    case "received":
      return t("dossier.event.received", { channel: t(`dossier.channel.${fact.channel}`) });
    case "forwarded":
      return t("dossier.event.forwarded", { to: fact.to });
    case "supplement-requested":
      return t("dossier.event.supplement-requested", { times });
    case "letter-sent":
      return t("dossier.event.letter-sent", { letter: t(`dossier.letter.${fact.letter}`).toLowerCase() });
    default:
      return t(`dossier.event.${fact.type}`);
  }
}

function detailOf(t: Translate, format: Format, fact: DossierFact): string {
  const time = (instant: string) => format.dateTime(new Date(instant));
  switch (fact.type) {
    case "accepted":
      return t("dossier.event.acceptedDetail", { due: time(fact.dueAt) });
    case "supplement-requested":
      return [fact.papers?.join("; "), fact.reason, t("dossier.event.supplementRequestedDetail")]
        .filter(Boolean)
        .join(". ");
    case "duty-requested":
      return fact.amount === undefined
        ? ""
        : t("dossier.event.dutyRequestedDetail", { amount: format.number(fact.amount) });
    case "apologised":
      return apologyDetail(t, time, fact);
    case "reappointed":
      return t("dossier.event.reappointedDetail", { due: time(fact.dueAt) });
    case "refused":
    case "stopped":
      return fact.reason ?? "";
    case "amended":
      return fact.entries.map((entry) => t(`import.mapping.fields.${entry}`)).join(", ");
    default:
      return "";
  }
}

function apologyDetail(
  t: Translate,
  time: (instant: string) => string,
  fact: Extract<DossierFact, { type: "apologised" }>,
): string {
  const fields = fact.fields.map((field) => t(`dossier.apologyField.${field}`)).join(", ");
  return [
    t("dossier.event.apologisedDetail", { signer: t(`dossier.signer.${fact.signer}`), fields: fields || "–" }),
    fact.cause ? t("dossier.event.apologisedCause", { cause: fact.cause }) : "",
    fact.newDueAt ? t("dossier.event.apologisedNewDue", { due: time(fact.newDueAt) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
