import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import type { ReactNode } from "react";

type Contact = Awaited<ReturnType<Caller["public"]["contact"]>>;

/** Whom to call and when to come. */
export function ContactPage({ contact }: { contact: Contact }) {
  const t = useT();
  const format = useFormat();
  const { phone, hotline, hotlineWho, deskName, address, email, leaders, days, place, duty } = contact;
  const lines: [string, ReactNode][] = [
    ...row(t("public.contact.hotline"), hotline && <Phone number={hotline} />, hotlineWho),
    ...row(t("public.contact.desk"), phone && <Phone number={phone} />, deskName),
    ...row(t("public.contact.address"), address),
    ...row(t("public.contact.email"), email && <a href={`mailto:${email}`}>{email}</a>),
  ];
  return (
    <div className="stack-5">
      <PageHead title={t("public.contact.title")} lead={t("public.contact.lead")} />
      <section>
        <h2>{t("public.contact.call")}</h2>
        {lines.length === 0 ? (
          <EmptyState icon="phone" title={t("public.contact.none")} text={t("public.contact.noneText")} />
        ) : (
          <Lines lines={lines} />
        )}
      </section>
      {leaders.length > 0 ? (
        <section>
          <h2>{t("public.contact.leaders")}</h2>
          <ul className="lines">
            {leaders.map(({ name, title, phone: number }) => (
              <li key={name}>
                <span>
                  <strong>{name}</strong>
                  <br />
                  <span className="soft">{title}</span>
                </span>
                {number ? <Phone number={number} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t("public.contact.days")}</h2>
        {place ? <p>{t("public.contact.place", { place })}</p> : null}
        <ul className="lines">
          {days.map(({ day, from, to, who, instead }) => (
            <li key={`${day} ${from} ${who}`}>
              <span>
                <strong>{format.longDate(day)}</strong>
                {instead ? <> ({t("public.contact.moved", { day: format.date(instead) })})</> : null}
                <br />
                <span className="soft">{who || t("public.contact.chairman")}</span>
              </span>
              <span className="nowrap">
                {from} – {to}
              </span>
            </li>
          ))}
        </ul>
        <p className="hint">
          {t(`public.contact.duty.${duty.every}`, { times: duty.times, law: duty.legalReference })}
        </p>
      </section>
    </div>
  );
}

function row(term: string, value: ReactNode, who = ""): [string, ReactNode][] {
  if (!value) return [];
  return [
    [
      term,
      who ? (
        <>
          {value}
          <br />
          <span className="soft">{who}</span>
        </>
      ) : (
        value
      ),
    ],
  ];
}

function Lines({ lines }: { lines: readonly [string, ReactNode][] }) {
  return (
    <dl className="lines pub-lines">
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Phone({ number }: { number: string }) {
  return (
    <a className="nowrap" href={`tel:${number.replace(/[^+\d]/g, "")}`}>
      {number}
    </a>
  );
}
