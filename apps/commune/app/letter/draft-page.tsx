import { useFormat, useT } from "@gandan/i18n/translation";
import type { FilledText } from "@gandan/model/letter/fill-text";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import type { LetterDatum } from "@gandan/model/letter/placeholders";
import { Button, ButtonLink } from "@gandan/ui/button";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Form } from "@remix-run/react";
import { DraftFields } from "./draft-fields";
import { LetterPaper } from "./letter-paper";

/** A letter with its form, as the API tells it. */
interface DraftView {
  kind: string;
  kindTitle: string;
  late: boolean;
  letter: {
    id: string;
    state: "drafted" | "checked" | "returned" | "signed" | "delivered" | "withdrawn";
    revision: number;
    remark: string | null;
    withdrawnFor: "finished" | "ended" | "paused" | "not-due" | null;
    drafter: "system" | "person";
    draftedBy: string | null;
    draftedAt: Date;
    number: string | null;
    version: number;
  } | null;
  content: LetterContent;
  fields: { datum: LetterDatum; typed: "line" | "words" | "date" | "moment"; needed: boolean }[];
  preview: FilledText & { addressee: string };
  newerText: boolean;
  causes: { cause: string; title: string }[];
  dossier: { id: string; externalCode: string; promisedAt: Date | null; over: boolean } | null;
  mayDraft: boolean;
}

interface DraftFailure {
  values: Record<string, string>;
  errors: Record<string, string>;
  problem: string | null;
}

interface DraftPageProps {
  heading: string;
  view: DraftView;
  /** Names a new letter about no dossier. */
  newId: string | null;
  path: string;
  failure: DraftFailure | undefined;
}

/** One letter: where it stands, its form while it may be changed, and how it reads. */
export function DraftPage({ heading, view, newId, path, failure }: DraftPageProps) {
  const t = useT();
  const format = useFormat();
  const { letter, dossier, late, preview } = view;
  const open = !letter || ["drafted", "checked", "returned"].includes(letter.state);
  const writable = view.mayDraft && open && !(late && dossier?.over);
  const lead =
    late && dossier?.promisedAt ? t("letter.apologyLead", { due: format.dateTime(dossier.promisedAt) }) : undefined;
  return (
    <>
      <PageHead
        title={heading}
        lead={lead}
        actions={
          letter ? (
            <ButtonLink icon="file-text" href={`${path}/letters/${letter.id}.pdf`}>
              {t("letter.open")}
            </ButtonLink>
          ) : undefined
        }
      />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      <Standing view={view} open={open} />
      {writable ? (
        <Form method="post" className="panel panel-p stack" data-keep={heading}>
          <input type="hidden" name="revision" value={failure?.values.revision ?? letter?.revision ?? 0} />
          {letter || newId ? <input type="hidden" name="letterId" value={letter?.id ?? newId ?? ""} /> : null}
          <DraftFields content={view.content} fields={view.fields} causes={view.causes} failure={failure} />
          {view.newerText ? (
            <label className="check">
              <input type="checkbox" name="newest" defaultChecked />
              <span>{t("letter.newest")}</span>
            </label>
          ) : null}
          <div>
            <Button kind="primary">{t("letter.save")}</Button>
          </div>
        </Form>
      ) : null}
      <section aria-labelledby="reads" className="stack">
        <h2 id="reads">{t("letter.reads")}</h2>
        <LetterPaper {...preview} open={open} />
      </section>
      {writable && letter ? (
        <Form method="post">
          <Button kind="danger" name="withdraw" value={letter.id}>
            {t("letter.withdraw")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}

/** What has happened to the letter so far, in a sentence. */
function Standing({ view, open }: { view: DraftView; open: boolean }) {
  const t = useT();
  const format = useFormat();
  const { letter, dossier, late } = view;
  if (!letter) return open && late && dossier?.over ? <Notice tone="info" title={t("letter.over")} /> : null;
  const time = format.dateTime(letter.draftedAt);
  if (letter.state === "withdrawn") {
    const why = letter.withdrawnFor ? t(`letter.withdrawnFor.${letter.withdrawnFor}`) : t("letter.givenUp");
    return <Notice tone="info" title={why} />;
  }
  if (!open) return <Notice tone="info" title={t("letter.signedText")} />;
  if (letter.state === "returned" && letter.remark) {
    return <Notice tone="pending" title={t("letter.returnedText", { remark: letter.remark })} />;
  }
  if (late && dossier?.over) return <Notice tone="info" title={t("letter.over")} />;
  if (letter.drafter === "system") return <Notice tone="info" title={t("letter.bySystem", { time })} />;
  return <p className="muted">{t("letter.byPerson", { person: letter.draftedBy ?? "–", time })}</p>;
}
