import type { Channel, PlainFact, SignerRole } from "../dossier/dossier-event";
import type { ImportField } from "./import-mapping";
import { personEntries } from "./reconciliation";

/** What stands in one entry on one side; null when that side tells nothing. */
export type EntryValue =
  | { time: Date }
  | { text: string }
  | { channel: Channel }
  | { signer: SignerRole }
  | { phone: string }
  | null;

/** One entry of a dossier as the unit has it and as a file tells it. */
interface DifferenceLine {
  field: ImportField;
  before: EntryValue;
  after: EntryValue;
}

interface Difference {
  entry: string;
  ownAt: Date | null;
  toldAt: Date | null;
  own: unknown;
  told: unknown;
}

const TIME_OF: Record<PlainFact["type"], ImportField | null> = {
  received: "receivedAt",
  accepted: "acceptedAt",
  "supplement-requested": "supplementRequestedAt",
  supplemented: "supplementedAt",
  apologised: "apologyAt",
  reappointed: null,
  refused: "refusedAt",
  withdrawn: "withdrawnAt",
  stopped: "stoppedAt",
  finished: "finishedAt",
  "handed-over": "handedOverAt",
  closed: "closedAt",
  forwarded: null,
  "duty-requested": null,
  "duty-done": null,
  "letter-sent": null,
};

/** A difference as lines by the fields of a file; only what differs. */
export function differenceLines({ entry, ownAt, toldAt, own, told }: Difference): DifferenceLine[] {
  if ((personEntries as readonly string[]).includes(entry)) {
    const shown = (value: unknown): EntryValue =>
      typeof value !== "string" ? null : entry === "phone" ? { phone: value } : { text: value };
    return [{ field: entry as ImportField, before: shown(own), after: shown(told) }];
  }
  const [ours, theirs] = [own as PlainFact | null, told as PlainFact | null];
  const timeField = TIME_OF[entry as PlainFact["type"]];
  const lines: DifferenceLine[] = timeField
    ? [{ field: timeField, before: ours && timeValue(ownAt), after: theirs && timeValue(toldAt) }]
    : [];
  const before = valuesOf(ours);
  const after = valuesOf(theirs);
  for (const field of FIELDS) {
    // What the file does not tell of an event that it tells is no difference.
    if (theirs && after[field] === undefined) continue;
    lines.push({ field, before: before[field] ?? null, after: after[field] ?? null });
  }
  return lines.filter((line) => !isSame(line.before, line.after));
}

const FIELDS = [
  "procedure",
  "channel",
  "dueAt",
  "promisedAt",
  "apologyCause",
  "apologyResponsible",
  "apologySigner",
] as const satisfies ImportField[];

const timeValue = (at: Date | string | null): EntryValue => (at === null ? null : { time: new Date(at) });

function valuesOf(fact: PlainFact | null): Partial<Record<(typeof FIELDS)[number], EntryValue>> {
  switch (fact?.type) {
    case "received":
      return { procedure: { text: fact.procedure }, channel: { channel: fact.channel } };
    case "accepted":
      return { dueAt: timeValue(fact.dueAt) };
    case "reappointed":
      return { promisedAt: timeValue(fact.dueAt) };
    case "apologised":
      return {
        apologySigner: { signer: fact.signer },
        ...(fact.newDueAt ? { promisedAt: timeValue(fact.newDueAt) } : {}),
        ...(fact.cause ? { apologyCause: { text: fact.cause } } : {}),
        ...(fact.responsible ? { apologyResponsible: { text: fact.responsible } } : {}),
      };
    default:
      return {};
  }
}

/** Times are the same within their minute. */
function isSame(a: EntryValue, b: EntryValue): boolean {
  if (a === null || b === null) return a === b;
  if ("time" in a && "time" in b)
    return Math.floor(a.time.getTime() / 60_000) === Math.floor(b.time.getTime() / 60_000);
  return JSON.stringify(a) === JSON.stringify(b);
}
