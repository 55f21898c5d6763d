import { Icon } from "./icon";

export interface UnitChoice {
  href: string;
  name: string;
  detail?: string | undefined;
  current?: boolean | undefined;
}

export interface UnitSwitcherProps {
  /** Read before the name: "Chuyển đơn vị". */
  label: string;
  name: string;
  detail?: string | undefined;
  choices: readonly UnitChoice[];
  /** The way to all units, under the choices. */
  more?: { href: string; label: string } | undefined;
}

/** The unit one works in; a menu of links when there are others, plain text when there are none. */
export function UnitSwitcher({ label, name, detail, choices, more }: UnitSwitcherProps) {
  const face = (
    <>
      <Icon name="landmark" />
      <span>
        {name}
        {detail ? <small>{detail}</small> : null}
      </span>
    </>
  );
  if (choices.length === 0 && !more) return <div className="unit unit-alone">{face}</div>;
  return (
    <details className="pop" name="bar">
      <summary className="unit">
        <span className="vh">{label}: </span>
        {face}
        <Icon name="chevron-down" />
      </summary>
      <nav className="pop-in" aria-label={label}>
        {choices.map((choice) => (
          <a key={choice.href} href={choice.href} aria-current={choice.current ? "true" : undefined}>
            <span>
              {choice.name}
              {choice.detail ? <small>{choice.detail}</small> : null}
            </span>
          </a>
        ))}
        {more ? (
          <a className="pop-more" href={more.href}>
            <Icon name="search" />
            {more.label}
          </a>
        ) : null}
      </nav>
    </details>
  );
}
