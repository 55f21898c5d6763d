import { useT } from "@gandan/i18n/translation";
import { FieldError } from "@gandan/ui/field";

/** Shares by number of dossiers: a line each, and one to add. `words` are "100 50" (below 100: 50%) or "10". */
export function TiersField(props: { id: string; legend: string; words: readonly string[]; error: string | undefined }) {
  const { id, legend, words, error } = props;
  const t = useT();
  const rows = [...words.map((word) => word.split(" ")), []].map((row, place) => ({
    key: `${id}-${place}`,
    below: row.length > 1 ? row[0] : "",
    share: row.at(-1) ?? "",
  }));
  return (
    <fieldset className="field" id={id} aria-describedby={`${id}-hint`}>
      <legend>{legend}</legend>
      <span className="hint" id={`${id}-hint`}>
        {t("model.editor.tierLast")}
      </span>
      {rows.map(({ key, below, share }) => (
        <span className="row" key={key}>
          <label htmlFor={`${key}-below`}>{t("model.editor.tierBelow")}</label>
          <input
            id={`${key}-below`}
            className="short"
            name="slot.tiers.below"
            inputMode="numeric"
            size={6}
            defaultValue={below}
          />
          <label htmlFor={`${key}-share`}>{t("model.editor.tierShare")}</label>
          <input
            id={`${key}-share`}
            className="short"
            name="slot.tiers.share"
            inputMode="decimal"
            size={4}
            defaultValue={share}
          />
        </span>
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
