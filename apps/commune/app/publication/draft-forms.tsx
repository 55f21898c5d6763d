import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { NextBanner } from "@gandan/ui/next-banner";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

interface DraftFormsProps {
  revision: number;
  remark: string;
  may: { edit: boolean; sign: boolean };
}

/** What can be done with a draft: the unit's remark, new figures, dropping it, and signing it as it was seen. */
export function DraftForms({ revision, remark, may }: DraftFormsProps) {
  const t = useT();
  const seen = <input type="hidden" name="revision" value={revision} />;
  return (
    <>
      <Panel id="remark" title={t("publication.remark")}>
        {may.edit ? (
          <Form method="post" className="stack" key={revision}>
            <input type="hidden" name="intent" value="save" />
            {seen}
            <Field
              id="remark-text"
              name="remark"
              control="textarea"
              rows={5}
              maxLength={4000}
              label={t("publication.remark")}
              hint={t("publication.remarkHint")}
              defaultValue={remark}
            />
            <div>
              <Button>{t("publication.saveRemark")}</Button>
            </div>
          </Form>
        ) : (
          <p className="pre-line">{remark || "–"}</p>
        )}
      </Panel>
      <NextBanner
        id="sign"
        icon="signature"
        tone="pending"
        title={t(may.sign ? "publication.signTitle" : "publication.signWaits")}
        text={t("publication.signText")}
        actions={
          may.sign ? (
            <Form method="post">
              <input type="hidden" name="intent" value="sign" />
              {seen}
              <Button kind="primary">{t("publication.sign")}</Button>
            </Form>
          ) : null
        }
      />
      {may.edit ? (
        <Form method="post" className="row no-print">
          {seen}
          <Button name="intent" value="recount">
            {t("publication.recount")}
          </Button>
          <Button kind="danger" name="intent" value="drop">
            {t("publication.drop")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}

/** Begins a correction of what was published, with what is wrong in it. */
export function CorrectForm({ given }: { given?: string | undefined }) {
  const t = useT();
  return (
    <Panel id="correct" title={t("publication.correctTitle")}>
      <Form method="post" className="stack no-print">
        <input type="hidden" name="intent" value="correct" />
        <Field
          id="correction"
          name="correction"
          control="textarea"
          rows={3}
          maxLength={1000}
          required
          label={t("publication.correctText")}
          hint={t("publication.correctHint")}
          defaultValue={given}
          error={given === undefined ? undefined : t("publication.fieldCorrection")}
        />
        <div>
          <Button>{t("publication.correctNow")}</Button>
        </div>
      </Form>
    </Panel>
  );
}
