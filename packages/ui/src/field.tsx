import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

interface Common {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, and what to write instead. */
  error?: ReactNode;
  required?: boolean;
  /** After the label of a field that may stay empty: "không bắt buộc". */
  optional?: string;
  disabled?: boolean;
  autoComplete?: string;
}

interface TextControl {
  control?: "text" | "search" | "date" | "datetime-local" | "number" | "password" | "email" | "tel";
  defaultValue?: string | number | undefined;
  placeholder?: string;
  inputMode?: "text" | "numeric" | "decimal" | "tel" | "search";
  min?: string | number;
  max?: string | number;
  step?: string | number;
  maxLength?: number;
  pattern?: string;
  spellCheck?: boolean;
  /** Id of a datalist. */
  list?: string;
}

export interface SelectOption {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
  disabled?: boolean;
}

interface SelectControl {
  control: "select";
  options: readonly SelectOption[];
  defaultValue?: string | undefined;
}

interface AreaControl {
  control: "textarea";
  defaultValue?: string | undefined;
  rows?: number;
  maxLength?: number;
  spellCheck?: boolean;
  /** Even widths, for the text of a model. */
  code?: boolean;
}

interface FileControl {
  control: "file";
  accept: string;
}

export type FieldProps = Common & (TextControl | SelectControl | AreaControl | FileControl);

function Options({ options }: { options: readonly SelectOption[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <>
      {groups.map((group) => {
        const items = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ));
        return group === undefined ? (
          items
        ) : (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        );
      })}
    </>
  );
}

function Control(props: FieldProps & { describedBy: string | undefined }) {
  const shared = {
    id: props.id,
    name: props.name,
    required: props.required,
    disabled: props.disabled,
    autoComplete: props.autoComplete,
    "aria-describedby": props.describedBy,
    "aria-invalid": props.error ? true : undefined,
  };
  switch (props.control) {
    case "select":
      return (
        <select {...shared} defaultValue={props.defaultValue}>
          <Options options={props.options} />
        </select>
      );
    case "textarea":
      return (
        <textarea
          {...shared}
          className={props.code ? "code" : undefined}
          defaultValue={props.defaultValue}
          rows={props.rows}
          maxLength={props.maxLength}
          spellCheck={props.spellCheck}
        />
      );
    case "file":
      return <input {...shared} type="file" accept={props.accept} />;
    default:
      return (
        <input
          {...shared}
          type={props.control ?? "text"}
          defaultValue={props.defaultValue}
          placeholder={props.placeholder}
          inputMode={props.inputMode}
          min={props.min}
          max={props.max}
          step={props.step}
          maxLength={props.maxLength}
          pattern={props.pattern}
          spellCheck={props.spellCheck}
          list={props.list}
        />
      );
  }
}

/** A field of a form with its label, hint and error, tied together for those who listen. */
export function Field(props: FieldProps) {
  const { id, label, hint, error, optional } = props;
  const describedBy = classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return (
    <div className={classNames("field", Boolean(error) && "field-error")}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> ({optional})</span> : null}
      </label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <Control {...props} describedBy={describedBy} />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The error under a field; nothing when there is none. */
export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  if (!error) return null;
  return (
    <span className="error" id={id}>
      <Icon name="octagon-x" />
      <span>{error}</span>
    </span>
  );
}
