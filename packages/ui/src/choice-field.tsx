import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";

export interface ChoiceFieldProps {
  id: string;
  name: string;
  /** One of them, or several. */
  control: "radio" | "checkbox";
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  options: readonly { value: string; label: ReactNode; hint?: string; disabled?: boolean }[];
  /** Chosen at first. */
  chosen?: readonly string[];
}

/** A question with its answers to tick, as a fieldset. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, name, control, legend, hint, error, required, options, chosen = [] } = props;
  const describedBy = classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return (
    <fieldset className={classNames("field", Boolean(error) && "field-error")} id={id} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {options.map((option) => (
        <label className="check" key={option.value}>
          <input
            type={control}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.disabled}
            required={control === "radio" ? required : undefined}
          />
          <span>
            {option.label}
            {option.hint ? <small className="check-hint">{option.hint}</small> : null}
          </span>
        </label>
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

export interface CheckProps {
  name: string;
  value?: string;
  label: ReactNode;
  checked?: boolean;
}

/** A single box to tick. */
export function Check({ name, value = "on", label, checked }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>{label}</span>
    </label>
  );
}
