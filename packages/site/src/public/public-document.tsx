import type { Language } from "@gandan/i18n/language";
import { TranslationProvider } from "@gandan/i18n/translation";
import components from "@gandan/ui/styles/components.css?url";
import citizens from "@gandan/ui/styles/public.css?url";
import tokens from "@gandan/ui/styles/tokens.css?url";
import type { CSSProperties, ReactNode } from "react";
import { type PublicUnit, sealHref } from "./public-places";

interface PublicDocumentProps {
  language: Language;
  unit: PublicUnit | null;
  title: string;
  description?: string;
  /** Path of the page without what does not change its content; null for a page that search engines leave out. */
  canonical: string | null;
  /** Letters of the device instead of the site's own: nothing to fetch for who has a slow line. */
  plainType: boolean;
  children: ReactNode;
}

/** The unit's own colours, of which the style sheet takes the light or the dark ones. */
function colourVars(unit: PublicUnit | null) {
  const colours = unit?.colours;
  if (!colours) return undefined;
  const { light, dark } = colours;
  return {
    "--own-accent": light.accent,
    "--own-strong": light.strong,
    "--own-soft": light.soft,
    "--own-line": light.line,
    "--own-on": light.on,
    "--own-accent-dark": dark.accent,
    "--own-strong-dark": dark.strong,
    "--own-soft-dark": dark.soft,
    "--own-line-dark": dark.line,
    "--own-on-dark": dark.on,
  } as CSSProperties;
}

/** A whole page without script, to be written once as text. */
export function PublicDocument(props: PublicDocumentProps) {
  const { language, unit, title, description, canonical, plainType, children } = props;
  const address = canonical === null ? null : `${unit?.origin ?? ""}${canonical}`;
  const other = language === "vi" ? "en" : "vi";
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {address === null ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={language === "vi" ? address : `${address}?lang=${language}`} />
            <link rel="alternate" hrefLang={other} href={other === "vi" ? address : `${address}?lang=${other}`} />
            <meta property="og:type" content="website" />
            <meta property="og:title" content={title} />
            {description ? <meta property="og:description" content={description} /> : null}
            {unit ? <meta property="og:site_name" content={unit.name} /> : null}
            {unit?.seal && unit.origin ? (
              <meta property="og:image" content={`${unit.origin}${sealHref(unit.slug, unit.seal)}`} />
            ) : null}
            <meta property="og:locale" content={language === "vi" ? "vi_VN" : "en_GB"} />
            {unit?.origin ? <meta property="og:url" content={address} /> : null}
          </>
        )}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={tokens} />
        <link rel="stylesheet" href={components} />
        <link rel="stylesheet" href={citizens} />
      </head>
      <body style={colourVars(unit)} className={plainType ? "pub-body plain-type" : "pub-body"}>
        <TranslationProvider language={language}>{children}</TranslationProvider>
      </body>
    </html>
  );
}
