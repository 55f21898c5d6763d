import { useFormat, useT } from "@gandan/i18n/translation";
import { PressButton } from "@gandan/ui/press-button";
import type { KeptForm } from "./kept-store";
import type { Sent } from "./send-kept";

interface KeptItemProps {
  item: KeptForm;
  /** What came of sending it again. */
  told: Exclude<Sent, { end: "sent" }> | undefined;
  busy: boolean;
  onSend: (item: KeptForm) => void;
  onEdit: (item: KeptForm) => void;
  onDrop: (item: KeptForm) => void;
}

/** The one whom a form is about, so that two of a kind are told apart. */
const nameIn = ({ fields }: KeptForm) =>
  fields.find(([name, value]) => (name === "applicantName" || name === "addressee") && value)?.[1];

/** One form that was not sent, with what can be done about it. */
export function KeptItem({ item, told, busy, onSend, onEdit, onDrop }: KeptItemProps) {
  const t = useT();
  const format = useFormat();
  const time = format.dateTime(new Date(item.at));
  const name = nameIn(item);
  const text = name ? t("kept.itemOf", { title: item.title, name, time }) : t("kept.item", { title: item.title, time });
  return (
    <li className="stack-1">
      <div className="row between">
        <span>{text}</span>
        <span className="row">
          <PressButton onPress={() => onSend(item)} disabled={busy} label={t("kept.sendOf", { item: text })}>
            {t("kept.send")}
          </PressButton>
          <PressButton onPress={() => onEdit(item)} disabled={busy} label={t("kept.editOf", { item: text })}>
            {t("kept.edit")}
          </PressButton>
          <PressButton
            kind="quiet"
            onPress={() => onDrop(item)}
            disabled={busy}
            label={t("kept.dropOf", { item: text })}
          >
            {t("kept.drop")}
          </PressButton>
        </span>
      </div>
      {told ? <p role="alert">{toldText()}</p> : null}
    </li>
  );

  function toldText(): string {
    if (told?.end === "away") return t("kept.stillAway");
    if (told?.end === "sign-in") return t("kept.signIn");
    return told?.problem ? t("kept.refused", { problem: told.problem }) : t("kept.refusedPlain");
  }
}
