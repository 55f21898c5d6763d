import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface PressButtonProps {
  onPress: () => void;
  kind?: "plain" | "quiet";
  disabled?: boolean;
  /** Completes a short label for those who hear it out of its row. */
  label?: string;
  children: ReactNode;
}

/** A small button that acts in the page itself; only for what is not there without script. */
export function PressButton({ onPress, kind = "plain", disabled, label, children }: PressButtonProps) {
  return (
    <button
      className={classNames("btn", "btn-s", kind === "quiet" && "btn-quiet")}
      type="button"
      disabled={disabled}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
