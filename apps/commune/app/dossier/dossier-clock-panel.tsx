import { useFormat, useT } from "@gandan/i18n/translation";
import { ClockScale } from "@gandan/ui/chart/clock-scale";
import { ClockKey } from "@gandan/ui/dossier-clock";
import { Panel } from "@gandan/ui/panel";
import { Stats } from "@gandan/ui/stat";

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
    running: boolean;
  };
  apologised: boolean;
}

/** The clock of a dossier along its working days, and the same in figures. */
export function DossierClockPanel({ clock, apologised }: DossierClockPanelProps) {
  const t = useT();
  const format = useFormat();
  const duration = (minutes: number) => format.duration(minutes);
  const { usedMinutes, pausedMinutes, leftMinutes, overMinutes, pauses } = clock;
  const told = { used: duration(usedMinutes), paused: duration(pausedMinutes) };
  const title =
    overMinutes > 0
      ? t("dossier.clock.describeLate", { ...told, over: duration(overMinutes) })
      : t("dossier.clock.describe", { ...told, left: duration(leftMinutes) });
  const label = { due: "dossier.clock.due", promised: "dossier.clock.promised" } as const;
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
        marks={clock.marks.map(({ kind, at, moment }) => ({
          kind,
          at,
          label:
            kind === "now"
              ? t("dossier.clock.now", { time: format.time(moment) })
              : t(label[kind], { due: `${format.dayMonth(moment)} ${format.time(moment)}` }),
        }))}
        pauses={pauses.map(({ from, to, minutes }) => ({
          from,
          to,
          label: t("dossier.clock.pauseLabel", { time: duration(minutes) }),
        }))}
      />
      <Stats
        items={[
          { label: t("dossier.clock.used"), value: duration(usedMinutes), compact: true },
          {
            label: t("dossier.clock.paused"),
            value: duration(pausedMinutes),
            note: t("dossier.clock.times", { count: pauses.length }),
            compact: true,
          },
          overMinutes > 0
            ? {
                label: t("dossier.clock.over"),
                value: duration(overMinutes),
                note: apologised ? t("dossier.clock.letterSent") : t("dossier.clock.noLetter"),
                tone: "missed" as const,
                compact: true,
              }
            : { label: t("dossier.clock.left"), value: duration(leftMinutes), compact: true },
        ]}
      />
    </Panel>
  );
}
