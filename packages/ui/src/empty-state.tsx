import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** When something will appear here, or what to do. */
  text?: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
}

/** Teaches what will stand here. */
export function EmptyState({ icon, title, text, action, level = 3 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {action}
    </div>
  );
}
