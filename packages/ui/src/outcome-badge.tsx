import { Icon, type IconName } from "./icon";

const looks = {
  met: { className: "out out-met", icon: "circle-check" },
  missed: { className: "out out-missed", icon: "octagon-x" },
  pending: { className: "out out-pending", icon: "hourglass" },
  "not-applicable": { className: "out out-na", icon: "circle-minus" },
} as const satisfies Record<string, { className: string; icon: IconName }>;

export interface OutcomeBadgeProps {
  outcome: keyof typeof looks;
  /** The word beside the shape; never left to colour alone. */
  label: string;
}

/** An outcome: shape, word and colour. */
export function OutcomeBadge({ outcome, label }: OutcomeBadgeProps) {
  const look = looks[outcome];
  return (
    <span className={look.className}>
      <Icon name={look.icon} />
      {label}
    </span>
  );
}
