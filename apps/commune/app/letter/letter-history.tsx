import { useFormat, useT } from "@gandan/i18n/translation";
import type { Capacity } from "@gandan/model/delegation/delegation-inputs";
import { EventTimeline } from "@gandan/ui/event-timeline";
import { Panel } from "@gandan/ui/panel";

interface LetterStep {
  step: "drafted" | "checked" | "signed" | "made" | "sent" | "came-back";
  at: Date;
  statedAt: Date | null;
  person: string | null;
  how: "hand" | "post" | "e-mail" | null;
  note: string | null;
  capacity: Capacity | null;
}

/** The way of a letter: who wrote, checked and signed it, and each time that it went out or came back. */
export function LetterHistory({ steps }: { steps: readonly LetterStep[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Panel id="history" title={t("signing.history.title")}>
      <EventTimeline
        events={steps.map(({ step, at, statedAt, person, how, note, capacity }, i) => ({
          key: `${steps.length - i}`,
          dateTime: at.toISOString(),
          date: format.date(at),
          time: format.time(at),
          title: t(`signing.history.${step}`),
          detail: [
            step === "made" ? null : (person ?? t("audit.system")),
            capacity ? t(`delegation.short.${capacity}`) : null,
            how ? t(`letter.how.${how}`) : null,
            statedAt ? t("signing.history.stated", { time: format.dateTime(statedAt) }) : null,
            note,
          ]
            .filter(Boolean)
            .join(" · "),
          mark: i === 0 ? "now" : undefined,
        }))}
      />
    </Panel>
  );
}
