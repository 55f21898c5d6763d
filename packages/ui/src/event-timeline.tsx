import type { ReactNode } from "react";

export interface TimelineEvent {
  key: string;
  /** ISO 8601 */
  dateTime: string;
  date: string;
  time?: string;
  title: ReactNode;
  detail?: ReactNode;
  /** now: where it stands; stop: the clock stopped; run: it runs again; sorry: an apology. */
  mark?: "now" | "stop" | "run" | "sorry" | undefined;
}

const classes = { now: "now", stop: "stop", run: "gap", sorry: "sorry" } as const;

/** What happened, latest first. */
export function EventTimeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="time">
      {events.map((event) => (
        <li key={event.key} className={event.mark ? classes[event.mark] : undefined}>
          <time dateTime={event.dateTime}>
            <b>{event.date}</b> {event.time}
          </time>
          <div>
            <p className="label">{event.title}</p>
            {event.detail ? <p>{event.detail}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
