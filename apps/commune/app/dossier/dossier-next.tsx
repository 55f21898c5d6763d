import { useFormat, useT } from "@gandan/i18n/translation";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { NextBanner } from "@gandan/ui/next-banner";
import { closingText } from "./closing-text";

interface DossierNextProps {
  dossier: {
    state: DossierState;
    dueAt: Date | null;
    promisedAt: Date | null;
    finishedAt: Date | null;
    closedAt: Date | null;
    apologyAt: Date | null;
    pausedSince: Date | null;
    office: { closesAt: Date | null; open: boolean; next: { day: string; closesAt: Date } };
  };
  now: Date;
}

/** Whether the work on a dossier has ended without a result. */
export const isEnded = (state: string) => ["withdrawn", "stopped", "not-accepted"].includes(state);

/** What is to be done with a dossier now, in one sentence. */
export function DossierNext({ dossier, now }: DossierNextProps) {
  const t = useT();
  const format = useFormat();
  const { state, dueAt, promisedAt, finishedAt, closedAt, apologyAt, pausedSince } = dossier;
  const due = promisedAt ?? dueAt;
  // Rules judge by whole minutes: in the minute of its appointment a dossier is not late yet.
  const minute = new Date(now.getTime() - (now.getTime() % 60_000));
  if (closedAt || isEnded(state)) {
    return <NextBanner id="next" icon="circle-check" tone="met" title={t("dossier.next.complete")} />;
  }
  if (finishedAt) {
    const title = closingText(t, format, "hand-over", dossier.office);
    return <NextBanner id="next" icon="handshake" tone="pending" title={title} />;
  }
  if (pausedSince) {
    const since = format.dateTime(pausedSince);
    return <NextBanner id="next" icon="hourglass" title={t("dossier.next.waiting", { since })} />;
  }
  if (!due) return <NextBanner id="next" icon="file-text" title={t("dossier.next.accept")} />;
  if (dueAt && dueAt < minute && !apologyAt) {
    return <NextBanner id="next" icon="mail" tone="missed" title={t("dossier.next.apologise")} />;
  }
  return (
    <NextBanner
      id="next"
      icon="hourglass"
      tone={due < minute ? "missed" : "neutral"}
      title={t("dossier.next.finish", { due: format.dateTime(due) })}
    />
  );
}
