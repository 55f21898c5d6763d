import type { ReactNode } from "react";
import { Icon } from "./icon";

export interface ToastProps {
  children: ReactNode;
  /** Undoes the act just done: a form with its hidden fields. */
  undo?: { action: string; label: string; fields: Readonly<Record<string, string>> } | undefined;
}

/** Says that a small act is done, with the way back. Stands under the heading, so that it needs no script. */
export function Toast({ children, undo }: ToastProps) {
  return (
    <div className="toast" role="status">
      <Icon name="check" />
      <span>{children}</span>
      {undo ? (
        <form method="post" action={undo.action}>
          {Object.entries(undo.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{undo.label}</button>
        </form>
      ) : null}
    </div>
  );
}
