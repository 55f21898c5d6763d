import { useFormat, useT } from "@gandan/i18n/translation";
import type { DossierQueue } from "@gandan/model/dossier/list-dossiers";
import { QueueList } from "@gandan/ui/queue-list";
import { queueHref } from "./dossier-filters";

interface QueueBarProps {
  queues: {
    counts: Record<DossierQueue, number>;
    more: readonly DossierQueue[];
    registered: readonly DossierQueue[];
    hours: number;
  };
  /** Address of the unit's pages. */
  path: string;
  current?: DossierQueue | undefined;
}

/** What calls first stands first. */
const ORDER: readonly DossierQueue[] = [
  "due-today",
  "due-soon",
  "late-no-letter",
  "late",
  "awaiting-citizen",
  "finished-not-closed",
  "same-day",
  "friday",
  "second-supplement",
  "open",
];
/** Shown to units that have promised it, or while something is in it. */
const PROMISES: readonly DossierQueue[] = ["same-day", "friday"];

/** All queues of the desk with their counts, each a list of its own address. */
export function QueueBar({ queues, path, current }: QueueBarProps) {
  const t = useT();
  const format = useFormat();
  const { counts, more, registered, hours } = queues;
  const shown = ORDER.filter(
    (queue) => !PROMISES.includes(queue) || registered.includes(queue) || counts[queue] > 0 || queue === current,
  );
  return (
    <QueueList
      queues={shown.map((queue) => ({
        href: queueHref(path, queue, hours),
        count: counts[queue],
        countText: more.includes(queue)
          ? t("dossier.queues.more", { count: format.number(counts[queue]) })
          : format.number(counts[queue]),
        label: t(`dossier.queue.${queue}`),
        alarm: queue === "late-no-letter",
        current: queue === current,
      }))}
    />
  );
}

interface QueueFreshnessProps {
  asOf: Date;
  importedAt: Date | null;
}

/** When the queues were counted, and when the provincial system was last heard of. */
export function QueueFreshness({ asOf, importedAt }: QueueFreshnessProps) {
  const t = useT();
  const format = useFormat();
  return (
    <p className="muted">
      {t("dossier.queues.asOf", { time: format.dateTime(asOf) })}{" "}
      {importedAt
        ? t("dossier.queues.imported", { time: format.dateTime(importedAt) })
        : t("dossier.queues.neverImported")}
    </p>
  );
}
