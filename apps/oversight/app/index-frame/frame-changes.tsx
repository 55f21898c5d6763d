import { useFormat, useT } from "@gandan/i18n/translation";
import type { FrameChange } from "@gandan/services/index-frame/diff-frames";
import { type DiffEntry, DiffList } from "@gandan/ui/diff-list";
import { Panel } from "@gandan/ui/panel";

/** What differs from the frame of an earlier year. */
export function FrameChanges({ year, changes }: { year: number; changes: readonly FrameChange[] }) {
  const t = useT();
  const format = useFormat();
  const shown = (value: string | number | null) =>
    typeof value === "number" ? t("indexFrame.diff.points", { points: format.number(value) }) : (value ?? undefined);
  const entries = changes.map(({ id, place, what, before, after }): DiffEntry => {
    const kind = what === "added" || what === "removed" ? what : "changed";
    const note = what === "added" || what === "removed" ? undefined : t(`indexFrame.diff.${what}Note`);
    return { key: `${id} ${what}`, kind, title: place.join(" › "), before: shown(before), after: shown(after), note };
  });
  return (
    <Panel id="changes" title={t("indexFrame.diff.title", { year: String(year) })}>
      {entries.length === 0 ? (
        <p>{t("indexFrame.diff.same")}</p>
      ) : (
        <DiffList
          entries={entries}
          labels={{
            added: t("indexFrame.diff.added"),
            removed: t("indexFrame.diff.removed"),
            changed: t("indexFrame.diff.changed"),
            before: t("indexFrame.diff.before"),
            after: t("indexFrame.diff.after"),
          }}
        />
      )}
    </Panel>
  );
}
