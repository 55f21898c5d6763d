import { useFormat, useT } from "@gandan/i18n/translation";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { NextBanner } from "@gandan/ui/next-banner";

interface DossierNextProps {
  dossier: {
    state: DossierState;
    dueAt: Date | null;
    promisedAt: Date | null;
    finishedAt: Date | null;
    closedAt: Date | null;
    apologyAt: Date | null;
    pausedSince: Date | null;
  };
  now: Date;
}

/** What is to be done with a dossier now, in one sentence. */
export function DossierNext({ dossier, now }: DossierNextProps) {
  const t = useT();
  const format = useFormat();
  const { state, dueAt, promisedAt, finishedAt, closedAt, apologyAt, pausedSince } = dossier;
  const due = promisedAt ?? dueAt;
  if (closedAt || ["withdrawn", "stopped", "not-accepted"].includes(state)) {
    return <NextBanner id="next" icon="circle-check" tone="met" title={t("dossier.next.complete")} />;
  }
  if (finishedAt) {
    return (
      <NextBanner id="next" icon="handshake" tone="pending" title={t("dossier.next.handOver", { time: "17:00" })} />
    );
  }
  if (pausedSince) {
    const since = format.dateTime(pausedSince);
    return <NextBanner id="next" icon="hourglass" title={t("dossier.next.waiting", { since })} />;
  }
  if (!due) return <NextBanner id="next" icon="file-text" title={t("dossier.next.accept")} />;
  if (dueAt && dueAt < now && !apologyAt) {
    return <NextBanner id="next" icon="mail" tone="missed" title={t("dossier.next.apologise")} />;
  }
  return (
    <NextBanner
      id="next"
      icon="hourglass"
      tone={due < now ? "missed" : "neutral"}
      title={t("dossier.next.finish", { due: format.dateTime(due) })}
    />
  );
}
