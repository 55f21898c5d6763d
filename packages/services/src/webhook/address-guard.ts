import { lookup } from "node:dns/promises";
import { BlockList, isIP, isIPv4 } from "node:net";

/** Addresses that lead nowhere outside: this machine, its neighbours, and what stands for them in IPv6. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  INSIDE.addSubnet(net, bits, "ipv4");
}
/** Of IPv6 only what is routed on the internet is outside, without what carries an IPv4 address. */
const OUTSIDE_6 = new BlockList();
OUTSIDE_6.addSubnet("2000::", 3, "ipv6");
const TUNNELS_6 = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  TUNNELS_6.addSubnet(net, bits, "ipv6");
}

/** Networks inside that webhooks may reach all the same, as the installation's environment says. */
export type AllowedNetworks = BlockList;

/**
 * GANDAN_WEBHOOK_NETWORKS: addresses and networks inside that webhooks may reach, such as "10.20.0.0/16, 127.0.0.1";
 * none unless it is set.
 * @throws Error for what is no network
 */
export function allowedNetworks(env: Readonly<Record<string, string | undefined>>): AllowedNetworks {
  const allowed = new BlockList();
  for (const text of (env.GANDAN_WEBHOOK_NETWORKS ?? "").split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits] = text.split("/");
    const version = isIP(address);
    const width = version === 4 ? 32 : 128;
    const length = bits === undefined ? width : Number(bits);
    if (version === 0 || !Number.isInteger(length) || length < 0 || length > width) {
      throw new Error(`GANDAN_WEBHOOK_NETWORKS: "${text}" is no network; write 10.20.0.0/16 or 127.0.0.1.`);
    }
    allowed.addSubnet(address, length, version === 4 ? "ipv4" : "ipv6");
  }
  return allowed;
}

const familyOf = (address: string) => (isIPv4(address) ? "ipv4" : "ipv6");

/** Whether an address is one of the networks inside that are allowed. */
export function isAllowedInside(address: string, allowed: AllowedNetworks): boolean {
  return allowed.check(address, familyOf(address));
}

/** Whether a webhook may connect to an IP address. */
export function mayReach(address: string, allowed: AllowedNetworks): boolean {
  if (isIP(address) === 0) return false;
  if (isAllowedInside(address, allowed)) return true;
  if (isIPv4(address)) return !INSIDE.check(address, "ipv4");
  return OUTSIDE_6.check(address, "ipv6") && !TUNNELS_6.check(address, "ipv6");
}

/** Why a webhook may not be sent to an address; the words of the log. */
export type AddressProblem = "forbidden-address" | "no-address" | "not-https";

/**
 * The IP address to connect to for a URL: of all that its name has, none may lie inside, so that a name cannot be turned
 * on this machine between the look and the call. In clear only to networks inside that are allowed.
 */
export async function addressToReach(
  url: URL,
  allowed: AllowedNetworks,
): Promise<{ address: string; family: 4 | 6 } | { problem: AddressProblem }> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) > 0 ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { problem: "no-address" };
  if (!found.every(({ address }) => mayReach(address, allowed))) return { problem: "forbidden-address" };
  if (url.protocol !== "https:" && !isAllowedInside(first.address, allowed)) return { problem: "not-https" };
  return { address: first.address, family: isIPv4(first.address) ? 4 : 6 };
}
