import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

const icons = {
  info: "info",
  met: "circle-check",
  pending: "triangle-alert",
  missed: "octagon-x",
} as const satisfies Record<string, IconName>;

export interface NoticeProps {
  tone: keyof typeof icons;
  /** First what is, in bold; then what to do. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out when it appears: politely, or at once for a failure. */
  announce?: "polite" | "now";
}

/** A remark of the system that stays on the page. */
export function Notice({ tone, title, children, action, announce }: NoticeProps) {
  const role = announce === "now" ? "alert" : announce === "polite" ? "status" : undefined;
  return (
    <div className={classNames("banner", tone !== "info" && `banner-${tone}`)} role={role}>
      <Icon name={icons[tone]} />
      <div>
        <p>
          <strong>{title}</strong>
          {children ? <> {children}</> : null}
        </p>
      </div>
      {action}
    </div>
  );
}
