import { useFormat, useT } from "@gandan/i18n/translation";
import type { ListedFrame } from "@gandan/services/index-frame/list-frames";
import { Badge } from "@gandan/ui/badge";
import { DataTable } from "@gandan/ui/data-table";
import type { ReactNode } from "react";

/** Frames by year: state, when, by whom, how many units have results by it. */
export function FrameList(props: { path: string; frames: readonly ListedFrame[]; empty: ReactNode }) {
  const { path, frames, empty } = props;
  const t = useT();
  const format = useFormat();
  return (
    <DataTable
      caption={t("indexFrame.caption")}
      rows={frames}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "frame",
          header: t("indexFrame.name"),
          cell: ({ id, title, year, sample }) => (
            <>
              <a className="main" href={`${path}/frames/${id}`}>
                {title}
              </a>
              <span className="sub">
                {t("indexFrame.ofYear", { year: String(year) })}
                {sample ? ` · ${t("indexFrame.sample")}` : ""}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("indexFrame.stateLabel"),
          narrowLabel: t("indexFrame.stateLabel"),
          nowrap: true,
          cell: ({ state }) => (
            <Badge tone={state === "published" ? "accent" : "line"}>{t(`indexFrame.state.${state}`)}</Badge>
          ),
        },
        {
          key: "when",
          header: t("indexFrame.when"),
          narrowLabel: t("indexFrame.when"),
          cell: ({ publishedAt, updatedAt }) =>
            publishedAt
              ? t("indexFrame.publishedOn", { date: format.date(publishedAt) })
              : t("indexFrame.savedOn", { time: format.dateTime(updatedAt) }),
        },
        {
          key: "who",
          header: t("indexFrame.who"),
          narrowLabel: t("indexFrame.who"),
          cell: ({ own, by, publishedBy, updatedBy }) => (own ? (publishedBy ?? updatedBy ?? "–") : by),
        },
        {
          key: "entered",
          header: t("indexFrame.entered"),
          narrowLabel: t("indexFrame.entered"),
          align: "number",
          cell: ({ state, entered }) => (state === "draft" ? "–" : t("indexFrame.enteredOf", { count: entered })),
        },
      ]}
    />
  );
}
