import { useT } from "@gandan/i18n/translation";
import { type PublicUnit, publicHref } from "@gandan/site/public/public-places";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";

export interface LookUpProblem {
  /** None for what is wrong with both together. */
  field?: "code" | "factor";
  text: string;
}

interface LookUpFormProps {
  unit: PublicUnit;
  typed: { code: string; factor: string };
  problems: readonly LookUpProblem[];
}

/** Asks for the two codes of a slip. */
export function LookUpForm({ unit, typed, problems }: LookUpFormProps) {
  const t = useT();
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.text;
  const whole = problems.find(({ field }) => field === undefined);
  return (
    <div className="stack-5">
      <PageHead title={t("lookUp.title")} lead={t("lookUp.lead")} />
      {whole ? <Notice tone="missed" announce="now" title={whole.text} /> : null}
      <form method="post" action={publicHref(unit.slug, "lookUp")} className="panel panel-p stack">
        <Field
          id="code"
          name="code"
          label={t("lookUp.code")}
          hint={t("lookUp.codeHint")}
          error={errorOf("code")}
          defaultValue={typed.code}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Field
          id="factor"
          name="factor"
          label={t("lookUp.factor")}
          hint={t("lookUp.factorHint")}
          error={errorOf("factor")}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <div>
          <Button kind="primary" icon="search">
            {t("lookUp.submit")}
          </Button>
        </div>
      </form>
      <p className="soft">{t("lookUp.lost")}</p>
    </div>
  );
}
