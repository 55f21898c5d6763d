import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";

interface OfficeHours {
  closesAt: Date | null;
  open: boolean;
  next: { day: string; closesAt: Date };
}

const TEXTS = {
  close: ["dossier.next.notClosedText", "dossier.next.notClosedOver", "dossier.next.notClosedRest"],
  "hand-over": ["dossier.next.handOver", "dossier.next.handOverOver", "dossier.next.handOverRest"],
} as const;

/** By when finished dossiers are to be closed, or handed over: the end of work of today, else of the next working day. */
export function closingText(
  t: Translate,
  format: Format,
  what: keyof typeof TEXTS,
  { closesAt, open, next }: OfficeHours,
): string {
  const [today, over, rest] = TEXTS[what];
  if (open) return t(today, { time: format.time(closesAt) });
  return t(closesAt ? over : rest, { time: format.time(next.closesAt), day: format.longDate(next.day) });
}
