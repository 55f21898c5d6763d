import { Icon } from "./icon";

export interface StepsProps {
  /** What the steps are of. */
  label: string;
  steps: readonly { label: string; href?: string | undefined }[];
  /** Place of the current step, from 0; `steps.length` when all are done. */
  current: number;
  /** Read after a step that is done. */
  doneLabel: string;
}

/** Where a thing stands on its way. */
export function Steps({ label, steps, current, doneLabel }: StepsProps) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, place) => {
        const done = place < current;
        return (
          <li
            key={step.label}
            className={done ? "done" : undefined}
            aria-current={place === current ? "step" : undefined}
          >
            <Icon name={done ? "circle-check" : place === current ? "circle-dot" : "circle"} />
            {step.href ? <a href={step.href}>{step.label}</a> : step.label}
            {done ? <span className="vh"> ({doneLabel})</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
