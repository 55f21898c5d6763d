import type { Language } from "@gandan/i18n/language";
import { TranslationProvider, useT } from "@gandan/i18n/translation";
import { PageHead } from "@gandan/ui/page-head";
import components from "@gandan/ui/styles/components.css?url";
import tokens from "@gandan/ui/styles/tokens.css?url";
import type { LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "./nonce";
import { PlainShell } from "./plain-shell";

/** Icon and style sheets of every page. */
export const siteLinks: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "stylesheet", href: tokens },
  { rel: "stylesheet", href: components },
];

/** A route with `handle = { script: false }` is sent without any script. */
const wantsScript = (handle: unknown) => (handle as { script?: boolean } | undefined)?.script !== false;

/** Every page of a site: language, head, scripts with the nonce of the answer. */
export function RootPage() {
  const scripted = useMatches().every(({ handle }) => wantsScript(handle));
  return (
    <Page scripted={scripted}>
      <Outlet />
    </Page>
  );
}

/** The page in place of one that failed or does not exist. */
export function FailurePage() {
  return (
    <Page scripted={false}>
      <Failure />
    </Page>
  );
}

function Failure() {
  const t = useT();
  const error = useRouteError();
  const known = isRouteErrorResponse(error);
  const missing = known && error.status === 404;
  const title = missing ? t("shell.notFound.title") : t("shell.failure.title");
  const text =
    known && typeof error.data === "string" && error.statusText === error.statusText.toUpperCase() ? error.data : "";
  return (
    <PlainShell>
      <PageHead title={title} lead={text || (missing ? t("shell.notFound.text") : t("error.unexpected"))} />
      <p>
        <a href="/">{t("shell.action.backHome")}</a>
      </p>
    </PlainShell>
  );
}

function Page({ scripted, children }: { scripted: boolean; children: ReactNode }) {
  const nonce = useNonce();
  const language = useRouteLoaderData<{ language: Language }>("root")?.language ?? "vi";
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <TranslationProvider language={language}>{children}</TranslationProvider>
        {scripted ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}
