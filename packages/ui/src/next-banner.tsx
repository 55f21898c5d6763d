import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export interface NextBannerProps {
  id: string;
  icon: IconName;
  tone?: "neutral" | "met" | "pending" | "missed";
  /** The one next action, as a sentence. */
  title: ReactNode;
  text?: ReactNode;
  /** The page's only filled button, and at most one beside it. */
  actions?: ReactNode;
}

/** Names the next act, under the title of the page. */
export function NextBanner({ id, icon, tone = "neutral", title, text, actions }: NextBannerProps) {
  return (
    <section className={classNames("banner", tone !== "neutral" && `banner-${tone}`)} aria-labelledby={id}>
      <Icon name={icon} />
      <div>
        <p id={id}>
          <strong>{title}</strong>
        </p>
        {text ? <p className="soft">{text}</p> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </section>
  );
}
