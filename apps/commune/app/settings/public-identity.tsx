import type { Caller } from "@gandan/api/root.router";
import { useT } from "@gandan/i18n/translation";
import { MAX_SEAL_KB, MAX_SEAL_PIXELS } from "@gandan/model/public/public-face";
import { sealHref } from "@gandan/site/public/public-places";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

type Settings = Awaited<ReturnType<Caller["face"]["read"]>>;

interface IdentityProps {
  slug: string;
  settings: Pick<Settings, "seal" | "hosts" | "mayChange">;
  host: { value: string; error: string } | undefined;
}

/** The picture before the unit's name, and names of its own by which it is reached. */
export function PublicIdentity({ slug, settings, host }: IdentityProps) {
  const t = useT();
  const { seal, hosts, mayChange } = settings;
  return (
    <>
      <Panel id="seal" title={t("public.settings.seal")}>
        <div className="stack">
          <p className="hint">{t("public.settings.sealText", { kb: MAX_SEAL_KB, pixels: MAX_SEAL_PIXELS })}</p>
          {seal ? (
            <div className="row">
              <img src={sealHref(slug, seal.hash)} alt={t("public.settings.seal")} width={64} height={64} />
              <span>{t("public.settings.sealNow", { width: seal.width, height: seal.height })}</span>
              {mayChange ? (
                <Form method="post">
                  <Button name="intent" value="drop-seal" size="small">
                    {t("public.settings.sealDrop")}
                  </Button>
                </Form>
              ) : null}
            </div>
          ) : (
            <p>{t("public.settings.sealNone")}</p>
          )}
          {mayChange ? (
            <Form method="post" encType="multipart/form-data" className="form">
              <input type="hidden" name="intent" value="seal" />
              <Field
                id="file"
                name="file"
                control="file"
                accept="image/png,image/jpeg,image/webp"
                label={t("public.settings.sealFile")}
                required
              />
              <div>
                <Button>{t("public.settings.sealSet")}</Button>
              </div>
            </Form>
          ) : null}
        </div>
      </Panel>
      <Panel id="hosts" title={t("public.settings.hosts")}>
        <div className="stack">
          <p className="hint">{t("public.settings.hostsText")}</p>
          {hosts.length === 0 ? <p>{t("public.settings.hostsNone")}</p> : null}
          <ul className="lines">
            {hosts.map(({ host: name, confirmed }) => (
              <li key={name}>
                <span>
                  <strong>{name}</strong>
                  <br />
                  <span className="soft">
                    {confirmed ? t("public.settings.hostConfirmed") : t("public.settings.hostWaiting")}
                  </span>
                </span>
                {mayChange ? (
                  <Form method="post">
                    <input type="hidden" name="host" value={name} />
                    <Button
                      name="intent"
                      value="drop-host"
                      size="small"
                      label={t("public.settings.hostDropOne", { host: name })}
                    >
                      {t("public.settings.hostDrop")}
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
          {mayChange ? (
            <Form method="post" className="form">
              <Field
                id="host"
                name="host"
                label={t("public.settings.host")}
                hint={t("public.settings.hostHint")}
                defaultValue={host?.value}
                error={host?.error}
                required
                maxLength={253}
                autoComplete="off"
                spellCheck={false}
              />
              <div>
                <Button name="intent" value="ask-host">
                  {t("public.settings.hostAsk")}
                </Button>
              </div>
            </Form>
          ) : null}
        </div>
      </Panel>
    </>
  );
}
