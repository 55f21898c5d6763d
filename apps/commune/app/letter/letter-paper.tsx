import { useT } from "@gandan/i18n/translation";
import type { FilledRun } from "@gandan/model/letter/fill-text";
import type { LetterDatum } from "@gandan/model/letter/placeholders";
import { Notice } from "@gandan/ui/notice";

export interface LetterPaperProps {
  title: string;
  summary: string | null;
  addressee: string;
  paragraphs: readonly (readonly FilledRun[])[];
  missing: readonly LetterDatum[];
  /** Whether it is still to be signed: then what it lacks is told. */
  open: boolean;
}

/** A letter as it reads, reflowing on any screen; the file has its layout. */
export function LetterPaper({ title, summary, addressee, paragraphs, missing, open }: LetterPaperProps) {
  const t = useT();
  const lacks = missing.map((datum) => t(`letter.datum.${datum}`).toLocaleLowerCase("vi")).join(", ");
  return (
    <>
      {open && missing.length > 0 ? (
        <Notice tone="pending" title={t("letter.lacks", { data: lacks })}>
          {t("letter.lacksText")}
        </Notice>
      ) : null}
      <article className="panel panel-p stack" lang="vi" aria-label={title}>
        <p className="label">{title}</p>
        {summary ? <p className="label">{summary}</p> : null}
        <p>{t("letter.dear", { addressee })}</p>
        {paragraphs.map((runs) => (
          <p key={runs.map(({ text }) => text).join("")}>
            {runs.map(({ text, bold }) => (bold ? <strong key={text}>{text}</strong> : text))}
          </p>
        ))}
      </article>
    </>
  );
}
