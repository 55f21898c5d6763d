import { useFormat, useT } from "@gandan/i18n/translation";
import type { Channel } from "@gandan/model/dossier/dossier-event";
import { NextBanner, type NextBannerProps } from "@gandan/ui/next-banner";
import type { FoundDossier } from "./found-dossier";

const WORKED_ON = ["new", "accepted", "processing"] as const;
const isWorkedOn = ({ state }: FoundDossier) => WORKED_ON.some((each) => each === state);

/** What is said of a dossier in one line: its state, or that it is overdue while it lies with us. */
export const stageOf = (found: FoundDossier) => (found.late && isWorkedOn(found) ? "late" : found.state);

const COLLECT = {
  direct: "lookUp.todo.collect",
  post: "lookUp.todo.collectPost",
  online: "lookUp.todo.collectOnline",
  home: "lookUp.todo.collectHome",
} as const satisfies Record<Channel, string>;

/** The one thing that the holder of a dossier has to do now, or that there is nothing to do. */
export function NextAct({ found }: { found: FoundDossier }) {
  const t = useT();
  const text = useActText(found);
  const reason = found.supplement?.reason ?? found.endedReason;
  const papers = found.supplement?.papers ?? [];
  return (
    <>
      <NextBanner
        id="next"
        icon={ICONS[toneOf(found)]}
        tone={toneOf(found)}
        title={t("lookUp.found.next")}
        text={text}
      />
      {papers.length > 0 || reason ? (
        <div>
          {papers.length > 0 ? (
            <ul className="lines">
              {papers.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          ) : null}
          {reason ? <p>{t("lookUp.todo.reason", { reason })}</p> : null}
        </div>
      ) : null}
    </>
  );
}

type Tone = NonNullable<NextBannerProps["tone"]>;
const ICONS = {
  neutral: "info",
  met: "circle-check",
  pending: "hourglass",
  missed: "octagon-x",
} as const satisfies Record<Tone, NextBannerProps["icon"]>;

function toneOf(found: FoundDossier): Tone {
  if (found.state === "awaiting-supplement" || found.state === "awaiting-duty") return "pending";
  if (found.state === "finished" || found.state === "handed-over") return "met";
  return found.late ? "missed" : "neutral";
}

function useActText(found: FoundDossier): string {
  const t = useT();
  const format = useFormat();
  const { state, desk, supplement, duty, promisedAt, channel } = found;
  switch (state) {
    case "awaiting-supplement":
      return t(supplement?.papers.length ? "lookUp.todo.supplement" : "lookUp.todo.supplementNone", {
        desk: desk.name,
      });
    case "awaiting-duty":
      return duty?.amount
        ? t("lookUp.todo.duty", { amount: format.number(duty.amount) })
        : t("lookUp.todo.dutyNoAmount");
    case "finished":
      return t(COLLECT[channel], { desk: desk.name });
    case "handed-over":
      return t("lookUp.todo.done");
    case "not-accepted":
    case "stopped":
      return t("lookUp.todo.refused", { desk: desk.name });
    case "withdrawn":
      return t("lookUp.todo.withdrawn");
    default:
      if (found.late) {
        return desk.phone
          ? t("lookUp.todo.late", { phone: desk.phone })
          : t("lookUp.todo.lateNoPhone", { desk: desk.name });
      }
      return promisedAt
        ? t("lookUp.todo.wait", { time: format.time(promisedAt), date: format.date(promisedAt) })
        : t("lookUp.todo.waitNoDue");
  }
}
