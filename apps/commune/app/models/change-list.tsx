import { useT } from "@gandan/i18n/translation";
import { DiffList } from "@gandan/ui/diff-list";
import { Panel } from "@gandan/ui/panel";
import type { ReactNode } from "react";
import { type BaseVersion, useBaseName } from "./base-name";

export interface ChangesPanelProps {
  /** Right of the heading. */
  aside?: ReactNode;
  base: BaseVersion & {
    changes: readonly { change: "added" | "removed" | "changed"; path: string; sentence: { vi: string; en: string } }[];
  };
}

/** What a version changes of the one it is measured against, in words. */
export function ChangesPanel({ base, aside }: ChangesPanelProps) {
  const t = useT();
  const name = useBaseName()(base);
  const { changes } = base;
  return (
    <Panel id="changes" title={t("model.diff.title", { base: name })} aside={aside}>
      {changes.length === 0 ? (
        <p className="soft">{t("model.diff.none", { base: name })}</p>
      ) : (
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
      )}
    </Panel>
  );
}
