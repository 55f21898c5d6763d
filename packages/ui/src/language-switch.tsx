export interface LanguageChoice {
  code: string;
  /** As on the sign: "VI". */
  short: string;
  name: string;
  href: string;
  current?: boolean | undefined;
}

export interface LanguageSwitchProps {
  label: string;
  choices: readonly LanguageChoice[];
}

/** Links to the same page in another language, each named in its own. */
export function LanguageSwitch({ label, choices }: LanguageSwitchProps) {
  return (
    <nav className="lang" aria-label={label}>
      {choices.map((choice) => (
        <a
          key={choice.code}
          href={choice.href}
          lang={choice.code}
          hrefLang={choice.code}
          aria-current={choice.current ? "true" : undefined}
          aria-label={`${choice.short}, ${choice.name}`}
        >
          {choice.short}
        </a>
      ))}
    </nav>
  );
}
