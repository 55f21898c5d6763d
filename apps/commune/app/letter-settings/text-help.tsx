import { useFormat, useT } from "@gandan/i18n/translation";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import { capitalised } from "@gandan/model/letter/letter-text";
import { placeholdersOf } from "@gandan/model/letter/placeholders";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { FactList } from "@gandan/ui/fact-list";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

/** Which placeholders a text may have, and how the signs of the language are written. */
export function TextHelp({ tone }: { tone: LetterTone }) {
  const t = useT();
  const known = placeholdersOf(tone);
  const names = (typed: boolean) =>
    known
      .filter((each) => (each.typed !== null) === typed)
      .map(({ name }) => `{${name}}`)
      .join(" · ");
  const example = `{${capitalised(known[0]?.name ?? "")}}`;
  return (
    <Panel id="known" title={t("letterSettings.editor.known")}>
      <FactList
        facts={[
          { term: t("letterSettings.editor.typed"), value: names(true) },
          { term: t("letterSettings.editor.given"), value: names(false) },
        ]}
      />
      <p className="hint">{t("letterSettings.editor.knownText", { example })}</p>
      <h3>{t("letterSettings.editor.rules")}</h3>
      <ul>
        {(["ruleDatum", "ruleOptional", "ruleBold", "ruleEscape"] as const).map((rule) => (
          <li key={rule}>{t(`letterSettings.editor.${rule}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}

interface KeptVersion {
  version: number;
  source: string;
  delivered: boolean;
  takenFrom: number | null;
  savedAt: Date;
  savedBy: string | null;
}

interface TextHistoryProps {
  history: readonly KeptVersion[];
  /** The version in force. */
  seen: number;
  mayChange: boolean;
}

/** Every version of a text with who saved it; each can be taken up again. */
export function TextHistory({ history, seen, mayChange }: TextHistoryProps) {
  const t = useT();
  const format = useFormat();
  const restore = (version: number, label: string) => (
    <Form method="post">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="version" value={version} />
      <Button size="small" name="intent" value="restore" label={label}>
        {t(version === 0 ? "letterSettings.editor.toDelivered" : "letterSettings.editor.restore")}
      </Button>
    </Form>
  );
  const from = ({ takenFrom }: KeptVersion) => {
    if (takenFrom === null) return null;
    return takenFrom === 0
      ? t("letterSettings.editor.takenDelivered")
      : t("letterSettings.editor.takenFrom", { version: takenFrom });
  };
  return (
    <Panel id="history" title={t("letterSettings.editor.history")}>
      {history.length === 0 ? <p>{t("letterSettings.editor.historyNone")}</p> : null}
      <ul className="stack">
        {history.map((each) => (
          <li key={each.version} className="stack-2">
            <details className="more">
              <summary>
                {t("letterSettings.editor.versionLine", {
                  version: each.version,
                  person: each.savedBy ?? "–",
                  time: format.dateTime(each.savedAt),
                })}
                {from(each) ? ` (${from(each)})` : null}
              </summary>
              <pre className="code">{each.source}</pre>
            </details>
            {each.version === seen ? (
              <Badge>{t("letterSettings.editor.current")}</Badge>
            ) : mayChange ? (
              restore(each.version, t("letterSettings.editor.restoreLabel", { version: each.version }))
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange && history[0] && !history[0].delivered ? restore(0, t("letterSettings.editor.toDelivered")) : null}
    </Panel>
  );
}
