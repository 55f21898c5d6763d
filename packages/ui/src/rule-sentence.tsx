import { Fragment } from "react";
import { Icon } from "./icon";

/** A piece of a rule told as a sentence: words, a place to fill, or a place that a higher unit has fixed. */
export type SentencePart =
  | { kind: "text"; text: string }
  | {
      kind: "choice";
      name: string;
      label: string;
      value: string;
      options: readonly { value: string; label: string; disabled?: boolean }[];
    }
  | {
      kind: "input";
      name: string;
      label: string;
      value: string | number;
      type: "number" | "text" | "time";
      min?: number | undefined;
      max?: number | undefined;
      step?: number | undefined;
    }
  | { kind: "locked"; text: string; label: string };

function Slot({ part }: { part: Exclude<SentencePart, { kind: "text" }> }) {
  switch (part.kind) {
    case "locked":
      return (
        <span className="slot slot-lock">
          <Icon name="lock" />
          <span className="vh">{part.label}: </span>
          {part.text}
        </span>
      );
    case "choice":
      return (
        <select className="slot" name={part.name} aria-label={part.label} defaultValue={part.value}>
          {part.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case "input":
      return (
        <input
          className="slot"
          name={part.name}
          type={part.type}
          aria-label={part.label}
          defaultValue={part.value}
          min={part.min}
          max={part.max}
          step={part.step}
        />
      );
  }
}

/** A rule as a sentence whose places can be filled in, inside a form. */
export function RuleSentence({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <p className="sentence">
      {parts.map((part, place) => (
        <Fragment key={part.kind === "text" || part.kind === "locked" ? `${place} ${part.text}` : part.name}>
          {place > 0 && !(part.kind === "text" && /^[,;.:]/.test(part.text)) ? " " : null}
          {part.kind === "text" ? part.text : <Slot part={part} />}
        </Fragment>
      ))}
    </p>
  );
}
