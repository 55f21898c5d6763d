import { useT } from "@gandan/i18n/translation";
import { ButtonLink } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Panel } from "@gandan/ui/panel";
import type { ReactNode } from "react";
import { ChoiceForm, withOmitted } from "./choice-form";
import { CommitmentEditor } from "./commitment-editor";
import { CommitmentChoice, CommitmentTree } from "./commitment-tree";
import type { DraftView } from "./draft-view";
import { NewRule } from "./new-rule";
import { NewCommitment, NewSlogan, SloganEditor } from "./slogan-forms";

/** What the address asks for in a part of the editor. */
export interface EditorQuery {
  entry: string | null;
  slogan: string | null;
  rule: string | null;
  add: string | null;
  kind: string | null;
}

/** Slogans and commitments: the outline, what is chosen in it, and what its rules would make of the unit's dossiers. */
export function CommitmentsPart({ draft, query, replay }: { draft: DraftView; query: EditorQuery; replay: ReactNode }) {
  const { described, href } = draft;
  const commitments = described.slogans.flatMap((slogan) => slogan.commitments);
  const entry = commitments.find(({ id }) => id === query.entry) ?? commitments[0];
  const slogan = described.slogans.find(({ id }) => id === query.slogan);
  const shown = query.add === null ? (slogan ?? entry) : null;
  return (
    <div className="editor">
      <CommitmentTree described={described} current={shown?.id ?? null} href={href} />
      <CommitmentChoice described={described} current={slogan?.id ?? entry?.id ?? null} href={href} />
      <Middle draft={draft} query={query} entry={entry} slogan={slogan} />
      {replay}
    </div>
  );
}

type Slogan = DraftView["described"]["slogans"][number];

function Middle(props: {
  draft: DraftView;
  query: EditorQuery;
  entry: Slogan["commitments"][number] | undefined;
  slogan: Slogan | undefined;
}) {
  const { draft, query, entry, slogan } = props;
  const t = useT();
  if (query.add === "slogan") return <NewSlogan draft={draft} />;
  if (query.add === "choice") return <Commitments draft={draft} />;
  if (query.add === "commitment" && slogan) return <NewCommitment draft={draft} slogan={slogan} />;
  if (query.add === "rule" && entry) {
    const href = `${draft.href}?entry=${entry.id}&add=rule`;
    return <NewRule draft={draft} href={href} kind={query.kind} commitment={entry} />;
  }
  if (slogan) return <SloganEditor key={slogan.id} draft={draft} slogan={slogan} />;
  if (entry) return <CommitmentEditor key={entry.id} draft={draft} commitment={entry} />;
  return (
    <EmptyState
      icon="pencil"
      level={2}
      title={t("model.editor.noCommitments")}
      text={t("model.editor.noCommitmentsText")}
      action={<ButtonLink href={`${draft.href}?add=slogan#add`}>{t("model.editor.addSlogan")}</ButtonLink>}
    />
  );
}

function Commitments({ draft }: { draft: DraftView }) {
  const t = useT();
  const flat = (model: DraftView["source"]) =>
    model.slogans.flatMap((slogan) => slogan.commitments.map((one) => ({ ...one, slogan: slogan.title })));
  const all = withOmitted(flat(draft.source), draft.above ? flat(draft.above.source) : undefined);
  return (
    <Panel id="add" title={t("model.editor.keepCommitments")}>
      <ChoiceForm
        draft={draft}
        of="commitment"
        legend={t("model.view.slogans")}
        all={all.map(({ id, text, slogan }) => ({ id, label: text, hint: slogan }))}
        kept={flat(draft.source).map(({ id }) => id)}
      />
    </Panel>
  );
}
