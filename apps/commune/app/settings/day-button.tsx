import { Button } from "@gandan/ui/button";
import { Form } from "@remix-run/react";

interface DayButtonProps {
  day: { date: string; kind: string; name: string; source: string; insteadOf: string | null };
  revision: number;
  intent: "add" | "drop";
  /** What stands on the button, and what it says where that is not enough. */
  text: string;
  label?: string;
}

/** Adds a day of the unit's own or takes it out, with all that it takes to undo it. */
export function DayButton({ day, revision, intent, text, label }: DayButtonProps) {
  const { date, kind, name, source, insteadOf } = day;
  return (
    <Form method="post" className="no-print">
      {Object.entries({ revision, date, kind, name, source, insteadOf: insteadOf ?? "" }).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Button size="small" kind="quiet" name="intent" value={intent} label={label}>
        {text}
      </Button>
    </Form>
  );
}
