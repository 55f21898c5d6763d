import type { Caller } from "@gandan/api/root.router";
import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";
import type { Sheet } from "@gandan/services/oversight/write-workbook";

type Exported = Awaited<ReturnType<Caller["feedback"]["export"]>>;

interface Words {
  t: Translate;
  format: Format;
  unit: string;
  now: Date;
}

/** Never read as a formula by a spreadsheet: citizens wrote it. */
const safe = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value) || null;

/** The register of feedback as a table: everything of it but who wrote. */
export function registerOfFeedback({ t, format, unit, now }: Words, { feedback, total }: Exported): Sheet {
  const time = (at: Date | null) => at && format.dateTime(at);
  const yes = t("shell.form.yes");
  return {
    name: t("feedback.register.title"),
    lead: [
      `${t("feedback.register.title")} – ${unit}`,
      t("feedback.register.made", { time: format.dateTime(now) }),
      ...(feedback.length < total ? [t("feedback.register.firstOnly", { count: feedback.length, total })] : []),
    ],
    columns: [
      { header: t("feedback.staff.number"), width: 10 },
      { header: t("feedback.staff.received"), width: 18 },
      { header: t("feedback.staff.source"), width: 16 },
      { header: t("feedback.staff.topicLabel"), width: 24 },
      { header: t("feedback.staff.text"), width: 60 },
      { header: t("feedback.register.place"), width: 24 },
      { header: t("feedback.staff.assigned"), width: 22 },
      { header: t("feedback.staff.due"), width: 18 },
      { header: t("feedback.register.answeredAt"), width: 18 },
      { header: t("feedback.register.late"), width: 10 },
      { header: t("feedback.staff.stateLabel"), width: 22 },
      { header: t("feedback.register.reason"), width: 24 },
      { header: t("feedback.register.answer"), width: 60 },
    ],
    rows: feedback.map((one) => [
      one.number,
      time(one.receivedAt),
      t(`feedback.source.${one.source}`),
      t(`feedback.topic.${one.topic}`),
      safe(one.text),
      safe(one.place),
      one.assignedTo ?? t(`feedback.staff.${one.topic === "staff" ? "leaders" : "desk"}`),
      one.needsAnswer ? time(one.dueAt) : t("feedback.staff.noAnswer"),
      time(one.answeredAt),
      one.late ? yes : null,
      t(`feedback.state.${one.state}`),
      one.reason && t(`feedback.reason.${one.reason}`),
      safe(one.answer),
    ]),
  };
}
