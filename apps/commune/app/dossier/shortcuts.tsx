import { useT } from "@gandan/i18n/translation";
import { useEffect } from "react";

interface Shortcut {
  /** The letter pressed together with Alt. */
  letter: string;
  /** Id of the link or button that it presses, or of the field that it goes to. */
  target: string;
  label: string;
}

interface ShortcutsProps {
  shortcuts: readonly Shortcut[];
  /** Id of what is to have the focus when the page comes. */
  focus?: string | undefined;
}

/** Keys of this page, and the list of them. With Alt, so that they never stand in the way of typing. */
export function Shortcuts({ shortcuts, focus }: ShortcutsProps) {
  const t = useT();
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus();
  }, [focus]);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const shortcut = shortcuts.find(({ letter }) => event.code === `Key${letter}`);
      const target = document.getElementById(shortcut?.target ?? (event.code === "KeyK" ? "keys" : ""));
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLInputElement) target.select();
      target.focus();
      if (target.matches("a, button, summary")) target.click();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [shortcuts]);
  return (
    <details className="keys no-print">
      <summary id="keys">{t("dossier.keys.title")}</summary>
      <dl>
        {[...shortcuts, { letter: "K", target: "keys", label: t("dossier.keys.list") }].map(({ letter, label }) => (
          <div key={letter}>
            <dt>
              <kbd className="kbd">Alt</kbd> + <kbd className="kbd">{letter}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t("dossier.keys.typing")}</p>
    </details>
  );
}
