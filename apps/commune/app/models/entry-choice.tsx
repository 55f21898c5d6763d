import { Button } from "@gandan/ui/button";
import { Field, type SelectOption } from "@gandan/ui/field";

export interface EntryChoiceProps {
  /** Name of the field in the address: "entry", "rule". */
  name: string;
  label: string;
  submit: string;
  /** The part of the editor it stands in. */
  part: string;
  current: string | null;
  options: readonly SelectOption[];
}

/** A list to choose an entry from, where there is no room for the outline. */
export function EntryChoice({ name, label, submit, part, current, options }: EntryChoiceProps) {
  return (
    <form method="get" className="stack">
      <input type="hidden" name="part" value={part} />
      <Field
        id={`choose-${name}`}
        name={name}
        control="select"
        label={label}
        defaultValue={current ?? undefined}
        options={options}
      />
      <Button wide>{submit}</Button>
    </form>
  );
}
