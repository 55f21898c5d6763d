import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";

export interface DialogConfirmProps {
  id: string;
  /** The act with its object, as a question: "Ban hành bản 4?" */
  title: string;
  /** What follows, and what cannot be undone. */
  text: ReactNode;
  action: string;
  fields?: Readonly<Record<string, string>>;
  /** The verb with its object, never "OK". */
  confirm: string;
  danger?: boolean;
  cancel: { href: string; label: string };
  /** Fields to fill in before confirming. */
  children?: ReactNode;
}

/** A named confirmation, as a page of its own: the way back is a link, the act a POST. */
export function DialogConfirm(props: DialogConfirmProps) {
  const { id, title, text, action, fields = {}, confirm, danger, cancel, children } = props;
  return (
    <form className="dialog stack" method="post" action={action} aria-labelledby={id} aria-describedby={`${id}-text`}>
      <h1 id={id}>{title}</h1>
      <p className="soft" id={`${id}-text`}>
        {text}
      </p>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="row">
        <Button kind={danger ? "danger" : "primary"}>{confirm}</Button>
        <ButtonLink href={cancel.href}>{cancel.label}</ButtonLink>
      </div>
    </form>
  );
}
