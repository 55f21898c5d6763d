import components from "@gandan/ui/styles/components.css?url";
import tokens from "@gandan/ui/styles/tokens.css?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "./nonce";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: tokens },
  { rel: "stylesheet", href: components },
];

export const meta: MetaFunction = () => [{ title: "Gần Dân – cấp xã" }];

/** A route with `handle = { script: false }` is sent without any script. */
const wantsScript = (handle: unknown) => (handle as { script?: boolean } | undefined)?.script !== false;

export default function Root() {
  const scripted = useMatches().every(({ handle }) => wantsScript(handle));
  return (
    <Page scripted={scripted}>
      <Outlet />
    </Page>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page scripted={false}>
      <main>
        <h1>{missing ? "Không có trang này" : "Trang gặp lỗi"}</h1>
        <p>
          {missing
            ? "Địa chỉ có thể đã thay đổi. Hãy về trang đầu."
            : "Lỗi đã được ghi lại. Hãy thử lại; những gì chưa lưu thì chưa được ghi nhận."}
        </p>
        <p>
          <a href="/">Về trang đầu</a>
        </p>
      </main>
    </Page>
  );
}

function Page({ scripted, children }: { scripted: boolean; children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
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
