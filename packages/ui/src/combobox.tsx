import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";

export interface ComboboxOption {
  /** What stands in the field once it is chosen, and is sent. */
  text: string;
  /** Beside it in the list. */
  note?: string | undefined;
}

export interface ComboboxProps {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  defaultValue?: string | undefined;
  required?: boolean;
  /** The page begins with it. */
  first?: boolean;
  /** All choices; the browser's own list where there is no script. */
  options: readonly ComboboxOption[];
  /** Those that fit what was typed, the best first. */
  find: (typed: string) => readonly ComboboxOption[];
  /** Name of the list of choices: "Các lựa chọn khớp". */
  listLabel: string;
  /** Said when none fits. */
  none: string;
  onChoose?: (text: string) => void;
}

/** Shown at once; who sees more than that types on. */
const SHOWN = 8;

/**
 * A field in which a choice is found by typing: arrows move, Enter or Tab takes what is marked, Escape closes. What is
 * sent is the text, so that it works without script, too; the server finds out what is meant.
 */
export function Combobox(props: ComboboxProps) {
  const { id, name, label, hint, error, defaultValue = "", required, first, options, none } = props;
  const listId = useId();
  const [scripted, setScripted] = useState(false);
  const [text, setText] = useState(defaultValue);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setScripted(true);
    // What was typed before the script came.
    if (field.current) setText(field.current.value);
    if (first) field.current?.focus();
  }, [first]);
  const found = open ? props.find(text).slice(0, SHOWN) : [];

  function choose(chosen: string) {
    setText(chosen);
    setOpen(false);
    props.onChoose?.(chosen);
  }

  function onKeyDown(event: KeyboardEvent) {
    const option = found[marked];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else setMarked((marked + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    } else if ((event.key === "Enter" || event.key === "Tab") && open && option && text.trim() !== "") {
      // Enter takes the choice and stays; the next one sends the form.
      if (event.key === "Enter") event.preventDefault();
      choose(option.text);
    }
  }

  const describedBy = classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return (
    <div className={classNames("field", "combobox", Boolean(error) && "field-error")}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <div className="combobox-in">
        <input
          ref={field}
          id={id}
          name={name}
          type="text"
          required={required}
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          {...(scripted
            ? {
                role: "combobox",
                "aria-expanded": open,
                "aria-controls": listId,
                "aria-autocomplete": "list" as const,
                "aria-activedescendant": open && found[marked] ? `${listId}-${marked}` : undefined,
              }
            : { list: `${listId}-plain` })}
          onChange={(event) => {
            setText(event.target.value);
            setMarked(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {scripted ? (
          <div className="combobox-list" id={listId} role="listbox" aria-label={props.listLabel} hidden={!open}>
            {found.map((option, i) => (
              <div
                key={option.text}
                id={`${listId}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === marked}
                onMouseDown={(event) => {
                  // Before the field loses the focus, which would close the list.
                  event.preventDefault();
                  choose(option.text);
                }}
              >
                {option.text}
                {option.note ? <small>{option.note}</small> : null}
              </div>
            ))}
          </div>
        ) : (
          <datalist id={`${listId}-plain`}>
            {options.map((option) => (
              <option key={option.text} value={option.text} />
            ))}
          </datalist>
        )}
      </div>
      <span role="status" className="hint">
        {open && found.length === 0 && text.trim() !== "" ? none : ""}
      </span>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
