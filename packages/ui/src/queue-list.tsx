import { Icon } from "./icon";

export interface QueueListProps {
  queues: readonly {
    href: string;
    count: number;
    /** The count in words, where a number alone would mislead: "hơn 10.000". */
    countText?: string | undefined;
    label: string;
    /** Needs attention at once; shown so only when there is something in it. */
    alarm?: boolean;
    current?: boolean;
  }[];
}

/** Queues of work with their counts; the list under it joins on. */
export function QueueList({ queues }: QueueListProps) {
  return (
    <ul className="queues">
      {queues.map((queue) => {
        const alarm = queue.alarm && queue.count > 0;
        return (
          <li key={queue.href}>
            <a
              href={queue.href}
              className={alarm ? "alarm" : undefined}
              aria-current={queue.current ? "true" : undefined}
            >
              <b>
                {alarm ? <Icon name="octagon-x" /> : null}
                {queue.countText ?? queue.count}
              </b>
              <span>{queue.label}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
