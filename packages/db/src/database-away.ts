/** Network errors of Node, and what postgres.js calls a connection that broke or never came. */
const BROKEN = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
]);

/** SQLSTATEs of a server that shuts down, starts up or takes no more connections. */
const AWAY = /^(08...|57P0[123]|53300)$/;

/**
 * The code by which an error, one of its causes or one of the errors it gathers says that the database does not answer
 * for now; null for any other error.
 */
export function databaseAway(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined && (BROKEN.has(code) || AWAY.test(code))) return code;
  const gathered = error instanceof AggregateError ? error.errors : [];
  for (const inner of [error.cause, ...gathered]) {
    const found = databaseAway(inner);
    if (found !== null) return found;
  }
  return null;
}
