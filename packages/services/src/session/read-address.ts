/**
 * The address of the device that asks. Without a proxy it is that of the connection. Each proxy adds the address it was
 * asked from at the end of X-Forwarded-For; what stands before those of our own proxies anyone may have written.
 * @param proxies GANDAN_BEHIND_PROXY: empty, or how many proxies of our own stand before the site; other words count as 1
 * @param peer address of the connection; null where it is not known
 */
export function readAddress(proxies: string | undefined, forwarded: string | null, peer: string | null): string | null {
  if (!proxies || proxies === "0") return peer;
  const count = Math.max(1, Math.trunc(Number(proxies)) || 1);
  const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-count) || null;
}
