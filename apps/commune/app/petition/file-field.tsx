import { useT } from "@gandan/i18n/translation";
import { MAX_ALL_MB, MAX_FILE_MB, MAX_FILES } from "@gandan/model/petition/petition-inputs";

/** Where photos and PDFs are put to a petition; no script. */
export function FileField({ error, optional }: { error: string | undefined; optional: string }) {
  const t = useT();
  return (
    <div className={error ? "field field-error" : "field"}>
      <label htmlFor="files">
        {t("petition.public.files")}
        <span className="optional"> ({optional})</span>
      </label>
      <span className="hint" id="files-hint">
        {t("petition.public.filesHint", { most: MAX_FILES, max: MAX_FILE_MB, all: MAX_ALL_MB })}
      </span>
      <input
        id="files"
        name="file"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby={error ? "files-hint files-error" : "files-hint"}
      />
      {error ? (
        <span className="error" id="files-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}
