import { useT } from "@gandan/i18n/translation";
import { PageHead } from "@gandan/ui/page-head";
import { type PublicUnit, publicHref } from "./public-places";

/** In place of any page of a unit that is no more: who does its work now. */
export function EndedUnit({ unit }: { unit: PublicUnit }) {
  const t = useT();
  const { successors } = unit;
  return (
    <>
      <PageHead
        title={t("public.ended.title", { unit: unit.name })}
        lead={successors.length > 0 ? t("public.ended.text") : t("public.ended.textNone")}
      />
      <ul className="lines">
        {successors.map(({ slug, name, code, partial }) => (
          <li key={slug}>
            <a href={publicHref(slug, "promise")}>{name}</a>
            <span className="soft">
              {code}
              {partial ? ` (${t("public.ended.part")})` : ""}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FailedPageProps {
  status: number;
  /** What is wrong and what to do; "" when nothing more can be said. */
  text: string;
  unit: PublicUnit | null;
}

/** In place of a page that does not exist or could not be answered. */
export function FailedPage({ status, text, unit }: FailedPageProps) {
  const t = useT();
  const kind = status === 404 ? "missing" : status === 429 ? "tooMany" : status >= 500 ? "broken" : "refused";
  const said = status >= 500 ? t("public.failure.brokenText") : text;
  const inside = (
    <>
      <PageHead title={t(`public.failure.${kind}`)} lead={said} />
      <p>
        {unit ? (
          <a href={publicHref(unit.slug, "promise")}>{t("public.failure.home", { unit: unit.name })}</a>
        ) : (
          <a href="/">{t("shell.action.backHome")}</a>
        )}
      </p>
    </>
  );
  return unit ? inside : <main className="pub">{inside}</main>;
}
