import type { Database } from "@gandan/db/connect";
import { Cookie } from "lucia";
import { luciaOn } from "./lucia-adapter";

/** True for the machine itself, where browsers may get along without TLS. `host` as in a Host header. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * Value of the Set-Cookie header that keeps (or, with null, forgets) a session: HttpOnly, SameSite=Lax, and Secure
 * unless the request came to the machine itself.
 */
export function sessionCookie(app: Database, sessionId: string | null, host: string): string {
  const lucia = luciaOn(app);
  const { name, value, attributes } =
    sessionId === null ? lucia.createBlankSessionCookie() : lucia.createSessionCookie(sessionId);
  return new Cookie(name, value, { ...attributes, httpOnly: true, secure: !isLoopback(host) }).serialize();
}
