import { useT } from "@gandan/i18n/translation";
import { REGISTER_LIMITS } from "@gandan/model/form/form-inputs";

interface RegisterLinksProps {
  /** Address of the list. */
  here: string;
  /** The filters as the address has them: "" or "?…". */
  query: string;
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

/** Form 07 of the list as it is filtered: to print, for Excel and for Word. */
export function RegisterLinks({ here, query, total, more }: RegisterLinksProps) {
  const t = useT();
  const fits = (as: keyof typeof REGISTER_LIMITS) => total <= REGISTER_LIMITS[as] && (!more || as === "xlsx");
  const files = (["pdf", "docx", "xlsx"] as const).filter(fits);
  return (
    <p className="row no-print" id="register">
      <span className="muted">{t("form.register.ofList")}</span>
      {files.map((as) => (
        <a key={as} href={`${here}/register/${as}${query}`}>
          {t(`form.register.${as}`)}
        </a>
      ))}
      {fits("pdf") ? null : <span className="muted">{t("form.register.tooLong", { max: REGISTER_LIMITS.pdf })}</span>}
    </p>
  );
}
