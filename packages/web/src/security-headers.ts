import type { MiddlewareHandler } from "hono";

/** What every request of a site carries beside itself: the nonce its inline scripts are allowed by. */
export type WebEnv = { Variables: { nonce: string } };

const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    // 'self' beside the nonce: modules that a nonced module imports carry no nonce of their own.
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // Charts set lengths and colours as style attributes; no style element and no foreign sheet may.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

/** Puts the security headers on every answer; pages are never stored by a cache unless a route says so. */
export function securityHeaders(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
    c.set("nonce", nonce);
    await next();
    const { headers } = c.res;
    headers.set("Content-Security-Policy", policyWith(nonce));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (c.req.header("x-forwarded-proto") === "https") headers.set("Strict-Transport-Security", "max-age=31536000");
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  };
}
