import { useFormat, useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button, ButtonLink } from "@gandan/ui/button";
import { FactList } from "@gandan/ui/fact-list";
import { Field } from "@gandan/ui/field";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { PrintButton } from "@gandan/ui/print-button";
import { QrCode } from "@gandan/ui/qr-code";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { factorAction, factorLoader } from "./factor.server";

const FEW_CODES = 3;

type Factor = Awaited<ReturnType<typeof factorLoader>>["factor"];

/** Setting up, looking after and turning off the second factor of one's own account. */
export function FactorPage() {
  const { factor, must, next, removed } = useLoaderData<typeof factorLoader>();
  const answer = useActionData<typeof factorAction>();
  const t = useT();
  const codes = answer?.codes;
  return (
    <PlainShell>
      <div className="stack-5">
        {must ? null : (
          <Breadcrumb
            label={t("shell.breadcrumb")}
            links={[{ href: "/account", label: t("session.protect.account") }]}
            current={t("session.factor.title")}
          />
        )}
        <PageHead title={t("session.factor.title")} lead={t("session.factor.lead")} />
        {answer?.problem ? <Notice tone="missed" announce="now" title={answer.problem} /> : null}
        {removed && !answer ? <Notice tone="met" announce="polite" title={t("session.factor.removed")} /> : null}
        {codes ? (
          <Codes codes={codes} renewed={answer.renewed === true} next={next} />
        ) : factor.since ? (
          <InForce factor={factor} since={factor.since} />
        ) : (
          <>
            {must ? (
              <Notice tone="pending" title={t("session.factor.mustTitle")}>
                {t("session.factor.mustText")}
              </Notice>
            ) : factor.offeredOnly ? (
              <Notice tone="info" title={t("session.factor.offeredTitle")}>
                {t("session.factor.offeredText")}
              </Notice>
            ) : null}
            {factor.pending ? <Pending pending={factor.pending} /> : <Begin />}
          </>
        )}
        {must && !codes ? (
          <Form method="post" action="/sign-out">
            <Button kind="quiet">{t("session.signOut")}</Button>
          </Form>
        ) : null}
      </div>
    </PlainShell>
  );
}

function Begin() {
  const t = useT();
  return (
    <Form method="post" className="stack">
      <p>{t("session.factor.beginText")}</p>
      <Button kind="primary" name="intent" value="begin">
        {t("session.factor.begin")}
      </Button>
    </Form>
  );
}

function Pending({ pending: { secret, uri, qr } }: { pending: NonNullable<Factor["pending"]> }) {
  const t = useT();
  return (
    <Panel id="scan" title={t("session.factor.scanTitle")}>
      <div className="stack-4">
        <p>{t("session.factor.scan")}</p>
        <QrCode label={t("session.factor.qr")} {...qr} />
        <p>
          {t("session.factor.key")}:{" "}
          <strong className="secret" translate="no">
            {secret}
          </strong>
        </p>
        <p>
          <a href={uri}>{t("session.factor.open")}</a>
        </p>
        <Form method="post" className="stack">
          <CodeField id="code" label={t("session.factor.code")} />
          <div className="row">
            <Button kind="primary" name="intent" value="confirm">
              {t("session.factor.confirm")}
            </Button>
          </div>
        </Form>
        <Form method="post">
          <Button kind="quiet" name="intent" value="begin">
            {t("session.factor.again")}
          </Button>
        </Form>
      </div>
    </Panel>
  );
}

function CodeField({ id, label }: { id: string; label: string }) {
  return (
    <Field id={id} name="code" label={label} autoComplete="one-time-code" maxLength={60} spellCheck={false} required />
  );
}

function Codes({ codes, renewed, next }: { codes: string[]; renewed: boolean; next: string }) {
  const t = useT();
  return (
    <>
      <Notice
        tone="met"
        announce="polite"
        title={renewed ? t("session.factor.codesRenewed") : t("session.factor.codesDone")}
      />
      <Panel id="codes" title={t("session.factor.codesTitle")}>
        <div className="stack-4">
          <p>{t("session.factor.codesText")}</p>
          <ol className="codes">
            {codes.map((code) => (
              <li key={code}>
                <span className="secret" translate="no">
                  {code}
                </span>
              </li>
            ))}
          </ol>
          <div className="row no-print">
            <ButtonLink kind="primary" href={next}>
              {t("session.factor.codesKept")}
            </ButtonLink>
            <PrintButton>{t("session.factor.codesPrint")}</PrintButton>
          </div>
        </div>
      </Panel>
    </>
  );
}

function InForce({ factor: { codesLeft, required }, since }: { factor: Factor; since: Date }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {codesLeft <= FEW_CODES ? (
        <Notice tone="pending" title={t("session.factor.codesFew", { count: codesLeft })} />
      ) : null}
      <FactList
        facts={[
          { term: t("session.factor.since"), value: format.dateTime(since) },
          { term: t("session.factor.codesLeft"), value: codesLeft },
        ]}
      />
      <Panel id="renew" title={t("session.factor.renewTitle")}>
        <Form method="post" className="stack">
          <p>{t("session.factor.renewText")}</p>
          <CodeField id="renew-code" label={t("session.factor.code")} />
          <Button name="intent" value="renew">
            {t("session.factor.renew")}
          </Button>
        </Form>
      </Panel>
      <Panel id="remove" title={t("session.factor.removeTitle")}>
        {required ? (
          <p>{t("session.factor.requiredText")}</p>
        ) : (
          <Form method="post" className="stack">
            <p>{t("session.factor.removeText")}</p>
            <Field
              id="remove-password"
              name="password"
              control="password"
              label={t("session.password")}
              autoComplete="current-password"
              required
            />
            <CodeField id="remove-code" label={t("session.factor.code")} />
            <Button kind="danger" name="intent" value="remove">
              {t("session.factor.remove")}
            </Button>
          </Form>
        )}
      </Panel>
    </>
  );
}
