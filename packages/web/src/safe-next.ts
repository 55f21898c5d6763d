const LONGEST = 2000;
const PRINTABLE_ASCII = /^[!-~]+$/;
/** Two slashes, a backslash, or either of them percent-encoded: the ways in which a path turns into a host. */
const HOST_IN_PATH = /\/\/|\\|%2f|%5c/i;

/**
 * The address to go on to after signing in or changing the language: `value` when it is a plain address of this site –
 * one path from the root, with its query – else "/". Never throws.
 *
 * Not plain: another host (`https://…`, `//…`, `/\…`, `/.//…`, which a browser shortens to `//…`), another scheme, a
 * character outside printable ASCII (browsers drop tabs and newlines before they read an address), a file, and
 * anything longer than 2,000 characters.
 */
export function plainAddress(value: FormDataEntryValue | string | null): string {
  if (typeof value !== "string" || value.length > LONGEST) return "/";
  if (!value.startsWith("/") || !PRINTABLE_ASCII.test(value)) return "/";
  const path = value.split(/[?#]/, 1)[0] ?? "";
  return HOST_IN_PATH.test(path) ? "/" : value;
}
