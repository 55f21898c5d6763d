import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

interface SettingChange {
  seq: number;
  at: Date;
  by: string | null;
  from: Record<string, string>;
  to: Record<string, string>;
}

interface SettingHistoryProps {
  changes: readonly SettingChange[];
  /** Name of a field as the form has it. */
  labelOf: (field: string) => string;
  /** The settings as they are: putting a change back sends them with what it changed. */
  value: Readonly<Record<string, string>>;
  revision: number;
  mayChange: boolean;
}

/** What was changed by whom, the latest first, each with the way back. Nothing when nothing was. */
export function SettingHistory({ changes, labelOf, value, revision, mayChange }: SettingHistoryProps) {
  const t = useT();
  const format = useFormat();
  const said = (text: string | undefined) => text || t("settings.history.cleared");
  if (changes.length === 0) return null;
  return (
    <Panel id="history" title={t("settings.history.title")}>
      <ol className="stack">
        {changes.map(({ seq, at, by, from, to }) => {
          const time = format.dateTime(at);
          const isBack = Object.entries(from).every(([field, was]) => value[field] === was);
          return (
            <li key={seq}>
              <p className="label">{t("settings.history.by", { time, person: by ?? "–" })}</p>
              {Object.keys(to).map((field) => (
                <p key={field}>
                  {t("settings.history.change", {
                    field: labelOf(field),
                    from: said(from[field]),
                    to: said(to[field]),
                  })}
                </p>
              ))}
              {mayChange && !isBack ? (
                <Form method="post" className="no-print">
                  <input type="hidden" name="revision" value={revision} />
                  {Object.entries({ ...value, ...from }).map(([field, was]) => (
                    <input key={field} type="hidden" name={field} value={was} />
                  ))}
                  <Button size="small" label={t("settings.history.restoreOne", { time })}>
                    {t("settings.history.restore")}
                  </Button>
                </Form>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
