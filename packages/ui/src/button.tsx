import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

interface Look {
  id?: string;
  kind?: "primary" | "plain" | "quiet" | "danger";
  size?: "small" | "normal" | "large";
  wide?: boolean;
  icon?: IconName;
  /** Completes a short label for those who hear it out of its row: "Trả kết quả: Trần Thị C". */
  label?: string;
  children: ReactNode;
}

export interface ButtonProps extends Look {
  type?: "submit" | "button";
  name?: string;
  value?: string;
  form?: string;
  formAction?: string;
  /** What the form leads to opens in a tab of its own, so that what was typed stays. */
  formTarget?: "_blank";
  disabled?: boolean;
  /** Id of the text that says why it is disabled, or what follows. */
  describedBy?: string;
}

export interface ButtonLinkProps extends Look {
  href: string;
  download?: boolean;
}

const classOf = ({ kind = "plain", size = "normal", wide }: Look) =>
  classNames(
    "btn",
    kind !== "plain" && `btn-${kind}`,
    size === "small" && "btn-s",
    size === "large" && "btn-l",
    wide && "btn-w",
  );

/** A button; its text is a verb with its object. Submits its form unless told otherwise. */
export function Button(props: ButtonProps) {
  const {
    type = "submit",
    name,
    value,
    form,
    formAction,
    formTarget,
    disabled,
    describedBy,
    icon,
    label,
    children,
  } = props;
  return (
    <button
      id={props.id}
      className={classOf(props)}
      type={type === "submit" ? "submit" : "button"}
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      formTarget={formTarget}
      disabled={disabled}
      aria-label={label}
      aria-describedby={describedBy}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A link that looks like a button, where following it is the act. */
export function ButtonLink(props: ButtonLinkProps) {
  const { href, download, icon, label, children } = props;
  return (
    <a id={props.id} className={classOf(props)} href={href} download={download} aria-label={label}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}
