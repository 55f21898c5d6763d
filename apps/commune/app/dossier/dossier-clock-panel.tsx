import { useFormat, useT } from "@gandan/i18n/translation";
import { ClockScale } from "@gandan/ui/chart/clock-scale";
import { ClockKey } from "@gandan/ui/dossier-clock";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";
import { clockFigures, markText } from "./clock-text";

interface DossierClockPanelProps {
  clock: {
    days: string[];
    minutesPerDay: number;
    segments: { kind: "used" | "paused" | "over"; from: number; to: number }[];
    pauses: { from: number; to: number; minutes: number }[];
    marks: { kind: "due" | "promised" | "now"; at: number; moment: number }[];
    usedMinutes: number;
    pausedMinutes: number;
    leftMinutes: number;
    overMinutes: number;
    state: "running" | "standing" | "finished" | "ended";
    late: boolean;
    shifting: boolean;
  };
  apologised: boolean;
}

/** The clock of a dossier along its working days, and the same in figures. */
export function DossierClockPanel({ clock, apologised }: DossierClockPanelProps) {
  const t = useT();
  const format = useFormat();
  const figures = clockFigures(t, format, clock, apologised);
  const title = figures
    .map(({ label, value, note }) => `${label}: ${[value, note].filter(Boolean).join(", ")}`)
    .join(". ");
  return (
    <Panel
      id="clock"
      title={t("dossier.clock.title")}
      aside={
        <ClockKey
          labels={{
            used: t("dossier.clock.used"),
            paused: t("dossier.clock.paused"),
            over: t("dossier.clock.over"),
          }}
        />
      }
    >
      <ClockScale
        id="dossier-clock"
        title={title}
        days={clock.days.map((day) => `${format.weekday(day)} ${format.dayMonth(day)}`)}
        minutesPerDay={clock.minutesPerDay}
        segments={clock.segments}
        marks={clock.marks.map((mark) => ({ ...mark, label: markText(t, format, mark, clock.shifting) }))}
        pauses={clock.pauses.map(({ from, to, minutes }) => ({
          from,
          to,
          label: t("dossier.clock.pauseLabel", { time: format.duration(minutes) }),
        }))}
      />
      <Stats items={figures.map((figure) => ({ ...figure, compact: true }))} />
    </Panel>
  );
}
