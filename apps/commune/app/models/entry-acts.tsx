import { useFormat, useT } from "@gandan/i18n/translation";
import { PARAM_TARGETS } from "@gandan/model/model/model-entries";
import type { ChangedPart } from "@gandan/model/model-editing/model-change";
import { Button } from "@gandan/ui/button";
import { Icon } from "@gandan/ui/icon";
import { DraftFields } from "./draft-fields";
import type { DraftView } from "./draft-view";

interface Removal {
  /** Why the entry cannot be removed, with what to do. */
  blocked?: string;
  /** What goes with it. */
  note?: string;
}

function useRemoval(draft: DraftView, of: ChangedPart, id: string): Removal {
  const t = useT();
  const format = useFormat();
  const { source, above } = draft;
  if (of === "slogan") {
    const count = source.slogans.find((one) => one.id === id)?.commitments.length ?? 0;
    return { note: t("model.editor.removal.wholeSlogan", { count }) };
  }
  if (of === "commitment") {
    const alone = source.slogans.some(({ commitments }) => commitments.length === 1 && commitments[0]?.id === id);
    return alone ? { note: t("model.editor.removal.lastCommitment") } : {};
  }
  if (of === "task") {
    const named = Object.keys(PARAM_TARGETS).filter((name) => PARAM_TARGETS[name]?.includes("task"));
    const rule = Object.values(source.rules).find((one) => named.some((name) => one[name] === id));
    return rule ? { blocked: t("model.editor.removal.taskRule", { rule: rule.title ?? rule.kind }) } : {};
  }
  if (of !== "rule") return {};
  if (above && above.source.rules[id]?.floor !== undefined) {
    return { blocked: t("model.editor.removal.floor", { unit: above.ownerName }) };
  }
  const lines = source.scorecard?.lines.filter((line) => line.measured_by.includes(id)) ?? [];
  if (lines.length > 0) {
    const points = format.number(lines.reduce((sum, line) => sum + line.points, 0));
    return { blocked: t("model.editor.removal.scored", { points }) };
  }
  const count = measuredBy(draft, id).length;
  return count > 0 ? { note: t("model.editor.removal.measured", { count }) } : {};
}

/** Commitments and criteria that a rule measures. */
export function measuredBy({ source }: DraftView, rule: string): { id: string; title: string; commitment: boolean }[] {
  const commitments = source.slogans.flatMap((slogan) =>
    slogan.commitments.map((one) => ({ ...one, title: one.text, commitment: true })),
  );
  const criteria = source.criteria.map((one) => ({ ...one, commitment: false }));
  return [...commitments, ...criteria]
    .filter(({ measured_by }) => measured_by.includes(rule))
    .map(({ id, title, commitment }) => ({ id, title, commitment }));
}

/** Moves an entry up or down, or takes it out; says what goes with it, or why it must stay. */
export function EntryActs(props: { draft: DraftView; of: ChangedPart; id: string; title: string }) {
  const { draft, of, id, title } = props;
  const t = useT();
  const { blocked, note } = useRemoval(draft, of, id);
  const remove = t(`model.editor.remove.${of}`);
  return (
    <form method="post" className="stack-1">
      <DraftFields checksum={draft.checksum} id={id} of={of} />
      <div className="row">
        <Button
          size="small"
          name="change"
          value="move-up"
          icon="arrow-up"
          label={`${t("model.editor.moveUp")}: ${title}`}
        >
          {t("model.editor.moveUp")}
        </Button>
        <Button
          size="small"
          name="change"
          value="move-down"
          icon="arrow-down"
          label={`${t("model.editor.moveDown")}: ${title}`}
        >
          {t("model.editor.moveDown")}
        </Button>
        {blocked ? null : (
          <Button size="small" name="change" value="remove" icon="x" label={`${remove}: ${title}`}>
            {remove}
          </Button>
        )}
      </div>
      {note ? <p className="hint">{note}</p> : null}
      {blocked ? (
        <p className="hint">
          <Icon name="lock" /> {blocked}
        </p>
      ) : null}
    </form>
  );
}

/** What the draft leaves out of the extended model, each with the way back. */
export function LeftOut(props: { draft: DraftView; entries: readonly { id: string; title: string }[] }) {
  const { draft, entries } = props;
  const t = useT();
  if (entries.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="left-out">
      <h3 id="left-out">{t("model.editor.leftOut")}</h3>
      <ul className="stack-1">
        {entries.map(({ id, title }) => (
          <li key={id}>
            <form method="post" className="row between">
              <DraftFields checksum={draft.checksum} change="restore" id={id} />
              <span className="soft">{title}</span>
              <Button size="small" label={`${t("model.editor.restore")}: ${title}`}>
                {t("model.editor.restore")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
