import { useT } from "@gandan/i18n/translation";
import { DiffList } from "@gandan/ui/diff-list";

/** Changes between two versions in words. */
export function ChangeList(props: {
  changes: readonly { change: "added" | "removed" | "changed"; path: string; sentence: { vi: string; en: string } }[];
  /** The version before. */
  version: number;
}) {
  const { changes, version } = props;
  const t = useT();
  if (changes.length === 0) return <p className="soft">{t("model.diff.none", { version })}</p>;
  return (
    <DiffList
      entries={changes.map(({ change, path, sentence }) => ({
        key: `${change} ${path}`,
        kind: change,
        title: sentence[t.language],
      }))}
      labels={{
        added: t("model.diff.added"),
        removed: t("model.diff.removed"),
        changed: t("model.diff.changed"),
        before: t("model.diff.before"),
        after: t("model.diff.after"),
      }}
    />
  );
}
