import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import { OutcomeBadge } from "@gandan/ui/outcome-badge";

type Listed = Awaited<ReturnType<Caller["feedback"]["list"]>>["feedback"][number];

/** Feedback with its due dates; who gave it stands nowhere here. */
export function FeedbackTable({ feedback, path }: { feedback: readonly Listed[]; path: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("feedback.staff.caption")}
      rows={feedback}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "number",
          header: t("feedback.staff.number"),
          nowrap: true,
          cell: ({ id, number }) => <a href={`${path}/feedback/${id}`}>{number}</a>,
        },
        {
          key: "text",
          header: t("feedback.staff.text"),
          narrowLabel: t("feedback.staff.text"),
          cell: ({ topic, excerpt, place, photos }) => (
            <>
              {excerpt}
              <span className="sub">
                {[t(`feedback.topic.${topic}`), place, photos > 0 ? t("feedback.staff.photos", { count: photos }) : ""]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("feedback.staff.stateLabel"),
          narrowLabel: t("feedback.staff.stateLabel"),
          cell: ({ state, late, reopened, needsAnswer }) => (
            <>
              {late ? (
                <OutcomeBadge outcome="missed" label={t("feedback.staff.late")} />
              ) : (
                <Badge tone={state === "open" ? "accent" : "line"}>{t(`feedback.state.${state}`)}</Badge>
              )}
              {reopened && state === "open" ? <span className="sub">{t("feedback.staff.again")}</span> : null}
              {!needsAnswer && state === "open" ? <span className="sub">{t("feedback.staff.noAnswer")}</span> : null}
            </>
          ),
        },
        {
          key: "assigned",
          header: t("feedback.staff.assigned"),
          narrowLabel: t("feedback.staff.assigned"),
          cell: ({ assignedTo, topic }) => assignedTo ?? t(`feedback.staff.${topic === "staff" ? "leaders" : "desk"}`),
        },
        {
          key: "due",
          header: t("feedback.staff.due"),
          narrowLabel: t("feedback.staff.due"),
          align: "date",
          cell: ({ dueAt, state, needsAnswer }) => (state === "open" && needsAnswer ? format.dateTime(dueAt) : "–"),
        },
        {
          key: "received",
          header: t("feedback.staff.received"),
          narrowLabel: t("feedback.staff.received"),
          align: "date",
          cell: ({ receivedAt }) => format.dateTime(receivedAt),
        },
      ]}
    />
  );
}
