export type AppErrorCode = "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "INVALID" | "TOO_MANY";

/** An error a person can act on: `key` names the sentence in the i18n area `error`, `details` its parameters. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    readonly key: string,
    readonly details: Record<string, string | number | boolean | null> = {},
  ) {
    super(`${code} ${key}`);
    this.name = "AppError";
  }
}
