import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { FactList } from "@gandan/ui/fact-list";
import { Field } from "@gandan/ui/field";
import { PageHead } from "@gandan/ui/page-head";

type Followed = Awaited<ReturnType<Caller["petition"]["follow"]>>;

/** Asks for the code of a petition, by a form that puts it into no address. */
export function FollowForm({ code, problem }: { code: string; problem: string | null }) {
  const t = useT();
  return (
    <div className="stack-5">
      <PageHead title={t("petition.public.follow.title")} lead={t("petition.public.follow.lead")} />
      <form method="post" className="stack" noValidate autoComplete="off">
        <Field
          id="code"
          name="code"
          required
          label={t("petition.public.follow.code")}
          hint={t("petition.public.follow.codeHint")}
          error={problem ?? undefined}
          maxLength={60}
          spellCheck={false}
          autoComplete="off"
          defaultValue={code}
        />
        <div>
          <Button kind="primary" size="large">
            {t("petition.public.follow.show")}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Where a petition stands, as its sender sees it. */
export function FollowedPetition({ followed }: { followed: Followed }) {
  const t = useT();
  const format = useFormat();
  const { number, receivedAt, state, passedOnAt, acceptedAt, resolvedAt, endedAt, nextStep, dueAt, told } = followed;
  const day = (at: Date | null) => (at ? format.date(at) : null);
  const next = nextStep && dueAt ? { step: t(`petition.next.${nextStep}`), date: format.date(dueAt) } : null;
  return (
    <div className="stack-5">
      <PageHead title={t("petition.page.title", { number })} lead={t(`petition.state.${state}`)} />
      <FactList
        facts={[
          { term: t("petition.public.follow.received"), value: day(receivedAt) },
          { term: t("petition.public.follow.passedOn"), value: day(passedOnAt) },
          { term: t("petition.public.follow.accepted"), value: day(acceptedAt) },
          { term: t("petition.public.follow.resolved"), value: day(resolvedAt) },
          { term: t("petition.public.follow.ended"), value: day(endedAt) },
          { term: t("petition.public.follow.next"), value: next ? t("petition.public.follow.nextText", next) : null },
        ]}
      />
      <section className="stack" aria-labelledby="told">
        <h2 id="told">{t("petition.public.follow.told")}</h2>
        {told.length === 0 ? <p>{t("petition.public.follow.toldNone")}</p> : null}
        {told.map(({ at, text }) => (
          <div key={`${format.iso(at)} ${text}`}>
            <p className="label">{format.date(at)}</p>
            <p className="pre-line">{text}</p>
          </div>
        ))}
      </section>
      <p>
        <a href="?">{t("petition.public.follow.again")}</a>
      </p>
    </div>
  );
}
