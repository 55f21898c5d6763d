import { useT } from "@gandan/i18n/translation";
import { Notice } from "@gandan/ui/notice";
import { PressButton } from "@gandan/ui/press-button";
import { useLocation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { KeptDrafts } from "./kept-drafts";
import { KeptItem } from "./kept-item";
import { KEPT_CHANGED, type KeptForm, type KeptOwner, keptStore, ownKept } from "./kept-store";
import { type Sent, sendKept } from "./send-kept";
import { fillForm, formOf, watchForms } from "./watch-forms";

type Told = Record<string, Exclude<Sent, { end: "sent" }>>;

const HOUR_MS = 3_600_000;

/**
 * What forms of the unit keep while the connection is gone: what was not sent, with the way to send it again, and what
 * was typed into a form of this page before. Nothing without script.
 */
export function KeptForms({ person, unit }: KeptOwner) {
  const t = useT();
  const { key } = useLocation();
  const { revalidate } = useRevalidator();
  const [kept, setKept] = useState<KeptForm[]>([]);
  const [online, setOnline] = useState(true);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>({});
  const [sent, setSent] = useState<{ title: string; href: string }[]>([]);

  const read = useCallback(() => setKept(keptStore()?.list({ person, unit }) ?? []), [person, unit]);

  useEffect(() => {
    ownKept({ person, unit });
    read();
    const stop = watchForms();
    const connection = () => setOnline(navigator.onLine);
    connection();
    window.addEventListener(KEPT_CHANGED, read);
    window.addEventListener("online", connection);
    window.addEventListener("offline", connection);
    const hourly = window.setInterval(read, HOUR_MS);
    return () => {
      stop();
      window.removeEventListener(KEPT_CHANGED, read);
      window.removeEventListener("online", connection);
      window.removeEventListener("offline", connection);
      window.clearInterval(hourly);
    };
  }, [person, unit, read]);

  async function send(items: readonly KeptForm[]) {
    setBusy(true);
    const failed: Told = {};
    const done: typeof sent = [];
    for (const item of items) {
      const answer = await sendKept(item);
      if (answer.end === "sent") {
        keptStore()?.forget(item.id);
        done.push({ title: item.title, href: answer.href });
        continue;
      }
      failed[item.id] = answer;
      if (answer.end !== "refused") break;
    }
    setTold(failed);
    setSent((before) => [...before, ...done]);
    setBusy(false);
    if (done.length > 0) revalidate();
  }

  /** Back into its form; on another page, that page offers it. */
  function edit(item: KeptForm) {
    const { id, ...rest } = item;
    const form = formOf(item);
    if (form) fillForm(form, item);
    keptStore()?.keep({ ...rest, id: id.replace(/ unsent .*$/, ""), state: "typed" });
    keptStore()?.forget(id);
    if (!form) window.location.assign(item.href);
  }

  const unsent = kept.filter(({ state }) => state === "unsent");
  const title = t("kept.title", { count: unsent.length });
  return (
    <div aria-live="polite" className="kept no-print">
      {online ? null : <Notice tone="pending" title={t("kept.offline")} />}
      {sent.length > 0 ? (
        <Notice tone="met" title={t("kept.sent", { count: sent.length })}>
          {sent.map((each) => (
            <span key={each.href}>
              <a href={each.href}>{t("kept.see", { title: each.title })}</a>{" "}
            </span>
          ))}
        </Notice>
      ) : null}
      {unsent.length > 0 ? (
        <section className="panel panel-p stack" aria-label={title}>
          <div className="row between">
            <p>
              <strong>{title}</strong>
            </p>
            {unsent.length > 1 ? (
              <PressButton onPress={() => void send(unsent)} disabled={busy}>
                {busy ? t("kept.sending") : t("kept.sendAll")}
              </PressButton>
            ) : null}
          </div>
          <ul className="stack plain" aria-label={t("kept.list")}>
            {unsent.map((item) => (
              <KeptItem
                key={item.id}
                item={item}
                told={told[item.id]}
                busy={busy}
                onSend={(one) => void send([one])}
                onEdit={edit}
                onDrop={({ id }) => keptStore()?.forget(id)}
              />
            ))}
          </ul>
          <p className="small muted">{t("kept.until")}</p>
        </section>
      ) : null}
      <KeptDrafts key={key} person={person} unit={unit} />
    </div>
  );
}
