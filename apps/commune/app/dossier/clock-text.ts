import type { Format } from "@gandan/i18n/format";
import type { Translate } from "@gandan/i18n/translator";

interface ClockFigures {
  marks: { kind: "due" | "promised" | "now"; moment: number }[];
  pauses: unknown[];
  usedMinutes: number;
  pausedMinutes: number;
  leftMinutes: number;
  overMinutes: number;
  state: "running" | "standing" | "finished" | "ended";
  late: boolean;
  shifting: boolean;
}

interface Figure {
  label: string;
  value: string;
  note?: string;
  tone?: "missed";
}

/** The figures of a dossier's clock in words; a duration of nothing is never written as "0 minutes". */
export function clockFigures(t: Translate, format: Format, clock: ClockFigures, apologised: boolean): Figure[] {
  const { usedMinutes, pausedMinutes, pauses } = clock;
  const last = lastFigure(t, format, clock, apologised);
  return [
    {
      label: t("dossier.clock.used"),
      value: usedMinutes > 0 ? format.duration(usedMinutes) : t("dossier.clock.notUsed"),
    },
    {
      label: t("dossier.clock.paused"),
      value: pausedMinutes > 0 ? format.duration(pausedMinutes) : t("dossier.clock.notPaused"),
      ...(pauses.length > 0 ? { note: t("dossier.clock.times", { count: pauses.length }) } : {}),
    },
    ...(last ? [last] : []),
  ];
}

/** How late it is, or how much time there is or was left; nothing of a dossier that ended in time without a result. */
function lastFigure(t: Translate, format: Format, clock: ClockFigures, apologised: boolean): Figure | null {
  const { state, late, overMinutes, leftMinutes, shifting, marks } = clock;
  const due = marks.find(({ kind }) => kind === "due")?.moment;
  if (late) {
    const letter = t(apologised ? "dossier.clock.letterSent" : "dossier.clock.noLetter");
    if (overMinutes > 0) {
      return { label: t("dossier.clock.over"), value: format.duration(overMinutes), note: letter, tone: "missed" };
    }
    const value = t("dossier.clock.lateSince", { time: format.time(due), date: format.date(due) });
    return {
      label: t("dossier.clock.over"),
      value,
      note: `${t("dossier.clock.noTimeOver")}; ${letter}`,
      tone: "missed",
    };
  }
  if (state === "ended") return null;
  if (state === "finished") {
    const value = leftMinutes > 0 ? format.duration(leftMinutes) : t("dossier.clock.justInTime");
    return { label: t("dossier.clock.onTime"), value };
  }
  return {
    label: t("dossier.clock.left"),
    value: leftMinutes > 0 ? format.duration(leftMinutes) : t("dossier.clock.nothingLeft"),
    ...(shifting ? { note: t("dossier.clock.shifts", { due: format.dateTime(due) }) } : {}),
  };
}

/** A mark on the axis; while the clock stands, appointments say that they hold if what is awaited came now. */
export function markText(
  t: Translate,
  format: Format,
  { kind, moment }: ClockFigures["marks"][number],
  shifting: boolean,
): string {
  if (kind === "now") return t("dossier.clock.now", { time: format.time(moment) });
  const due = `${format.dayMonth(moment)} ${format.time(moment)}`;
  const keys = {
    due: ["dossier.clock.due", "dossier.clock.dueIfNow"],
    promised: ["dossier.clock.promised", "dossier.clock.promisedIfNow"],
  } as const;
  return t(keys[kind][shifting ? 1 : 0], { due });
}
