import { useT } from "@gandan/i18n/translation";
import { REVEAL_REASONS } from "@gandan/model/petition/petition-inputs";
import { Button } from "@gandan/ui/button";
import { FactList } from "@gandan/ui/fact-list";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import type { PetitionAnswer } from "./petition-acts.server";
import type { PetitionView } from "./petition-view";

/** What a petition says: sealed until it is opened by a press of a button, which is written down. */
export function PetitionSealed(props: { view: PetitionView; answer: PetitionAnswer | undefined; here: string }) {
  const { view, answer, here } = props;
  const t = useT();
  const opened = answer?.opened;
  if (!opened) {
    return (
      <Panel id="content" title={t("petition.page.opened")}>
        <Form method="post" className="stack" preventScrollReset>
          <input type="hidden" name="intent" value="open" />
          <Notice tone="info" title={t("petition.page.sealed")}>
            {t("petition.page.sealedText")} {view.files > 0 ? t("petition.page.files", { count: view.files }) : null}
          </Notice>
          <div>
            <Button icon="lock">{t("petition.page.open")}</Button>
          </div>
        </Form>
      </Panel>
    );
  }
  return (
    <Panel id="content" title={t("petition.page.opened")}>
      <div className="stack">
        <p className="pre-line">{opened.text}</p>
        <Files here={here} files={opened.files} />
        <p className="soft">
          {t("petition.page.openedText")} <a href="?">{t("petition.page.close")}</a>
        </p>
        <Sender view={view} answer={answer} />
      </div>
    </Panel>
  );
}

type OpenedFiles = NonNullable<PetitionAnswer["opened"]>["files"];

/** What came with it; each is opened by itself, in a window of its own, and that is written down. */
function Files({ here, files }: { here: string; files: OpenedFiles }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="files">
      <h3 id="files">{t("petition.page.filesTitle")}</h3>
      <p className="hint">{t("petition.page.filesText")}</p>
      <div className="stack">
        {files.map(({ place, name }) => (
          <form key={place} method="post" action={`${here}/file/${place}`} target="_blank" rel="noopener">
            <Button size="small" icon="lock">
              {t("petition.page.openFile", { name })}
            </Button>
          </form>
        ))}
      </div>
    </section>
  );
}

function Sender({ view, answer }: { view: PetitionView; answer: PetitionAnswer }) {
  const t = useT();
  if (view.anonymous) return <p>{t("petition.page.noSender")}</p>;
  const sender = answer.opened?.sender;
  if (answer.revealed && sender) {
    return (
      <section className="stack" aria-labelledby="sender">
        <h3 id="sender">{t("petition.page.senderShown")}</h3>
        <FactList
          facts={[
            { term: t("petition.public.name"), value: sender.name },
            { term: t("petition.public.address"), value: sender.address },
            { term: t("petition.public.contact"), value: sender.contact },
          ]}
        />
        {view.kind === "denunciation" ? <Notice tone="pending" title={t("petition.page.keepSecret")} /> : null}
      </section>
    );
  }
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="intent" value="reveal" />
      <Field
        id="reason"
        name="reason"
        control="select"
        required
        label={t("petition.page.reason")}
        hint={t("petition.page.revealText")}
        error={answer.errors.reason}
        options={REVEAL_REASONS.map((reason) => ({ value: reason, label: t(`petition.page.reasons.${reason}`) }))}
      />
      <div>
        <Button>{t("petition.page.reveal")}</Button>
      </div>
    </Form>
  );
}
