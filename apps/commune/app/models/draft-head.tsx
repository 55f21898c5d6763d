import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Icon } from "@gandan/ui/icon";
import { PageHead } from "@gandan/ui/page-head";
import { Steps } from "@gandan/ui/steps";
import type { ReactNode } from "react";
import { type BaseVersion, useBaseName } from "./base-name";

export interface DraftHeadProps {
  /** Address of the unit's models, and of this one. */
  modelsHref: string;
  modelHref: string;
  title: string;
  version: number;
  /** Version whose plan is downloaded; null for what stands for no plan. */
  planOf: string | null;
  base: (BaseVersion & { changes: readonly unknown[] }) | null;
  /** Commitments that nothing measures; null where the page says so itself. */
  unmeasured: number | null;
  mayEdit: boolean;
  step: 0 | 1 | 2;
  /** The one filled button. */
  action: ReactNode;
}

/** The head of a draft's pages: where it stands between writing, checking and publishing, and the next act. */
export function DraftHead(props: DraftHeadProps) {
  const { modelsHref, modelHref, title, version, planOf, base, unmeasured, mayEdit, step, action } = props;
  const t = useT();
  const format = useFormat();
  const draft = t("model.versions.draft", { version });
  const baseName = useBaseName();
  return (
    <>
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: modelsHref, label: t("model.title") },
          { href: modelHref, label: title },
        ]}
        current={draft}
      />
      <PageHead
        title={title}
        actions={
          <>
            {planOf ? (
              <a className="small" href={`${modelHref}/plan.pdf?version=${planOf}`} download>
                {t("model.plan.draftPdf")}
              </a>
            ) : null}
            {mayEdit ? (
              <a className="small" href={`${modelHref}/discard`}>
                {t("model.editor.discard")}
              </a>
            ) : null}
          </>
        }
        lead={
          base?.place === "own"
            ? t("model.editor.draftOf", { draft: version, version: base.version })
            : t("model.editor.firstDraft")
        }
      />
      <section className="banner" aria-label={draft}>
        <Icon name="git-branch" />
        <div className="stack-1">
          <Steps
            label={draft}
            current={step}
            doneLabel={t("shell.progress.done")}
            steps={[
              { label: t("model.step.draft"), href: `${modelHref}/draft` },
              { label: t("model.step.check"), href: `${modelHref}/check` },
              { label: t("model.step.publish"), href: undefined },
            ]}
          />
          <p className="soft">
            {base ? (
              <>
                {base.changes.length === 0
                  ? t("model.diff.none", { base: baseName(base) })
                  : t("model.diff.count", { count: base.changes.length, base: baseName(base) })}{" "}
                {base.changes.length > 0 ? <a href="#changes">{t("model.diff.see")}</a> : null}
                {base.changes.length > 0 && unmeasured !== null ? " · " : null}
              </>
            ) : null}
            {unmeasured === null
              ? null
              : unmeasured > 0
                ? t("model.editor.unmeasured", { count: unmeasured, number: format.number(unmeasured) })
                : t("model.editor.ok")}
          </p>
        </div>
        {action}
      </section>
    </>
  );
}
